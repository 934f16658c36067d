### Meanings that open in place.

glossary-api-key = Une clé API est comme une carte d’accès. Elle permet à SmartradeX d’agir sur votre sous-compte, dans les limites que vous fixez.
glossary-secret-key = La clé secrète va avec la clé API, comme un code avec une carte. Binance ne la montre qu’une fois.
glossary-sub-account = Un sous-compte est un compartiment de votre compte Binance, avec ses propres fonds. Chaque bot a le sien.
glossary-spot = Le trading Spot est l’achat et la vente simples de cryptomonnaies, sans emprunt.
glossary-two-factor = Un code à six chiffres, donné par une application de votre téléphone ou par e-mail. Il prouve que c’est bien vous.
glossary-ip = Une adresse IP est le numéro d’un ordinateur sur Internet. Une clé restreinte ne marche que depuis les adresses de sa liste.
