### The support desk: for those who help others by telephone.

desk-heading = Poste d’assistance
desk-view-call = Un appel
desk-view-lane = Tout sur une page
desk-view-training = S’exercer
desk-never = Ce que l’on ne demande jamais
desk-never-1 = Ne demandez jamais une clé secrète, un mot de passe ou un code de vérification.
desk-never-2 = Ici, aucun champ ne prend une clé. En cas de doute, l’appelant raccroche et appelle le numéro du site.
desk-code = Code d’aide de l’appelant
desk-code-help = Douze caractères. Majuscules, espaces et tirets ne comptent pas.
# $count: number of characters typed
desk-code-length = Un code a 12 caractères ; ici, il y en a { $count }.
# $place: the character’s place in the code, from 1
desk-code-foreign = Le caractère { $place } n’existe dans aucun code. Faites-le répéter.
desk-code-doubtful = Un caractère n’est pas bon. Faites répéter ceux que voici.
desk-code-later = Ce code vient d’une version plus récente du programme. Mettez ce programme à jour.
desk-code-meaningless = Aucune version du programme ne fait un tel code. Faites-le répéter en entier.
# $place: the character’s place in the code, from 1. $character: what it may be. $spelled: the same as a word
desk-meant = Caractère { $place } : plutôt { $character }, comme { $spelled } ?
# $place: the character’s place in the code, from 1. $character: what it may be
desk-meant-digit = Caractère { $place } : plutôt le chiffre { $character } ?
# $place: place of the first of two characters, from 1. $next: place of the second
desk-meant-swapped = Caractères { $place } et { $next } : intervertis ?
desk-key-refused = Ceci ressemble à une clé
desk-key-refused-1 = Le texte n’a pas été gardé et le champ a été vidé.
desk-key-wiping = Votre presse-papiers est en train d’être vidé.
desk-key-wiped = La clé était encore dans votre presse-papiers. Il a été vidé.
desk-key-not-there = Votre presse-papiers ne contient pas cette clé.
desk-key-not-wiped = Votre presse-papiers n’a pas pu être vidé. Copiez un mot quelconque pour remplacer la clé.
desk-key-refused-2 = Dites : « Ne me donnez jamais votre clé secrète, ni à moi ni à personne. »
desk-key-refused-3 = Dites : « Supprimez cette clé chez Binance, puis refaites l’étape 2. »
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
desk-finding-ip = limitée à des adresses IP
desk-finding-unclear = réponse de Binance pas claire
# $answer: HTTP status and code, or field and value
desk-answer = Réponse de Binance : `{ $answer }`.
desk-no-answer = Aucune réponse de Binance n’est arrivée.

## What to say

desk-say = À dire maintenant
# $place: the name of the screen, as it stands on top of it
desk-say-place = Vous voyez « { $place } » en haut de l’écran, n’est-ce pas ?
desk-say-never = Ne me dites jamais votre clé secrète, votre mot de passe ou un code.
# $number: number of the instruction
desk-say-instruction = Passons à l’instruction { $number }.
desk-say-all-ticked = Toutes les instructions sont faites. Cliquez sur le bouton principal, en bas à droite.
desk-say-welcome = Choisissez votre bot, puis commencez.
desk-say-entering = Collez les deux clés, puis cliquez sur « Vérifier auprès de Binance ».
desk-say-examining = Le programme interroge Binance. Attendons le résultat ensemble.
desk-say-judged = Lisez‑moi la grande phrase du résultat.
desk-say-accepted = Votre clé est bonne. Passez à SmartradeX, en bas à droite.
desk-say-hand-over = Copiez chaque valeur dans le formulaire, dans l’ordre, puis enregistrez.
desk-say-configured = Votre bot est configuré. Il n’y a plus rien à faire.
desk-say-home = Cliquez sur « Vérifier » sous le nom de votre bot.
desk-say-tell = Dites-moi quand c’est fait.
desk-likely = Ce qui risque d’arriver ensuite
desk-sees = Ce que voit l’appelant
desk-tree = « Je ne vois pas cela »
desk-chosen = choisi
desk-not-chosen = pas choisi
desk-note = Note pour le dossier, sans donnée personnelle
desk-note-copy = Copier la note
desk-note-code = Code d’aide
desk-note-place = Écran
desk-note-cause = Problème

## All on one page

desk-lane-lead = Les quatre étapes et tous les problèmes, sans passer d’écran en écran.
desk-search = Chercher un problème
desk-search-help = Par son nom, ou par le code de Binance : `-2015`, `401`.
# $count: number of problems found
desk-search-found = { $count ->
    [0] Aucun problème ne correspond.
    [one] Un problème correspond.
   *[other] { $count } problèmes correspondent.
}
desk-lane-steps = Les quatre étapes

## Training

desk-train-lead = Voyez ce que voit un appelant, à l’étape ou au problème de votre choix.
desk-train-steps = Commencer à une étape
# $step: number of the step
desk-train-step = Étape { $step }
desk-train-causes = Rencontrer un problème
desk-train-code = Le code d’aide affiché pendant l’exercice s’ouvre aussi ici.
