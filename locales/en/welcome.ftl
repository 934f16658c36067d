### The first screen.

welcome-heading = Connect your bot to Binance
# $step (number): number of the step.
# $bot: name of the bot
welcome-heading-resume = { $bot }: you had reached step { $step }
welcome-lead = In four steps, you create a key at Binance so that SmartradeX can trade for you. This program shows you every click.
welcome-bots = Which bot do you want to set up?
welcome-bitcoin-detail = Bitcoin
welcome-ether-detail = Ethereum
welcome-both = Both
welcome-both-detail = One after the other, each with its own <sub-account|sub-account>.
welcome-needs = What you need
welcome-needs-account = A Binance account whose identity is verified.
welcome-needs-sub-account = The bot’s <sub-account|sub-account>, made in chapter III of SmartradeX’s guide, with its funds.
welcome-needs-phone = A way to confirm at Binance: <two-factor|code> app, e-mail or passkey.
welcome-needs-smartradex = Your SmartradeX account, with its e-mail address and its password.
welcome-needs-computer = Binance open in the browser of this computer.
welcome-needs-time = About 10 minutes for each bot.
welcome-does = What this program does, and what it does not
welcome-does-guide = It guides you step by step through Binance’s pages.
welcome-does-check = It checks your <api-key|key> with Binance, without placing an order.
welcome-does-keep = It keeps your keys in this computer’s store for passwords, the keyring.
welcome-not-trade = It buys nothing, sells nothing, moves no money.
welcome-not-password = It asks neither for your password nor for your verification codes.
welcome-not-send = It does not send your keys to SmartradeX: you paste them on the site yourself.
welcome-safety = Always look at the address
welcome-safety-address = Check the address `www.binance.com` before you log in. Never follow a link from a message.
welcome-safety-never = By telephone or message, SmartradeX never asks for a password, a verification code or a <secret-key|secret key>.
welcome-practise = Practise first
welcome-start = Start
# $step (number): number of the step.
welcome-resume = Resume at step { $step }
