### Pourquoi une clé n'est pas acceptée, ou n'a pas pu être vérifiée. Le message est un nom court à dire au téléphone, sans majuscule et sans
### point. « happened » : ce qui s'est passé. « why » : pourquoi, peut-être. « todo » : que faire maintenant.

## Le réseau

causes-no-network = pas de réseau
    .happened = Cet ordinateur n’est pas relié à Internet.
    .why = Le Wi-Fi est peut-être coupé, ou un câble débranché.
    .todo = Connectez l’ordinateur, puis vérifiez de nouveau.

causes-dns = adresse de Binance introuvable
    .happened = Cet ordinateur ne trouve pas l’adresse de Binance.
    .why = La connexion est peut-être coupée, ou un filtre du réseau cache Binance.
    .todo = Ouvrez une autre page web. Si elle s’ouvre, changez de réseau. Sinon, rétablissez la connexion. Puis vérifiez de nouveau.

causes-refused = connexion refusée
    .happened = La connexion à Binance a été refusée.
    .why = Un pare-feu ou un antivirus la bloque peut-être, sur l’ordinateur ou sur le réseau.
    .todo = Vérifiez de nouveau. Si cela dure, essayez un autre réseau, comme celui de votre téléphone.

causes-time-out = connexion trop lente
    .happened = La connexion à Binance ne s’est pas ouverte à temps.
    .why = Le réseau est peut-être très lent, ou quelque chose bloque Binance en chemin.
    .todo = Vérifiez de nouveau. Si cela dure, essayez un autre réseau, comme celui de votre téléphone.

causes-stalled = pas de réponse complète
    .happened = La connexion s’est ouverte, mais aucune réponse complète n’est venue.
    .why = Le réseau est peut-être lent ou instable, ou quelque chose retient la réponse.
    .todo = Vérifiez de nouveau dans un moment. Si cela dure, essayez un autre réseau.

causes-proxy = blocage par un proxy
    .happened = Ce réseau passe par un relais (proxy), qui n’a pas laissé passer le programme.
    .why = Les entreprises et les écoles en ont souvent un. Il demande peut-être un mot de passe.
    .todo = Mieux vaut faire ces étapes chez vous, sur votre propre ordinateur. Sinon, demandez à la personne qui gère ce réseau.

causes-tls = certificat non reconnu
    .happened = Cet ordinateur n’est pas sûr de parler à Binance : le certificat reçu n’est pas reconnu. Votre clé n’a pas été envoyée.
    .why = Un antivirus ou le proxy d’une entreprise lit peut-être les échanges. La date de l’ordinateur est peut-être fausse. Un réseau d’hôtel ou de train attend peut-être que vous vous connectiez.
    .todo = Regardez la date de l’ordinateur. Ouvrez une page web, au cas où le réseau vous demanderait de vous connecter. Sinon, essayez un autre réseau.

causes-no-authorities = pas de liste de certificats
    .happened = Cet ordinateur n’a pas de liste des certificats à reconnaître. Rien n’a été envoyé.
    .why = Sous Linux, le paquet `ca-certificates` manque peut-être.
    .todo = Installez ce paquet, puis vérifiez de nouveau.

causes-captive-portal = page de connexion du réseau
    .happened = Une page web a répondu à la place de Binance. Le programme n’en a pas tenu compte.
    .why = Les réseaux des hôtels, des trains et des cafés montrent d’abord une page de connexion.
    .todo = Ouvrez une page dans votre navigateur, connectez‑vous au réseau, puis vérifiez de nouveau.

causes-not-binance = réponse étrangère à Binance
    .happened = Quelque chose a répondu, mais pas comme Binance. Le programme n’en a pas tenu compte.
    .why = Un filtre ou un proxy répond peut-être à sa place.
    .todo = Vérifiez de nouveau. Si cela dure, essayez un autre réseau.

## Binance

# $minutes (number): nombre entier de minutes à attendre ; 0 s'il y en a moins d'une. $seconds (number): les secondes.
causes-firewall = blocage par le pare-feu de Binance
    .happened = Le pare-feu de Binance bloque votre réseau pour le moment.
    .why = Trop de demandes en sont peut-être venues. Cela dure d’habitude cinq minutes.
    .todo =
        { $minutes ->
            [0] Attendez { $seconds } s, puis vérifiez de nouveau.
            [one] Attendez { $minutes } minute, puis vérifiez de nouveau.
           *[other] Attendez { $minutes } minutes, puis vérifiez de nouveau.
        }

causes-country = pays non desservi
    .happened = Binance n’est pas disponible là où vous semblez être.
    .why = Un VPN ou un réseau d’entreprise vous fait peut-être apparaître dans un autre pays.
    .todo = Coupez le VPN ou changez de réseau, puis vérifiez de nouveau.

