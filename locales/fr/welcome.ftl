### The first screen.

welcome-heading = Connectez votre bot à Binance
# $step (number): number of the step.
# $bot: name of the bot
welcome-heading-resume = { $bot } : vous en étiez à l’étape { $step }
welcome-lead = En quatre étapes, vous créez une clé chez Binance pour que SmartradeX trade à votre place. Ce programme vous montre chaque clic.
welcome-bots = Quel bot voulez‑vous configurer ?
welcome-bitcoin-detail = Bitcoin
welcome-ether-detail = Ethereum
welcome-both = Les deux
welcome-both-detail = L’un après l’autre, chacun avec son <sub-account|sous-compte>.
welcome-needs = Ce qu’il vous faut
welcome-needs-account = Un compte Binance dont l’identité est vérifiée.
welcome-needs-sub-account = Le <sub-account|sous-compte> du bot, créé au chapitre III du guide de SmartradeX, avec ses fonds.
welcome-needs-phone = De quoi confirmer chez Binance : application de <two-factor|codes>, e-mail ou clé d’accès (passkey).
welcome-needs-smartradex = Votre compte SmartradeX, avec son adresse e-mail et son mot de passe.
welcome-needs-computer = Binance ouvert dans le navigateur de cet ordinateur.
welcome-needs-time = Environ 10 minutes par bot.
welcome-does = Ce que fait ce programme, et ce qu’il ne fait pas
welcome-does-guide = Il vous guide pas à pas sur les pages de Binance.
welcome-does-check = Il vérifie votre <api-key|clé> auprès de Binance, sans passer d’ordre.
welcome-does-keep = Il garde vos clés dans le trousseau de cet ordinateur, le coffre de ses mots de passe.
welcome-not-trade = Il n’achète rien, ne vend rien, ne déplace pas d’argent.
welcome-not-password = Il ne demande ni votre mot de passe, ni vos codes de vérification.
welcome-not-send = Il n’envoie pas vos clés à SmartradeX : c’est vous qui les collez sur le site.
welcome-safety = Regardez toujours l’adresse
welcome-safety-address = Vérifiez l’adresse `www.binance.com` avant de vous connecter. Ne suivez jamais un lien reçu par message.
welcome-safety-never = Par téléphone ou message, SmartradeX ne demande jamais de mot de passe, de code de vérification ni de <secret-key|clé secrète>.
welcome-practise = S’entraîner d’abord
welcome-start = Commencer
# $step (number): numéro de l’étape.
welcome-resume = Reprendre à l’étape { $step }
