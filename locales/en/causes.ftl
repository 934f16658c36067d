### Why a key is not accepted, or could not be checked. The message is a short name that can be said on the telephone, without a capital and
### without a full stop. "happened": what happened. "why": why it may be. "todo": what to do now.

## The network

causes-no-network = no network
    .happened = This computer is not connected to the Internet.
    .why = Wi-Fi may be off, or a cable unplugged.
    .todo = Connect the computer, then check again.

causes-dns = Binance’s address not found
    .happened = This computer cannot find Binance’s address.
    .why = The connection may be cut, or a filter on the network may hide Binance.
    .todo = Open another web page. If it opens, change networks. If not, restore the connection. Then check again.

causes-refused = connection refused
    .happened = Something refused the connection to Binance.
    .why = A firewall or an antivirus may block it, on this computer or on the network.
    .todo = Check again. If the problem goes on, try another network, such as your telephone’s.

causes-time-out = no connection in time
    .happened = The connection to Binance did not open in time.
    .why = The network may be very slow, or something on the way may block Binance.
    .todo = Check again. If the problem goes on, try another network, such as your telephone’s.

causes-stalled = no complete answer
    .happened = The connection opened, but no whole answer came.
    .why = The network may be slow or unsteady, or something on the way may hold the answer back.
    .todo = Check again in a moment. If the problem goes on, try another network.

causes-proxy = blocked by a proxy
    .happened = This network goes through a relay (proxy), which did not let the program through.
    .why = Companies and schools often have one. It may ask for a login.
    .todo = It is better to do these steps at home, on your own computer. Otherwise, ask the person who runs this network.

causes-tls = certificate not trusted
    .happened = This computer cannot be sure that this is Binance: the certificate received is not trusted. Your key was not sent.
    .why = An antivirus or a company’s proxy may be inspecting the connection. The date of this computer may also be wrong. The network of a hotel or train may be waiting for you to log in.
    .todo = Look at the date of this computer. Open a web page, in case the network asks you to log in. If not, try another network.

causes-no-authorities = no list of certificates
    .happened = This computer has no list of the certificates to trust. Nothing was sent.
    .why = On Linux, the package `ca-certificates` may be missing.
    .todo = Install that package, then check again.

causes-captive-portal = login page of the network
    .happened = A web page answered instead of Binance. The program ignored it.
    .why = The networks of hotels, trains and cafés show a login page first.
    .todo = Open any page in your browser, log in to the network, then check again.

causes-not-binance = answer not from Binance
    .happened = Something answered, but not as Binance does. The program ignored it.
    .why = A filter or a proxy on the way may answer in its place.
    .todo = Check again. If the problem goes on, try another network.

## Binance

# $minutes (number): whole minutes to wait; 0 where it is less than one. $seconds (number): the seconds.
causes-firewall = blocked by Binance’s firewall
    .happened = Binance’s firewall blocks your network at the moment.
    .why = Too many requests may have come from it. This usually lasts five minutes.
    .todo =
        { $minutes ->
            [0] Wait for { $seconds } s, then check again.
            [one] Wait for one minute, then check again.
           *[other] Wait for { $minutes } minutes, then check again.
        }

causes-country = country not served
    .happened = Binance is not available where you seem to be.
    .why = A VPN or a work network may make you appear in another country.
    .todo = Switch the VPN off or change the network, then check again.

# $minutes (number): whole minutes to wait; 0 where it is less than one. $seconds (number): the seconds.
causes-too-many-requests = too many requests
    .happened = Binance has had too many requests from your network.
    .why = Another program, or somebody on the same network, may be asking too.
    .todo =
        { $minutes ->
            [0] Wait for { $seconds } s, then check again.
            [one] Wait for one minute, then check again.
           *[other] Wait for { $minutes } minutes, then check again.
        }

# $minutes (number): whole minutes to wait; 0 where it is less than one. $seconds (number): the seconds.
causes-banned = network blocked for a while
    .happened = Binance has blocked your network for a while.
    .why = A program on it probably kept sending requests after Binance had asked it to wait.
    .todo =
        { $minutes ->
            [0] Close other programs that use Binance. Wait for { $seconds } s, then check again.
            [one] Close other programs that use Binance. Wait for one minute, then check again.
           *[other] Close other programs that use Binance. Wait for { $minutes } minutes, then check again.
        }

causes-maintenance = maintenance at Binance
    .happened = Binance is under maintenance and does not answer.
    .why = Binance says so itself. Your key has nothing to do with it.
    .todo = Check again later. Nothing you did is lost.

causes-binance-fault = problem at Binance
    .happened = Binance has a problem on its side at the moment.
    .why = This rarely lasts. Your key has nothing to do with it.
    .todo = Check again in a moment.

causes-clock = time refused
    .happened = Binance refused the time that this program gave.
    .why = The clock of this computer may have jumped, or the network may be too slow.
    .todo = Let the computer set its clock by itself, in the date settings. Then check again.

## What was pasted

