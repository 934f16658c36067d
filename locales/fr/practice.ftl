### The rehearsal.

practice-banner = *Entraînement.* Rien n’est réel ici : ni compte, ni clé, ni argent.
practice-no-form = Pendant l’entraînement, le vrai formulaire ne s’ouvre pas.
practice-address = Sur votre vrai compte, vous vérifieriez ici l’adresse `www.binance.com`.
practice-handover-lead = Sur votre vrai compte, vous ouvririez maintenant le formulaire de SmartradeX pour y coller chaque valeur. Ici, il n’y a rien à coller : cliquez sur « Copier » et regardez où va chacune.
practice-leave = Quitter l’entraînement
practice-for-real = Passer à mon vrai compte
practice-done-heading = L’entraînement est terminé
practice-done-lead = Rien n’est encore configuré. Faites maintenant les mêmes gestes sur votre vrai compte.
practice-proved = Vérifié par le Binance d’entraînement
practice-mirror-caption = Vos cases, telles que le Binance d’entraînement les voit. Corrigez‑les à l’étape 3, pas ici.
# $cause: name of a cause
practice-chosen = Problème choisi : { $cause }. Binance répond parfois la même chose pour plusieurs causes.
practice-not-drawn = Dans le dessin, aucune clé n’a cette clé API. À l’entraînement, copiez les deux valeurs du dessin : une vraie clé ne sert à rien ici.
practice-no-keyring = Pour l’entraînement, ce n’est pas nécessaire : continuez sans la garder.
practice-doctor = Pendant l’entraînement, ne changez rien sur cet ordinateur : la panne est peut‑être simulée.
# $bot: name of the bot
practice-set-up = S’entraîner avec le { $bot }
practice-home-lead = Voici vos clés d’entraînement. Elles n’existent pas chez Binance, et rien n’est encore configuré.
practice-kept = Vos clés d’entraînement sont dans le trousseau de cet ordinateur. Elles y ont été relues et comparées.
practice-removal = C’est une clé d’entraînement : elle n’existe pas chez Binance.
practice-problems-heading = S’entraîner sur un problème
practice-problems-lead = Choisissez un problème. Vous arrivez à l’étape 4, et la vérification échoue pour cette raison.

## Why a click on a page of the rehearsal did nothing

practice-not-here = Ce bouton n’est pas sur la page ouverte.
practice-dialog-open = Une fenêtre est ouverte devant la page. Répondez‑y d’abord.
practice-not-in-view = Faites d’abord défiler la page jusqu’en bas.
practice-nothing-chosen = Choisissez d’abord une des lignes.
practice-label-missing = Donnez d’abord un libellé.
practice-label-too-long = Ce libellé est trop long : 30 caractères au plus.
practice-wrong-code = Le code a six chiffres.
practice-too-many-keys = Il y a déjà 30 clés. Supprimez‑en une d’abord.
practice-not-editing = Cliquez d’abord sur [edit].
practice-controls-ticked = Cette case est grise : la case de l’étape 1 est encore cochée.
practice-needs-trading = Cochez d’abord la case du trading.
practice-no-such-key = Cette clé n’existe plus.
practice-no-such-sub-account = Ce sous-compte n’existe pas.
