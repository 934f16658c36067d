### Step 2: create the API of the bot's sub-account.

step2-heading = Create the API key of the sub-account
# $bot: name of the bot
step2-lead = This <api-key|API key> gives { $bot } access to its <sub-account|sub-account>, and to nothing else.
step2-open = Go to [sub-accounts], then open the tab [api-management].
    .detail = This time, not under [account].
step2-open-button = Open the sub-accounts
step2-create = Click [create-api].
step2-type = Choose [system-generated], then click [next].
    .detail = The other choice gives no <secret-key|secret key>.
# $bot: name of the bot. $example: how the address of the sub-account may begin
step2-sub-account = Select the <sub-account|sub-account> of { $bot }.
    .detail = Its e-mail address begins with the name you gave it in chapter III of the guide, such as `{ $example }`. If in doubt, ask for help before you choose.
# $label: label to give to the key
step2-label = Copy “{ $label }”, paste it into [key-label], then click [next].
    .detail = To paste, click in the field, then press Ctrl + V (on a Mac: ⌘ + V). You can also type this name. It hardly matters to us, but it helps you find your way.
# $label: label to give to the key
step2-copy-label = Copy “{ $label }”
step2-verify = If Binance asks, enter the <two-factor|verification code> or use your passkey.
    .detail = Do not give this code to anyone.
step2-keep-open = Keep open the page that shows [api-key] and [secret-key].
    .detail = You need it in step 4.
step2-once = The secret key is shown only once
step2-once-text = Do not close Binance’s page and do not reload it before the end of step 4.
step2-main = I have created the key
step2-why = Why?
step2-why-1 = One key per bot: each bot acts on its own sub-account and does not see the rest.
step2-why-2 = Funds cannot be withdrawn from a <sub-account|sub-account>.
step2-why-3 = For a second bot, you repeat these steps with its own sub-account.
