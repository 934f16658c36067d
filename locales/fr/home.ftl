### The configured bots.

home-heading = Vos bots
home-lead = Voici les clés configurées sur cet ordinateur. Elles sont vérifiées chaque fois que cette page s’ouvre.
home-checking = Vérification auprès de Binance…
home-not-checked = Pas encore vérifiée depuis l’ouverture du programme.
home-former-left = L’ancienne clé est encore dans le trousseau de cet ordinateur.
home-not-stored = La nouvelle clé n’a pas été gardée sur cet ordinateur. Revenez à l’étape 4 et vérifiez‑la de nouveau.
home-not-kept = Cette clé n’a pas été gardée sur cet ordinateur. Elle ne peut pas être vérifiée d’ici.
home-label = Libellé
home-key = Clé API
home-verified = Vérifiée le
home-expiry = Sans utilisation, peut expirer vers le
home-check = Vérifier de nouveau
home-copy = Copier pour le formulaire
home-replace = Remplacer
home-remind = Enregistrer un rappel pour mon agenda
home-remove = Retirer de cet ordinateur
home-removing = Retrait du trousseau en cours…
# $bot: name of the bot. $step: number of the step
home-go-on = Reprendre le { $bot } à l’étape { $step }
# $bot: name of the bot
home-finish-first = Terminez d’abord le { $bot }.
# $bot: name of the bot
home-removal-heading = Retirer la clé du { $bot } ?
home-removal-1 = La clé sera effacée du trousseau de cet ordinateur.
home-removal-2 = Elle existe toujours chez Binance, et SmartradeX peut toujours s’en servir.
home-removal-3 = Pour la supprimer vraiment, allez dans [sub-accounts], puis [api-management], et cliquez sur [delete] à côté d’elle.
home-keep = Garder la clé
home-really-remove = Retirer la clé
# $label: label of the key
home-reminder-title = Vérifier la clé « { $label } » de SmartradeX
# $label: label of the key
home-reminder-text = La clé « { $label } » peut expirer dans une semaine si elle n’a pas servi. Ouvrez l’Assistant SmartradeX pour la vérifier.
home-notice-title = Une clé de bot est à revoir
# $label: label of the key
home-notice-text = La clé « { $label } » a changé ou n’est plus là. Ouvrez l’Assistant SmartradeX pour voir quoi faire.
