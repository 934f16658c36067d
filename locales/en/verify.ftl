### smartradex-verify, the check of a key without a window.

verify-help =
    smartradex-verify: checks whether a Binance API key is right for SmartradeX

    Usage: smartradex-verify OPTIONS, with the key on standard input
           smartradex-verify doctor, with --endpoint, --lang or --json: checks this computer, without a key

    The API key and the secret key are read from standard input, one on each line.
    They are never taken from the command line, where other programs could see them.
    No order is placed, and no money moves.

    Options:
      --bot btc-spot|eth-spot           the bot that the key is for (btc-spot)
      --from-keyring btc-spot|eth-spot  take the key that the set-up program keeps for this bot
      --endpoint URL                    ask a server on this computer instead of Binance, such as http://127.0.0.1:8080
      --lang fr|en                      language of the words (the system’s)
      --json                            print one JSON object, whatever happens
      --help                            print this
      --version                         print the version

    Ends with 0: the key is accepted. 1: it is refused. 2: it could not be checked. 64: wrong usage.
    doctor ends with 0: nothing is in the way. 2: something is. 64: wrong usage.
verify-prompt = Paste the API key, then the secret key, each followed by Enter. They are not shown. If nothing happens, press Enter once more.
verify-also = It may also be:
verify-try-help = See smartradex-verify --help.

## Input from which no key came.

verify-input-unread = What was given could not be read to its end.
verify-input-unread-todo = Nothing was checked. Give the two lines again.
verify-foreign-terminal = This terminal would show the key.
verify-foreign-terminal-todo = Nothing was read. Put “winpty” before the command, or give the two lines through a pipe.

## Wrong usage. What was given is never repeated: it may be a key.

verify-unknown-option = There is no such option.
verify-missing-value = An option lacks its value.
verify-unexpected-value = An option that takes no value has one.
verify-keys-not-here = Keys are not taken from the command line. Give them on standard input.
verify-bad-bot = A bot is btc-spot or eth-spot.
verify-bad-lang = A language is fr or en.
verify-endpoint-malformed = The endpoint is not an address.
verify-endpoint-scheme = The endpoint must begin with https or http.
verify-endpoint-elsewhere = Only https://api.binance.com or an address on this computer can be asked.
verify-endpoint-too-much = The endpoint is only scheme, host and port, such as https://api.binance.com.
verify-two-bots = The key in the keyring and the bot must be the same.
verify-no-key-for-doctor = The check of the computer uses no key.
