### Step 3: edit the restrictions of the key.

step3-heading = Réglez les restrictions de la clé
step3-lead = Deux cases cochées, toutes les autres décochées, et aucune restriction IP.
step3-edit = Sur la page de la clé, cliquez sur [edit].
step3-spot = Cochez [spot-and-margin-trading].
    .detail = Sans cette case, le bot ne peut pas passer d’ordre. Le nom peut finir par « & Stock Trading ».
step3-others = Gardez [reading] cochée et laissez toutes les autres cases décochées.
    .detail = Surtout celles qui permettent des transferts.
step3-ip = Sélectionnez [ip-unrestricted].
    .detail = Les serveurs de SmartradeX pourront alors donner des ordres à votre sous-compte.
step3-save = Cliquez sur [save].
step3-verify = Entrez le <two-factor|code de vérification> si Binance le demande.
step3-main = Les restrictions sont réglées
step3-only = Ces deux cases, et aucune autre
step3-only-1 = Nous refusons les clés avec d’autres cases que [reading] et [spot-and-margin-trading].
step3-only-2 = Tout mouvement de fonds hors de votre compte est ainsi impossible.
step3-red = Un texte rouge apparaît : c’est attendu
step3-red-1 = Binance écrit qu’une clé sans restriction IP n’est pas recommandée et sera supprimée.
step3-red-2 = La case décochée à l’étape 1 sert à l’éviter. Vérifiez la clé de temps en temps avec ce programme.
step3-why = Pourquoi ?
step3-why-1 = La lecture montre au bot l’état du sous-compte. Le trading <spot|Spot> lui permet d’acheter et de vendre.
step3-why-2 = Les autres cases permettraient d’emprunter ou de déplacer vos fonds : le bot n’en a pas besoin.
step3-why-3 = Le retrait de vos fonds n’est pas possible depuis un sous-compte.
step3-why-4 = Cela limite le risque d’une clé sans restriction IP.
step3-grey = La case est grise ?
step3-grey-1 = L’étape 1 n’a pas été faite, ou pas sur le compte principal.
step3-grey-2 = Ne rechargez pas cette page : elle cacherait la clé secrète. Décochez la case de l’étape 1 dans un autre onglet.
