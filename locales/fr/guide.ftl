### The guide to print.

# $bot: name of the bot
guide-title = Connecter le { $bot } à Binance
guide-lead = Quatre étapes, environ 10 minutes. Regardez toujours l’adresse avant de vous connecter.
guide-address = Le formulaire se trouve à l’adresse `smartradex.fr/cle-api-2/`.
guide-expiry = Cette clé peut expirer au bout de 3 mois si elle n’est pas utilisée.