# $minutes (number): nombre entier de minutes à attendre ; 0 s'il y en a moins d'une. $seconds (number): les secondes.
causes-too-many-requests = trop de demandes
    .happened = Binance a reçu trop de demandes de votre réseau.
    .why = Un autre programme, ou quelqu’un sur le même réseau, en envoie peut-être aussi.
    .todo =
        { $minutes ->
            [0] Attendez { $seconds } s, puis vérifiez de nouveau.
            [one] Attendez { $minutes } minute, puis vérifiez de nouveau.
           *[other] Attendez { $minutes } minutes, puis vérifiez de nouveau.
        }

# $minutes (number): nombre entier de minutes à attendre ; 0 s'il y en a moins d'une. $seconds (number): les secondes.
causes-banned = réseau bloqué temporairement
    .happened = Binance a bloqué temporairement votre réseau.
    .why = Un programme a sans doute continué ses demandes alors que Binance disait d’attendre.
    .todo =
        { $minutes ->
            [0] Fermez les autres programmes qui utilisent Binance. Attendez { $seconds } s, puis vérifiez de nouveau.
            [one] Fermez les autres programmes qui utilisent Binance. Attendez { $minutes } minute, puis vérifiez de nouveau.
           *[other] Fermez les autres programmes qui utilisent Binance. Attendez { $minutes } minutes, puis vérifiez de nouveau.
        }

causes-maintenance = maintenance chez Binance
    .happened = Binance est en maintenance et ne répond pas.
    .why = Binance le dit lui-même. Votre clé n’y est pour rien.
    .todo = Vérifiez de nouveau plus tard. Rien de ce que vous avez fait n’est perdu.

causes-binance-fault = panne chez Binance
    .happened = Binance a un problème de son côté en ce moment.
    .why = Cela dure rarement. Votre clé n’y est pour rien.
    .todo = Vérifiez de nouveau dans un moment.

causes-clock = heure refusée
    .happened = Binance a refusé l’heure donnée par ce programme.
    .why = L’horloge de l’ordinateur a peut-être sauté, ou le réseau est trop lent.
    .todo = Laissez l’ordinateur régler son horloge tout seul, dans les réglages de date. Puis vérifiez de nouveau.

## Ce qui a été collé

causes-key-not-recognised = clé non reconnue
    .happened = Binance ne reconnaît pas cette clé.
    .why = Elle a peut-être été supprimée, ou il en manque un morceau.
    .todo = Regardez chez Binance si la clé existe encore et si [ip-unrestricted] est sélectionné. Puis copiez de nouveau les deux valeurs. Si la clé secrète est cachée, créez une autre clé.

causes-swapped = clé API et clé secrète interverties
    .happened = Binance ne reconnaît pas la clé API qui a été collée.
    .why = Les deux valeurs sont peut-être chacune dans le champ de l’autre.
    .todo = Pensez‑vous les avoir interverties ? Alors seulement, essayez‑les dans l’autre sens. La valeur du second champ sera envoyée à Binance.

causes-wrong-secret = clé secrète d’une autre clé
    .happened = La clé secrète ne va pas avec cette clé API.
    .why = C’est peut-être celle d’une autre clé, ou il en manque un morceau.
    .todo = Copiez de nouveau les deux valeurs sur la même page. Si la clé secrète est cachée, créez une autre clé.

causes-key-format = forme de clé inconnue
    .happened = Binance dit que cette valeur n’a pas la forme d’une clé.
    .why = Un caractère s’y est peut-être glissé, ou il en manque un morceau.
    .todo = Copiez de nouveau les deux valeurs avec les boutons de copie de Binance.

causes-other-site = clé d’un autre site
    .happened = Cette clé n’existe pas chez Binance.
    .why = Elle vient peut-être d’un autre site, comme Binance US ou le site d’essai de Binance. Elle a peut-être été supprimée.
    .todo = Créez la clé sur binance.com, puis collez ses deux valeurs.

causes-self-generated = clé non générée par Binance
    .happened = Cette clé a été faite sur votre ordinateur, avec [self-generated].
    .why = Binance ne donne pas de clé secrète avec elle, et SmartradeX en a besoin.
    .todo = Supprimez cette clé, et aucune autre. Puis créez‑en une nouvelle et choisissez [system-generated].

causes-not-active-yet = clé pas encore active
    .happened = Binance ne semble pas encore avoir pris en compte cette clé, ou ses cases.
    .why = Une clé neuve, ou un changement de cases, met parfois quelques minutes à prendre effet.
    .todo = Attendez un moment, puis vérifiez de nouveau.

