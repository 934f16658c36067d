### The support desk: for those who help others by telephone.

desk-heading = Poste d’assistance
desk-view-call = Un appel
desk-view-lane = Tout sur une page
desk-view-training = S’entraîner
desk-never = Ce que l’on ne demande jamais
desk-never-1 = Ne demandez jamais une clé secrète, un mot de passe ou un code de vérification.
desk-never-2 = Ici, aucun champ ne prend une clé. En cas de doute, l’appelant raccroche et appelle le numéro du site.
desk-code = Code d’aide de l’appelant
desk-code-help = Douze caractères. Majuscules, espaces et tirets ne comptent pas.
# $count: number of characters typed
desk-code-length = Un code a 12 caractères ; ici, il y en a { $count }.
# $line, $column: the character’s place in the code, as its three groups stand one below the other, from 1
desk-code-foreign = Ligne { $line }, caractère { $column } : aucun code ne contient cela. Faites‑le répéter.
desk-code-doubtful = Ce code a été mal lu ou mal tapé. Faites répéter ces caractères, sinon tout le code.
desk-code-later = Ce code vient d’une version plus récente du programme. Mettez ce programme à jour.
desk-code-meaningless = Aucune version du programme ne fait un tel code. Faites‑le répéter en entier.
# $line, $column: the character’s place. $character: what it may be. $spelled: the same as a word
desk-meant = Ligne { $line }, caractère { $column } : plutôt { $character }, comme { $spelled } ?
# $line, $column: the character’s place. $character: what it may be
desk-meant-digit = Ligne { $line }, caractère { $column } : plutôt le chiffre { $character } ?
# $line, $column: the place of the first of two characters
desk-meant-swapped = Ligne { $line }, caractère { $column } et le suivant : intervertis ?
desk-key-refused = Ceci ressemble à une clé
desk-key-refused-1 = Le texte n’a pas été gardé et le champ a été vidé.
desk-key-wiping = Votre presse-papiers est en train d’être vidé.
desk-key-wiped = La clé était encore dans votre presse-papiers. Il a été vidé.
desk-key-not-there = Votre presse-papiers ne contient pas cette clé.
desk-key-not-wiped = Votre presse-papiers n’a pas pu être vidé. Copiez un mot quelconque pour remplacer la clé.
desk-key-refused-2 = Dites : « Ne me donnez jamais votre clé secrète, ni à moi ni à personne. »
desk-key-refused-3 = Était‑ce une clé de l’appelant ? Alors dites : « Supprimez cette clé chez Binance, puis refaites les étapes 2, 3 et 4. »
desk-said = Je l’ai dit

## What the code says

desk-no-cause = Pas de problème connu
desk-french = Français
desk-english = Anglais
desk-fact-bot = Bot
desk-fact-mode = Mode
desk-fact-language = Langue du programme
desk-fact-binance = Langue de Binance
desk-fact-version = Version
desk-fact-system = Système
desk-fact-keyring = Trousseau
desk-fact-clock = Horloge
desk-fact-findings = Cases
desk-fact-overlay = Écran devant
desk-fact-fields = Champs
desk-field-taken = reçue
desk-field-missing = pas encore reçue
desk-version-later = plus récente que ce programme
desk-version-unlisted = non publiée
desk-system-other = autre
desk-keyring-not-asked = pas encore utilisé
desk-keyring-kept = la clé est gardée
desk-keyring-declined = la clé n’est pas gardée
desk-clock-unknown = inconnue
desk-clock-right = à l’heure
desk-clock-behind-minutes = en retard de quelques minutes
desk-clock-behind-hours = en retard de plusieurs heures
desk-clock-behind-days = en retard de plusieurs jours
desk-clock-ahead-minutes = en avance de quelques minutes
desk-clock-ahead-hours = en avance de plusieurs heures
desk-clock-ahead-days = en avance de plusieurs jours
# $box: label of the box at Binance
desk-finding-off = à cocher : { $box }
# $box: label of the box at Binance
desk-finding-on = à décocher : { $box }
desk-finding-unknown = une case inconnue est cochée
desk-finding-ip = clé limitée à certaines adresses IP
desk-finding-unclear = réponse de Binance pas claire
# $answer: HTTP status and code, or field and value
desk-answer = Réponse de Binance : `{ $answer }`.
desk-no-answer = Aucune réponse de Binance n’est arrivée.

## What to say

