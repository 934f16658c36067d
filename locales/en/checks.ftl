### The check of a key: what is looked at, line by line, and the verdict.

checks-heading = Checking the key
checks-lead = This takes a few seconds. No order is placed, and no money moves.
checks-cancel = Stop the check
checks-label = What is checked

## The lines. "waiting": before anything is known. "ok", "wrong", "unknown": what was found.

checks-reached =
    .waiting = Reaching Binance
    .ok = Binance answers.
    .unknown = Binance was not reached.

# $count (number): how many minutes, hours or days this computer's clock is off.
checks-clock =
    .waiting = Asking Binance for the time
    .ok = The time of Binance is known.
    .wrong = Binance refuses the time of the request.
    .unknown = The time of Binance is not known.
    .behind-minutes =
        { $count ->
            [one] This computer’s clock is one minute slow. The program allows for it.
           *[other] This computer’s clock is { $count } minutes slow. The program allows for it.
        }
    .behind-hours =
        { $count ->
            [one] This computer’s clock is one hour slow. The program allows for it.
           *[other] This computer’s clock is { $count } hours slow. The program allows for it.
        }
    .behind-days =
        { $count ->
            [one] This computer’s clock is one day slow. The program allows for it.
           *[other] This computer’s clock is { $count } days slow. The program allows for it.
        }
    .ahead-minutes =
        { $count ->
            [one] This computer’s clock is one minute fast. The program allows for it.
           *[other] This computer’s clock is { $count } minutes fast. The program allows for it.
        }
    .ahead-hours =
        { $count ->
            [one] This computer’s clock is one hour fast. The program allows for it.
           *[other] This computer’s clock is { $count } hours fast. The program allows for it.
        }
    .ahead-days =
        { $count ->
            [one] This computer’s clock is one day fast. The program allows for it.
           *[other] This computer’s clock is { $count } days fast. The program allows for it.
        }

checks-key =
    .waiting = Showing the key to Binance
    .ok = Binance recognises the key and its secret key.
    .wrong = Binance does not recognise the key.
    .refused = Binance refuses the key, without saying why.
    .wrong-secret = Binance knows the API key, but not with this secret key.
    .unknown = It is not known whether Binance recognises the key.

checks-reading =
    .waiting = [reading]
    .ok = [reading] is ticked.
    .wrong = [reading] is not ticked.
    .unknown = It is not known whether [reading] is ticked.

checks-trading =
    .waiting = [spot-and-margin-trading]
    .ok = [spot-and-margin-trading] is ticked.
    .wrong = [spot-and-margin-trading] is not ticked.
    .unknown = It is not known whether the key may trade.

# "wrong" is followed by the labels of the boxes.
checks-other-boxes =
    .waiting = The other boxes
    .ok = No forbidden box is ticked: this key cannot move your funds.
    .wrong = Ticked, but must not be:
    .unknown = It is not known whether other boxes are ticked.

checks-ip =
    .waiting = IP restriction
    .ok = [ip-unrestricted] is selected: SmartradeX can use the key.
    .wrong = The key is restricted to certain IP addresses.
    .unknown = It is not known whether the key is restricted to certain IP addresses.

# "told": Binance does not show it, but the user said that step 1 is done.
checks-security-controls =
    .waiting = The box of step 1
    .ok = The box of step 1 does not stop the key from trading.
    .unknown = It cannot be seen whether the box of step 1 is unticked.
    .told = The box of step 1 is unticked.

checks-sub-account =
    .waiting = Sub-account or main account
    .ok = The key belongs to a sub-account.
    .wrong = The key belongs to the main account.
    .unknown = Binance does not say whether the key belongs to a sub-account.

# $bot (string): name of the other bot.
checks-other-bot =
    .waiting = A different sub-account from that of { $bot }
    .ok = It is a different sub-account from that of { $bot }.
    .wrong = It is the sub-account of { $bot }.
    .unknown = It is not known whether it is the sub-account of { $bot }.

checks-whitelist =
    .waiting = A test order, which is never carried out
    .ok = Binance accepts a test order, which is never carried out.
    .wrong = The box [symbol-whitelist] keeps the bot from trading its cryptocurrencies.
    .unknown = The test order gave no clear answer.

## State of a line, in a word

checks-state-waiting = waiting
checks-state-running = under way
checks-state-ok = good
checks-state-wrong = to correct
checks-state-unknown = not known

## How it is known

checks-evidence-verified-by-binance = verified by Binance
checks-evidence-shown-indirectly = shown indirectly
checks-evidence-you-told-us = you said so
checks-evidence-cannot-be-checked = not checked

## The same above the lines that are known in one way

checks-by-binance = Verified by Binance
checks-by-inference = Inferred from Binance’s answer
checks-by-you = What you told us
checks-by-nobody = What could not be checked

## The verdict in a sentence

checks-verdict-pending = The check is under way.
checks-verdict-accepted = The key is good: it allows reading and trading, and nothing else.
checks-verdict-unsaid = The key can read and trade. Binance did not say whether other boxes are ticked: check on its site.
# $count (number): boxes to tick, untick or select.
checks-verdict-almost =
    { $count ->
        [one] Almost: one box left to correct.
       *[other] Almost: { $count } boxes left to correct.
    }
# $count (number): boxes, and the restriction to IP addresses, which is no box.
checks-verdict-almost-settings = Almost: { $count } settings left to correct.
checks-verdict-almost-ip = Almost: the IP restriction is left to remove.
# $cause (string): short name of the cause.
checks-verdict-refused = This key cannot be used yet: { $cause }.
# $cause (string): short name of the most likely cause.
checks-verdict-likely = The key is not accepted yet. Probable cause: { $cause }.
# $cause (string): short name of the cause.
checks-verdict-unknown = The key could not be checked: { $cause }.
