### The hand-over to the SmartradeX form, and the end.

handover-heading = Give the keys to SmartradeX
handover-lead = First log in to your SmartradeX account. Then copy each value and paste it into its field. The form is in French: “Clé API Publique” is the API key, “Clé API Secrète” the secret key.
handover-copied = copied
handover-paste-now = copied: paste now (Ctrl + V, or ⌘ + V)
handover-open-button = Open the form
handover-email = Your e-mail address at SmartradeX
handover-email-help = You can also type it in the form.
handover-email-problem = This address seems incomplete.
handover-email-first = Write your address first.
handover-not-kept = This key was not kept on this computer.
handover-refused = Binance showed that this key is not right any more.
handover-fields = The lines of the form
handover-hidden = hidden
# $seconds: whole seconds
handover-clipboard = The copied secret key is erased in { $seconds } s; you can copy it again.
handover-only-there = Paste the secret key only there
handover-only-there-text = The secret key goes into the form of `smartradex.fr` and nowhere else: not by message, e-mail or telephone.
handover-save = Click “Sauvegarder” (Save) in the form
handover-main = I have saved the form
handover-copy-first = Copy both keys first.

## The form, as on the site, which is in French

handover-form-title = Clés API
handover-form-bitcoin-public = Clé API Publique pour BOT BTC spot
handover-form-bitcoin-public-help = Renseigner ici votre clé API publique Binance (pour BOT Bitcoin spot By SmartradeX)
handover-form-bitcoin-secret = Clé API Secrète pour BOT BTC spot
handover-form-bitcoin-secret-help = Renseigner ici votre clé API secrète Binance (pour BOT Bitcoin spot By SmartradeX)
handover-form-ether-public = Clé API Publique pour BOT ETH spot
handover-form-ether-public-help = Renseigner ici votre clé API publique Binance (pour BOT Ethereum spot By SmartradeX)
handover-form-ether-secret = Clé API Secrète pour BOT ETH spot
handover-form-ether-secret-help = Renseigner ici votre clé API secrète Binance (pour BOT Ethereum spot By SmartradeX)
handover-form-email = Email
handover-form-save = Sauvegarder

## The end

handover-done-heading = Your API key for SmartradeX is configured!
# $bot: name of the bot
handover-done-lead = Your { $bot } key is ready to use. You can close this program: the bot does not need it.
handover-proved = Verified by Binance
# $date: a date in words
handover-proved-on = Verified by Binance on { $date }
handover-proved-boxes = The key allows reading and spot & margin trading, and nothing else.
handover-proved-trading = The key allows reading and spot & margin trading.
handover-proved-ip = The key has no IP restriction.
handover-proved-sub-account = It is a sub-account’s key.
handover-proved-order = Binance accepts a test order, which is never carried out.
handover-told = What you told us
handover-told-controls = The box of step 1 is unticked.
handover-told-sub-account = The sub-account chosen is that of this bot.
handover-told-form = The SmartradeX form is saved.
handover-unknown = What nobody can check from here
handover-unknown-boxes = Whether another box is ticked: Binance did not say. Look at the key on its site.
handover-unknown-sub-account = Whether it is a sub-account’s key: Binance did not say.
handover-unknown-order = Whether the bot can place an order: the test order gave no clear answer.
handover-unknown-life = How long Binance will keep this key. Come back and check it now and then.
handover-unknown-funds = Whether SmartradeX has received the key. If in doubt, ask SmartradeX.
handover-expiry = A key that is not used may expire
# $date: a date in words
handover-expiry-text = Unused, it may expire after 3 months, around { $date }.
# $date: a date in words
handover-expiry-said = Binance says that it may trade until around { $date }.
handover-subscription = At your first subscription, the form on `smartradex.fr` will ask for your keys. No person ever will, by telephone or message.
# $bot: name of the other bot
handover-second = Set up { $bot }
handover-second-text = For a second bot, repeat steps 2 to 4 with its own sub-account. Step 1 is already done.
handover-home = See my bots
