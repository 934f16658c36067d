### Ce qui a été collé dans un champ pour une clé, quand ce n'en est pas une. Le message dit ce que c'est, l'attribut « todo » que faire.

paste-empty = Rien n’a été collé.
    .todo = Copiez la valeur sur la page de Binance, puis collez‑la ici.

paste-masked = Ce sont des étoiles ou des points qui cachent la valeur.
    .todo = Utilisez le bouton de copie de Binance. Si la clé secrète est cachée pour de bon, supprimez cette clé, et aucune autre. Puis créez‑en une nouvelle.

# $count (number): nombre de caractères collés. 0 : leur nombre n’est pas connu.
paste-too-short =
    { $count ->
        [0] Il n’y a pas assez de caractères ; une clé en a d’habitude 64.
        [one] Il n’y a que { $count } caractère ; une clé en a d’habitude 64.
       *[other] Il n’y a que { $count } caractères ; une clé en a d’habitude 64.
    }
    .todo = Copiez la valeur entière avec le bouton de copie de Binance.

# $count (number): nombre de caractères collés. 0 : leur nombre n’est pas connu.
paste-too-long =
    { $count ->
        [0] Ce texte a trop de caractères d’affilée ; une clé en a d’habitude 64.
       *[other] Ce texte a { $count } caractères d’affilée ; une clé en a d’habitude 64.
    }
    .todo = Copiez une seule valeur avec le bouton de copie de Binance.

paste-private-key = C’est une clé privée faite sur votre ordinateur, pas par Binance. Rien n’en a été gardé.
    .todo = Créez une autre clé chez Binance et choisissez [system-generated].

paste-public-key = Ce n’est pas la clé API de Binance, mais la clé publique d’une paire faite sur votre ordinateur.
    .todo = Créez une autre clé chez Binance et choisissez [system-generated].

paste-email = C’est une adresse e-mail.
    .todo = Copiez la valeur de la clé sur la page de Binance, puis collez‑la ici.

paste-url = C’est l’adresse d’une page.
    .todo = Copiez la valeur de la clé sur cette page, puis collez‑la ici.

paste-words = Ce sont des mots, pas une clé.
    .todo = Une clé est une suite de lettres et de chiffres, d’habitude 64. Copiez‑la avec le bouton de copie de Binance.

paste-verification-code = C’est un code de vérification à six chiffres.
    .todo = Ne tapez ce code que chez Binance, jamais ici. Ici, collez la valeur de la clé.

paste-key-label = C’est le libellé de la clé, pas sa valeur.
    .todo = Copiez la valeur qui se trouve sous le libellé, sur la page de Binance.

# $count (number): nombre de caractères qu'aucune clé n'a. 0 : leur nombre n’est pas connu.
paste-odd-letters =
    { $count ->
        [0] Des lettres n’existent dans aucune clé : accents, ou autre alphabet.
        [one] Une lettre n’existe dans aucune clé : elle a un accent, ou vient d’un autre alphabet.
       *[other] { $count } lettres n’existent dans aucune clé : accents, ou autre alphabet.
    }
    .todo = Ne tapez pas la clé. Copiez‑la avec le bouton de copie de Binance.

# $count (number): nombre de caractères qu'aucune clé n'a. 0 : leur nombre n’est pas connu.
paste-odd-signs =
    { $count ->
        [0] Des caractères de ce texte n’existent dans aucune clé.
        [one] Un caractère de ce texte n’existe dans aucune clé.
       *[other] { $count } caractères de ce texte n’existent dans aucune clé.
    }
    .todo = Copiez de nouveau la valeur avec le bouton de copie de Binance.

# $count (number): nombre de valeurs trouvées. 0 : leur nombre n’est pas connu.
paste-several-keys =
    { $count ->
        [0] Il y a plusieurs valeurs dans ce texte, et rien ne dit laquelle est laquelle.
       *[other] Il y a { $count } valeurs dans ce texte, et rien ne dit laquelle est laquelle.
    }
    .todo = Copiez la clé API seule, collez‑la, puis faites de même avec la clé secrète.

paste-same-in-both = C’est la valeur qui se trouve déjà dans l’autre champ.
    .todo = Videz les deux champs. Collez la clé API dans le champ 1, puis la clé secrète dans le champ 2.

paste-other-taken = D’après son libellé, ceci va dans l’autre champ, qui a déjà une autre valeur.
    .todo = Est‑ce la bonne ? Videz l’autre champ, puis collez de nouveau.

paste-too-large = Ce texte est bien trop long pour une clé.
    .todo = Copiez seulement la valeur sur la page de Binance, puis collez‑la ici.

paste-clipboard-empty = Le presse-papiers est vide.
    .todo = Appuyez sur le bouton de copie de Binance, puis collez ici.

paste-clipboard-not-text = Le presse-papiers contient une image ou un fichier, pas du texte.
    .todo = Copiez la valeur elle-même sur la page de Binance, pas son image.

paste-clipboard-unavailable = Votre ordinateur ne laisse pas lire le presse-papiers.
    .todo = Cliquez dans le champ et collez avec le clavier (Ctrl ou ⌘ et V).

## Dit à côté d'une valeur qui a été prise.

# $count (number): nombre de caractères de la valeur.
paste-doubt-length =
    { $count ->
        [one] Cette valeur a { $count } caractère ; une clé en a d’habitude 64. L’avez‑vous copiée en entier ?
       *[other] Cette valeur a { $count } caractères ; une clé en a d’habitude 64. L’avez‑vous copiée en entier, sans rien d’autre ?
    }
paste-doubt-character = Cette valeur contient un caractère que les clés n’ont pas d’habitude. L’avez‑vous copiée ou tapée ?