causes-key-not-recognised = key not recognised
    .happened = Binance does not recognise this key.
    .why = It may have been deleted, or part of it may be missing.
    .todo = At Binance, see whether the key still exists and [ip-unrestricted] is selected. Then copy both values again. If the secret key is hidden, create another key.

causes-swapped = API key and secret key swapped
    .happened = Binance does not recognise the API key that was pasted.
    .why = The two values may be in each other’s field.
    .todo = Do you think that you swapped them? Only then try them the other way round. The value of the second field is then sent to Binance.

causes-wrong-secret = secret key of another key
    .happened = The secret key does not go with this API key.
    .why = It may be another key’s, or part of it may be missing.
    .todo = Copy both values again from the same page. If the secret key is hidden, create another key.

causes-key-format = key with a wrong form
    .happened = Binance says that this value does not look like a key.
    .why = A stray character may have slipped in, or part of it may be missing.
    .todo = Copy both values again with the copy buttons on Binance’s page.

causes-other-site = key of another site
    .happened = This key does not exist at Binance.
    .why = It may be another site’s, such as Binance US or Binance’s test site. It may have been deleted.
    .todo = Create the key on binance.com, then paste its two values.

causes-self-generated = key not generated by Binance
    .happened = This key was made on your computer, with [self-generated].
    .why = Binance gives no secret key with it, and SmartradeX needs one.
    .todo = Delete this key, and no other. Then create a new one and choose [system-generated].

causes-not-active-yet = key not active yet
    .happened = Binance does not seem to have activated this key, or its new boxes, yet.
    .why = A new key, or a change of its boxes, can take a few minutes to work.
    .todo = Wait a moment, then check again.

## The key

causes-main-account = key of the main account
    .happened = This key belongs to your main account.
    .why = It was created there, not for the sub-account of this bot.
    .todo = Under [account], then [api-management], delete the key that you have just made, and no other. Then create one for the sub-account of this bot.

causes-other-bot = sub-account of the other bot
    .happened = This key belongs to the sub-account of your other bot.
    .why = That sub-account was chosen when the key was created.
    .todo = Create another key and choose the sub-account of this bot. If the choice was right, replace the other bot’s key instead.

causes-ip-restricted = restricted to certain IP addresses
    .happened = This key only works from certain IP addresses.
    .why = SmartradeX’s servers are not among them, so the bot could not use it.
    .todo = Open the key’s page at Binance. Click [edit], select [ip-unrestricted], then click [save]. The box of step 1 must be unticked before. Red text is normal.

causes-reading-off = reading off
    .happened = This key is not allowed to read.
    .why = The box [reading] is not ticked.
    .todo = Open the key’s page at Binance. Click [edit], tick [reading], then click [save].

causes-trading-off = trading off
    .happened = This key is not allowed to trade.
    .why = The box [spot-and-margin-trading] is not ticked. If it is grey, step 1 probably has to be done again.
    .todo = Open the key’s page at Binance. Click [edit], tick [spot-and-margin-trading], then click [save].

# $count (number): boxes that are ticked and must not be. Their labels follow.
causes-too-many-boxes = too many boxes ticked
    .happened =
        { $count ->
            [one] One box is ticked but must not be.
           *[other] { $count } boxes are ticked but must not be.
        }
    .why = Some boxes allow borrowing, or moving your funds. SmartradeX accepts only keys limited to reading and trading.
    .todo =
        { $count ->
            [one] Open the key’s page at Binance. Click [edit], untick that box, then click [save].
           *[other] Open the key’s page at Binance. Click [edit], untick these boxes, then click [save].
        }

# $count (number): permissions that are on and that nobody knows yet. Their names follow.
causes-unknown-permission = unknown permission
    .happened =
        { $count ->
            [one] One permission is on, and this program does not know it.
           *[other] { $count } permissions are on, and this program does not know them.
        }
    .why = Binance may have a new box. What is not known is never accepted.
    .todo = Open the key’s page at Binance. Click [edit]. Leave only [reading] and [spot-and-margin-trading] ticked, then click [save].

causes-symbol-whitelist = symbol whitelist on
    .happened = This key is not allowed to trade this bot’s cryptocurrencies.
    .why = The box [symbol-whitelist] is ticked.
    .todo = Open the key’s page at Binance. Click [edit], untick [symbol-whitelist], then click [save].

causes-security-controls = trading stopped by Binance
    .happened = The trading box is ticked, but Binance refuses the test order.
    .why = The box of step 1 may be ticked. Or the permission to trade may have lapsed, because it was not used.
    .todo = Look at step 1 again. If its box is not ticked, create a new key.

causes-unclear-permissions = permissions not clear
    .happened = Binance does not say clearly what this key may do.
    .why = Binance may have changed its answer. What is not clear is never accepted.
    .todo = Check again later. If the problem goes on, look for a newer version of this program.

causes-program-fault = request not understood
    .happened = Binance did not understand the request of this program.
    .why = Binance may have changed something since this version. Your key has nothing to do with it.
    .todo = Look for a newer version of this program, or tell SmartradeX.
