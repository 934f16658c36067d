### What is said about the drawn pages.

picture-account = Page de Binance : la gestion des API du compte principal.
picture-sub-accounts = Page de Binance : la gestion des API des sous-comptes.
picture-key = Page de Binance : la clé, sa clé secrète et ses restrictions.
picture-form = Formulaire de SmartradeX : les champs des clés.
picture-mirror = Les cases de votre clé, telles que Binance les voit.
picture-mirror-caption = Vos cases, telles que Binance les voit. Corrigez‑les chez Binance, pas dans ce dessin.
picture-caption = Dessin : vos valeurs et la disposition peuvent différer.
picture-caption-live = Page d’entraînement : cliquez dedans, elle répond comme la vraie.
picture-practice-address = entraînement – pas le vrai Binance
picture-practice-form-address = entraînement – pas le vrai SmartradeX
picture-scroll = Défiler jusqu’en bas
picture-avoid = Ne cochez rien dans ce cadre.
picture-other-boxes = toutes les autres cases, décochées
picture-controls-meaning = En français : si vous cochez cette case, les contrôles de sécurité par défaut s’appliquent à toutes vos clés API.
picture-shown-once = Montrée une seule fois : ne quittez pas cette page.
picture-own-file = dans votre propre fichier
# $code: six digits
picture-code = Votre téléphone d’entraînement affiche `{ $code }`.
picture-enter-code = Entrer ce code
picture-confirm-code = Confirmer
picture-paste-label = Coller ici (entraînement)
picture-right = C’est bon
picture-untick = Décochez cette case
picture-tick = Cochez cette case
picture-choose = Choisissez cette ligne
