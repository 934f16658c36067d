### The frame of every screen, and words that several screens share.

app-product = Assistant SmartradeX
# $heading: heading of the screen
app-window-title = { $heading } – Assistant SmartradeX
app-language = Langue
app-language-name = Français
app-menu = Menu
app-phone = Aide par téléphone
app-menu-larger = Agrandir l’affichage
app-menu-smaller = Réduire l’affichage
app-panel-narrow = Mettre à côté du navigateur
app-panel-wide = Revenir à la grande fenêtre
app-back = Retour
app-close = Fermer
app-copy = Copier
app-opens-practice = page d’entraînement
app-open-site = Ouvrir le site SmartradeX
app-instructions = Instructions, dans l’ordre
app-tick = C’est fait

## Rail

app-rail-steps = Les quatre étapes
app-rail-step1 = Décocher la case
app-rail-step2 = Créer la clé API
app-rail-step3 = Régler les restrictions
app-rail-step4 = Coller les clés
# $minutes: whole minutes that are left
app-rail-left = Encore { $minutes } min environ
# $step: number of the step, 1 to 4. $minutes: whole minutes that are left
app-rail-compact = Étape { $step } sur 4 · { $minutes } min
app-rail-practice = Entraînement
app-rail-real = Compte réel
app-progress-done = fait
app-progress-here = en cours
app-progress-to-come = à venir
app-bot-bitcoin = BOT BTC Spot
app-bot-ether = BOT ETH Spot

## Menu

app-menu-home = Mes bots configurés
app-menu-practise = S’entraîner d’abord
app-menu-problems = S’entraîner sur un problème
app-menu-binance-french = Mon Binance est en français
app-menu-binance-english = Mon Binance est en anglais
app-menu-call = Je n’attendais pas cet appel
app-menu-guide = Enregistrer les quatre étapes à imprimer
app-menu-desk = Pour l’équipe d’assistance
app-menu-about = À propos
app-menu-forget = Tout effacer

## Barre des menus de macOS

app-bar-about = À propos de l’{ app-product }
app-bar-hide = Masquer l’{ app-product }
app-bar-hide-others = Masquer les autres
app-bar-show-all = Tout afficher
app-bar-quit = Quitter l’{ app-product }
app-bar-edit = Édition
app-bar-undo = Annuler
app-bar-redo = Rétablir
app-bar-cut = Couper
app-bar-paste = Coller
app-bar-select-all = Tout sélectionner
app-bar-window = Fenêtre
app-bar-minimize = Placer dans le Dock
app-bar-zoom = Réduire/agrandir

## Where this is, to be said on the telephone

# $step: number of the step, 1 to 4. $screen: a letter
app-kicker = Étape { $step }, écran { $screen }
app-kicker-start = Accueil
app-kicker-home = Mes bots
app-kicker-phone = Aide
app-kicker-call = Sécurité
app-kicker-problems = Entraînement
app-kicker-forget = Tout effacer
app-kicker-report = Rapport
app-kicker-desk = Poste d’assistance
app-kicker-doctor = Examen
app-kicker-about = À propos
app-kicker-removal = Retirer une clé
app-kicker-leaving = Fermer
app-kicker-not-seen = Je ne vois pas cela

## Tones, in a word

app-tone-info = Information
app-tone-success = Tout va bien
app-tone-warning = Attention
app-tone-danger = Danger

## What has just been done

app-said-copied = Copié.
app-said-not-copied = La copie n’a pas réussi. Réessayez.
app-said-not-opened = Le navigateur ne s’ouvre pas. Ouvrez‑le vous-même, puis tapez l’adresse affichée sous le bouton.
app-said-clipboard-cleared = La clé secrète a été retirée du presse-papiers.
app-said-clipboard-not-cleared = La clé secrète n’a pas pu être retirée du presse-papiers. Copiez un mot quelconque pour la remplacer.
app-said-file-saved = Le fichier est dans vos téléchargements, ou sinon dans votre dossier personnel.
app-said-file-not-saved = Le fichier n’a pas pu être enregistré.
app-said-removed = La clé a été retirée de cet ordinateur.
app-said-session-damaged = Le fichier de suivi était abîmé. Il a été mis de côté et vous repartez du début.
app-said-key-refused = Ceci ressemble à une clé : elle n’a pas été gardée et le champ a été vidé.
app-said-copying = La copie précédente n’est pas finie. Patientez un instant, puis réessayez.
app-said-another-code = Le code d’un autre appel est ouvert.

## Banners

