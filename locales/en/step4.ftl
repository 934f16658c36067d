### Step 4: paste the two values, and check them.

step4-heading = Paste the two keys
# $bot: name of the bot
step4-lead = On Binance’s page, copy the API key of { $bot }, then its secret key. They are checked here first.
step4-api-key = [api-key]
    .detail = Click [copy] beside the API key, then come back here.
step4-paste-api-key = Paste the API key
step4-secret-key = [secret-key]
    .detail = Do the same. It is shown only once.
step4-paste-secret-key = Paste the secret key
step4-placeholder = Nothing yet
# $count: number of characters
step4-taken = Received, { $count } characters
step4-before-stays = The previous value is kept.
step4-clear = Clear
step4-main = Check with Binance
step4-missing-api-key = Paste the API key first.
step4-missing-secret-key = Paste the secret key first.
# $bot: name of the bot
step4-checked = The key of { $bot } has been checked
step4-checked-text = Go on with it, or paste another one below.
step4-safe = What happens to your secret key
step4-safe-1 = It is never shown here. Be sure to paste it into field 2: it is then not sent to Binance. At the end, you paste it into SmartradeX’s form yourself.
step4-safe-2 = The check asks Binance whether the boxes are right. No order is placed.
step4-lost = Does Binance show `****` instead of the secret key?
step4-lost-1 = It is shown only once. Binance does not show it again, not even to you.
step4-lost-2 = Delete this key at Binance, and no other. Then do steps 2 and 3 again.

## The verdict

step4-hand-over = Give the keys to SmartradeX
step4-back-to-fields = Back to the two keys
step4-look-again = Check now
step4-looking = Checking again…
step4-looking-now = A check is under way.
step4-wait-first = Wait for the countdown to end.
# $minutes (number): whole minutes. $seconds (number): whole seconds beyond them.
step4-next-look =
    { $minutes ->
        [0] Checking again in { $seconds } s
       *[other] Checking again in { $minutes } min { $seconds } s
    }
# $minutes (number): whole minutes. $seconds (number): whole seconds beyond them.
step4-binance-waits =
    { $minutes ->
        [0] Binance may be asked again in { $seconds } s.
       *[other] Binance may be asked again in { $minutes } min { $seconds } s.
    }
step4-stop-looking = Stop
step4-also-possible = It may also be:
step4-to-step1 = See step 1 again
step4-to-step3 = See step 3 again
step4-new-key = Create another key
step4-new-key-note = The two values pasted here are then dropped.
step4-swap = Swap the two keys and try again
step4-swap-note = Only if you think that you mixed them up. Otherwise your secret key would be sent to Binance.
