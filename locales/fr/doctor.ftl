### Le docteur : ce qui se trouve entre cet ordinateur et Binance, ligne par ligne.

doctor-open = Examiner cet ordinateur
doctor-heading = Examen de cet ordinateur
doctor-lead = Chaque partie du chemin vers Binance est examinée. Aucune clé n’est utilisée.
doctor-looking = L’examen prend dix secondes au plus.
doctor-waits = L’examen demande l’heure à Binance, qui a demandé d’attendre. Il commence de lui-même à la fin de l’attente.
doctor-lines = Ce qui est examiné
doctor-again = Examiner de nouveau
doctor-copy = Copier le résultat
doctor-lost = L’examen s’est arrêté avant la fin. Recommencez.
doctor-state-fine = bon
doctor-state-trouble = à voir
doctor-fine = Tout va bien : cet ordinateur joint Binance.
doctor-not-reached = Cet ordinateur n’arrive pas à communiquer avec Binance.
# $count: nombre de choses à régler
doctor-reached-but = { $count ->
    [one] Binance répond. Une chose est à régler sur cet ordinateur.
   *[other] Binance répond. { $count } choses sont à régler sur cet ordinateur.
}
# Pendant l’entraînement, où c’est le Binance d’entraînement qui a été interrogé et non le vrai.
doctor-practice-fine = Tout va bien sur cet ordinateur. Le Binance d’entraînement répond ; le vrai n’a pas été interrogé.
doctor-practice-not-reached = Le Binance d’entraînement ne répond pas comme il faut. Le vrai n’a pas été interrogé.
# $count: nombre de choses à régler
doctor-practice-reached-but = { $count ->
    [one] Le Binance d’entraînement a été interrogé, et il répond. Une chose est à régler sur cet ordinateur.
   *[other] Le Binance d’entraînement a été interrogé, et il répond. { $count } choses sont à régler sur cet ordinateur.
}

## Les lignes. $cause: le nom du problème, pour le milieu d’une phrase

doctor-proxy =
    .waiting = Chercher si la connexion passe par un relais (proxy)
    .none = Aucun proxy : la connexion est directe.
    .through = La connexion passe par un proxy :
    .fails = Le proxy ne laisse pas passer le programme.
doctor-dns =
    .waiting = Trouver l’adresse de Binance (DNS)
    .works = L’adresse est trouvée (DNS).
    .fails = L’adresse n’est pas trouvée (DNS) : { $cause }.
    .not-needed = L’adresse est déjà connue (DNS).
    .not-tried = La recherche de l’adresse (DNS) n’a pas été essayée.
doctor-tcp =
    .waiting = Ouvrir la connexion (TCP)
    .works = La connexion s’ouvre (TCP).
    .fails = La connexion ne s’ouvre pas (TCP) : { $cause }.
    .not-tried = La connexion (TCP) n’a pas été essayée.
doctor-tls =
    .waiting = Vérifier le certificat (TLS)
    .works = Le certificat est reconnu (TLS).
    .fails = La connexion n’est pas protégée (TLS) : { $cause }.
    .not-needed = Aucun certificat n’est nécessaire (TLS) : tout reste sur cet ordinateur.
    .not-tried = Le certificat (TLS) n’a pas été vérifié.
doctor-binance =
    .waiting = Demander l’heure à Binance
    .works = Binance répond.
    .fails = Binance ne répond pas comme il faut : { $cause }.
    .not-tried = Binance n’a pas été interrogé.

## Les lignes, suite

# $count: nombre de secondes
doctor-clock =
    .waiting = Comparer l’horloge avec celle de Binance
    .right = L’horloge de l’ordinateur est juste.
    .behind =
        { $count ->
            [one] L’horloge de l’ordinateur retarde de { $count } seconde. Le programme en tient compte.
           *[other] L’horloge de l’ordinateur retarde de { $count } secondes. Le programme en tient compte.
        }
    .ahead =
        { $count ->
            [one] L’horloge de l’ordinateur avance de { $count } seconde. Le programme en tient compte.
           *[other] L’horloge de l’ordinateur avance de { $count } secondes. Le programme en tient compte.
        }
    .unknown = L’horloge n’a pas été comparée avec celle de Binance.
    .why = Une horloge fausse peut empêcher d’autres sites de s’ouvrir, et fausser les codes de vérification.
    .todo = Dans les réglages de date, laissez l’ordinateur régler son horloge tout seul.
doctor-keyring =
    .waiting = Essayer le trousseau du système
    .works = Le trousseau du système garde et rend ce qu’on lui confie.
# $name: nom du navigateur, comme le système le donne
doctor-browser =
    .waiting = Chercher le navigateur
    .opens = Les liens s’ouvrent avec { $name }.
    .none = Aucun navigateur n’est choisi pour ouvrir les liens.
    .unknown = Le système ne dit pas quel navigateur ouvre les liens.
    .why = Le système ne sait pas avec quel programme ouvrir une page.
    .todo = Dans les réglages, choisissez un navigateur parmi les applications par défaut.
# $version: version du moteur
doctor-engine =
    .waiting = Lire la version du moteur de la fenêtre
    .version = Le moteur de la fenêtre est en version { $version }.
    .unknown = Le moteur de la fenêtre ne dit pas sa version.
    .outside = Le moteur de la fenêtre n’est connu que dans la fenêtre.
doctor-display =
    .waiting = Regarder l’écran de la session
    .x11 = La session a un écran (X11).
    .wayland = La session a un écran (Wayland).
    .native = La session a un écran.
    .none = La session n’a pas d’écran : aucune fenêtre ne peut s’ouvrir.
    .why = Le programme a sans doute été lancé à distance, ou hors du bureau.
    .todo = Ouvrez une session sur le bureau de l’ordinateur, puis recommencez.
doctor-system =
    .waiting = Lire la version du système