# $address: the address that stands in for Binance's
app-other-address = Attention : ce programme ne parle pas à Binance, mais à `{ $address }`.
app-unsaved = Votre progression n’est pas enregistrée : le disque est peut-être plein.

## Pourquoi aucune fenêtre ne s'ouvre. La raison technique, s'il y en a une, est écrite dessous.

app-start-no-display = L’Assistant SmartradeX a besoin d’un écran, et il n’y en a pas.
app-start-no-home = L’Assistant SmartradeX ne peut pas démarrer : ce compte utilisateur n’a pas de dossier pour les données des programmes.
app-start-running = L’Assistant SmartradeX est déjà ouvert. Fermez‑le, puis ouvrez‑le à nouveau avec cette adresse.
app-start-stuck = L’Assistant SmartradeX est déjà ouvert, mais ne répond pas. Redémarrez l’ordinateur, puis ouvrez‑le à nouveau.
app-start-system = L’ordinateur n’a pas laissé l’Assistant SmartradeX démarrer. Redémarrez‑le, puis réessayez.
app-start-window = La fenêtre de l’Assistant SmartradeX n’a pas pu s’ouvrir. Sous Windows, installez « WebView2 Runtime » de Microsoft, puis réessayez.
app-start-fault = L’Assistant SmartradeX a un défaut et doit se fermer. Ouvrez‑le de nouveau. Si cela se reproduit, appelez‑nous.

## Mauvaise utilisation, et l'aide de la ligne de commande, écrites là ou dans une boîte

app-usage =
    Utilisation : smartradex-setup OPTIONS

    Options :
      --endpoint URL  interroger un serveur de cet ordinateur au lieu de Binance, comme http://127.0.0.1:8080
      --support CODE  ouvrir le poste d’assistance ; le code dicté par l’appelant est facultatif
      --help          écrire ceci
      --version       écrire la version
app-usage-only-options = Seules des options peuvent être données.

## Dates

# $day: day of the month. $month: 1 to 12. $year: four digits
app-date = { $day ->
    [1] 1er
   *[other] { $day }
  } { $month ->
    [1] janvier
    [2] février
    [3] mars
    [4] avril
    [5] mai
    [6] juin
    [7] juillet
    [8] août
    [9] septembre
    [10] octobre
    [11] novembre
   *[other] décembre
  } { $year }

## About

app-about-heading = À propos de ce programme
app-about-version = Version
app-about-system = Système
app-about-keeps = Ce qui est gardé sur cet ordinateur
app-about-keeps-keyring = Vos clés : dans le trousseau de cet ordinateur, et nulle part ailleurs.
app-about-keeps-session = Votre progression et votre adresse e-mail, sans aucune clé secrète : dans le fichier `session.json`.
app-about-keeps-window = La position de la fenêtre : dans le fichier `window.json`.
app-about-keeps-log = Un journal de ce que fait le programme, sans aucune clé : dans le fichier `log.txt`.
app-about-sends = Ce programme ne parle qu’à Binance. Il n’envoie rien à SmartradeX ni à personne d’autre.

## Erase everything

app-forget-heading = Tout effacer ?
app-forget-lead = Ce programme va effacer ce qu’il garde sur cet ordinateur.
app-forget-keys = Les clés de vos bots, dans le trousseau de cet ordinateur.
app-forget-session = Votre progression et votre adresse e-mail.
app-forget-window = La position de la fenêtre.
app-forget-log = Le journal du programme.
app-forget-log-off = Il reste noté que vous ne voulez pas de journal.
app-forget-wait = Une note reste : quand Binance pourra de nouveau être interrogé.
app-forget-binance = Vos clés restent valables chez Binance. Pour les y supprimer, allez dans [sub-accounts], puis [api-management].
app-forget-main = Tout effacer
app-forget-nothing = Ne rien effacer
app-forgotten-waiting = Effacement en cours
app-forgotten-done = Tout est effacé
app-forgotten-left = Tout n’est pas effacé
app-forget-waiting = en cours
app-forget-gone = c’est fait
app-forget-left = pas fait
app-forgotten-failed = Une partie est restée
app-forgotten-failed-text = Le trousseau est peut-être verrouillé ou fermé, ou le disque protégé. Ouvrez le trousseau, puis réessayez.

## Closing the program

app-leaving-heading = Fermer maintenant ?
app-leaving-lost = Les valeurs que vous avez collées ne sont pas encore gardées. Elles seront perdues.
app-leaving-secret = Binance ne montre la clé secrète qu’une fois. Si sa page n’est plus ouverte, il faudra créer une autre clé.
app-leaving-stay = Ne pas fermer
app-leaving-main = Fermer quand même
