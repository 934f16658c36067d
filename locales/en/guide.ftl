### The guide to print.

# $bot: name of the bot
guide-title = Connect { $bot } to Binance
guide-lead = Four steps, about 10 minutes. Always look at the address before you log in.
guide-address = The form is at the address `smartradex.fr/cle-api-2/`.
guide-expiry = If it is not used, this key may expire after 3 months.