desk-say = À dire maintenant
# $button: what the button is called
desk-say-close = Cliquez sur « { $button } », en bas à gauche.
desk-say-close-questions = Cliquez en bas à gauche, sur « { app-back } » ou « { app-close } », jusqu’à quitter ces questions.
# $place: the name of the screen, as it stands on top of it
desk-say-place = Remontez en haut de la page. Au-dessus du titre, en petit, lisez‑vous « { $place } » ?
desk-say-practice = Vous êtes en entraînement. Si ce n’est pas voulu, cliquez sur « { practice-leave } », en haut. Sinon, tout se passe dans le dessin : ne touchez à rien chez Binance, ni aux réglages de l’ordinateur.
desk-say-never = Ne me dites jamais votre clé secrète, votre mot de passe ou un code de vérification.
# $bot: name of the bot
desk-say-bot = Parlons du { $bot }.
# $number: number of the instruction
desk-say-instruction = Passons à l’instruction { $number }.
desk-say-all-ticked = Toutes les instructions sont faites. Cliquez sur le bouton principal, tout en bas.
desk-say-welcome = Choisissez votre bot, puis cliquez sur « { welcome-start } », tout en bas.
desk-say-entering = Collez les deux clés, l’une après l’autre.
# $field: name of the field
desk-say-field = Regardez le champ « { $field } ».
desk-say-check = Cliquez sur « { step4-main } », tout en bas.
desk-say-examining = Le programme interroge Binance. Attendons le résultat ensemble.
desk-say-judged = Lisez‑moi la grande phrase du résultat.
# $box: label of the box at Binance
desk-say-tick = Cochez « { $box } ».
# $box: label of the box at Binance
desk-say-untick = Décochez « { $box } ».
desk-say-only-two = Décochez toute case autre que [reading] et [spot-and-margin-trading].
desk-say-box-first = La case de l’étape 1 est‑elle bien décochée ? Sinon, faisons cela d’abord : Binance pourrait supprimer la clé.
desk-say-look-again = Puis cliquez sur « { step4-look-again } », tout en bas.
desk-say-practice-boxes = Cliquez sur « { step4-to-step3 } » et corrigez dans le dessin, pas chez Binance.
desk-say-practice-drawing = Corrigez les cases à l’étape 3, dans le dessin, pas chez Binance.
desk-say-accepted = Votre clé est bonne. Cliquez sur « { step4-hand-over } », tout en bas.
desk-say-keep = Cliquez sur « { vault-again } ». Si cela échoue encore, cliquez sur « { vault-without } ».
desk-say-without-keeping = Cliquez sur « { vault-without } ».
# $bot: name of the bot
desk-say-hand-over = Cliquez sur « { handover-open-button } » et connectez‑vous à votre compte SmartradeX. Vérifiez que l’adresse commence par `smartradex.fr`. Copiez ici chaque valeur du { $bot }, et collez‑la dans le champ du même nom. Cliquez sur « { handover-form-save } » dans le formulaire, puis ici sur « { handover-main } ».
desk-say-practice-hand-over = Ne collez rien sur le vrai site. Cliquez sur « { app-copy } » à chaque ligne et regardez où va la valeur. Puis cliquez sur « { handover-main } ».
desk-say-practice-over = Rien n’est encore configuré. Cliquez sur « { practice-for-real } », tout en bas.
desk-say-configured = Dans ce programme, tout est terminé. Si le bot ne fait rien, regardons ceci.
desk-say-home = Cliquez sur « { home-check } » sous le nom de votre bot.
desk-say-replace = Pour mettre une autre clé, cliquez sur « { home-replace } » sous le nom de votre bot.
desk-say-idle = Si la clé est bonne et que le bot ne fait rien, regardons ceci.
desk-say-tell = Dites‑moi quand c’est fait.
desk-likely = Si cela bloque ensuite (à ne pas lire)
desk-sees = Ce que voit l’appelant
desk-says = Ce que dit le code
desk-tree = « Je ne vois pas cela »
desk-chosen = choisi
desk-not-chosen = pas choisi
desk-note = Note pour le dossier, sans donnée personnelle
desk-note-copy = Copier la note
desk-next-call = L’appel suivant
desk-note-code = Code d’aide
desk-note-place = Écran
desk-note-cause = Problème

## Problems without a code

desk-suspicious = Appel suspect
desk-suspicious-ask = Avez‑vous dit ou montré une clé secrète, un mot de passe ou un code de vérification ? Quelqu’un a‑t‑il pris la main sur votre ordinateur ? Si vous êtes sûr que non, rien n’est à supprimer. Sinon, faisons ceci.
desk-idle = Le bot ne fait rien
desk-idle-check = Dans le menu, cliquez sur « { app-menu-home } ». Puis cliquez sur « { home-check } » sous le nom du bot.
desk-idle-known = Si la vérification dit que la clé est bonne, Binance l’accepte. Personne ne voit d’ici si SmartradeX l’a reçue.
desk-idle-form = Sur `smartradex.fr`, les deux valeurs sont-elles dans les champs de ce bot ? Le formulaire est-il sauvegardé ?
desk-idle-new = Si vous avez créé une autre clé depuis, remplissez de nouveau le formulaire avec elle.
desk-idle-funds = Les fonds sont-ils sur le sous-compte de ce bot, comme au chapitre III du guide ?
desk-idle-subscription = Votre abonnement à ce bot a-t-il commencé ? C’est le formulaire du site qui demande les clés, lors du premier abonnement.

desk-again = L’appelant veut recommencer
desk-again-step = Cliquez sur l’étape, à gauche ou dans le menu, pour y revenir. Rien n’est perdu.
desk-again-key = Si une clé est perdue ou douteuse, supprimez‑la chez Binance. Puis refaites les étapes 2, 3 et 4.
desk-again-all = Pour effacer ce que cet ordinateur sait, cliquez sur « { app-menu-forget } » dans le menu. Les clés chez Binance restent.

## All on one page

desk-lane-lead = Les quatre étapes et tous les problèmes, sans passer d’écran en écran.
desk-search = Chercher un problème
desk-search-help = Par les mots de l’appelant, par son nom, ou par le code de Binance : `-2015`, `401`.
# $count: number of problems found
desk-search-found = { $count ->
    [0] Aucun problème ne correspond.
    [one] Un problème correspond.
   *[other] { $count } problèmes correspondent.
}
desk-lane-keyring = Le trousseau
desk-lane-paste = Ce qui est collé à la place d’une clé
desk-lane-steps = Les quatre étapes

## Training

desk-train-lead = Voyez ce que voit un appelant, à l’étape ou au problème de votre choix.
desk-train-steps = Commencer à une étape
# $step: number of the step
desk-train-step = Étape { $step }
desk-train-causes = Commencer par un problème
desk-train-code = Le code d’aide affiché pendant l’entraînement s’ouvre aussi ici.