## La clé

causes-main-account = clé du compte principal
    .happened = Cette clé est celle de votre compte principal.
    .why = Elle y a été créée, au lieu de l’être pour le sous-compte de ce bot.
    .todo = Dans [account], puis [api-management], supprimez la clé que vous venez de créer, et aucune autre. Puis créez‑en une pour le sous-compte de ce bot.

causes-other-bot = sous-compte de l’autre bot
    .happened = Cette clé est celle du sous-compte de votre autre bot.
    .why = Ce sous-compte a été choisi à la création de la clé.
    .todo = Créez une autre clé et choisissez le sous-compte de ce bot. Si le choix était bon, remplacez plutôt la clé de l’autre bot.

causes-ip-restricted = limitée à certaines adresses IP
    .happened = Cette clé ne marche que depuis certaines adresses IP.
    .why = Les serveurs de SmartradeX n’en font pas partie : le bot ne pourrait pas s’en servir.
    .todo = Ouvrez la page de la clé chez Binance. Cliquez sur [edit], sélectionnez [ip-unrestricted], puis cliquez sur [save]. La case de l’étape 1 doit être décochée avant. Un texte rouge est normal.

causes-reading-off = lecture désactivée
    .happened = Cette clé n’a pas le droit de lire.
    .why = La case [reading] n’est pas cochée.
    .todo = Ouvrez la page de la clé chez Binance. Cliquez sur [edit], cochez [reading], puis cliquez sur [save].

causes-trading-off = trading désactivé
    .happened = Cette clé n’a pas le droit de trader.
    .why = La case [spot-and-margin-trading] n’est pas cochée. Si elle est grise, l’étape 1 est sans doute à refaire.
    .todo = Ouvrez la page de la clé chez Binance. Cliquez sur [edit], cochez [spot-and-margin-trading], puis cliquez sur [save].

# $count (number): nombre de cases cochées qui ne doivent pas l'être. Leurs libellés suivent.
causes-too-many-boxes = trop de cases cochées
    .happened =
        { $count ->
            [one] Une case est cochée alors qu’elle ne doit pas l’être.
           *[other] { $count } cases sont cochées alors qu’elles ne doivent pas l’être.
        }
    .why = Certaines cases permettent d’emprunter, ou de déplacer vos fonds. SmartradeX n’accepte que les clés limitées à la lecture et au trading.
    .todo =
        { $count ->
            [one] Ouvrez la page de la clé chez Binance. Cliquez sur [edit], décochez cette case, puis cliquez sur [save].
           *[other] Ouvrez la page de la clé chez Binance. Cliquez sur [edit], décochez ces cases, puis cliquez sur [save].
        }

# $count (number): nombre de permissions actives que personne ne connaît encore. Leurs noms suivent.
causes-unknown-permission = permission inconnue
    .happened =
        { $count ->
            [one] Une permission est active, et ce programme ne la connaît pas.
           *[other] { $count } permissions sont actives, et ce programme ne les connaît pas.
        }
    .why = Binance a peut-être une nouvelle case. Ce qui est inconnu n’est jamais accepté.
    .todo = Ouvrez la page de la clé chez Binance. Cliquez sur [edit]. Ne laissez cochées que [reading] et [spot-and-margin-trading], puis cliquez sur [save].

causes-symbol-whitelist = liste blanche des symboles
    .happened = Cette clé n’a pas le droit de trader les cryptomonnaies de ce bot.
    .why = La case [symbol-whitelist] est cochée.
    .todo = Ouvrez la page de la clé chez Binance. Cliquez sur [edit], décochez [symbol-whitelist], puis cliquez sur [save].

causes-security-controls = trading arrêté par Binance
    .happened = La case du trading est cochée, mais Binance refuse l’ordre d’essai.
    .why = La case de l’étape 1 est peut-être cochée. Ou bien le droit de trader a peut-être expiré, faute d’avoir servi.
    .todo = Revoyez l’étape 1. Si la case n’y est pas cochée, créez une nouvelle clé.

causes-unclear-permissions = permissions peu claires
    .happened = Binance ne dit pas clairement ce que cette clé peut faire.
    .why = Binance a peut-être changé sa réponse. Ce qui n’est pas clair n’est jamais accepté.
    .todo = Vérifiez de nouveau plus tard. Si cela dure, cherchez une version plus récente de ce programme.

causes-program-fault = demande non comprise
    .happened = Binance n’a pas compris la demande de ce programme.
    .why = Binance a peut-être changé quelque chose depuis cette version. Votre clé n’y est pour rien.
    .todo = Cherchez une version plus récente de ce programme, ou prévenez SmartradeX.
