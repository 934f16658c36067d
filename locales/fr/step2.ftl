### Step 2: create the API of the bot's sub-account.

step2-heading = Créez la clé API du sous-compte
# $bot: name of the bot
step2-lead = Cette <api-key|clé API> donne au { $bot } l’accès à son <sub-account|sous-compte>, et à rien d’autre.
step2-open = Allez dans [sub-accounts], puis ouvrez l’onglet [api-management].
    .detail = Cette fois, pas dans [account].
step2-open-button = Ouvrir les sous-comptes
step2-create = Cliquez sur [create-api].
step2-type = Choisissez [system-generated], puis cliquez sur [next].
    .detail = L’autre choix ne donne pas de <secret-key|clé secrète>.
# $bot: name of the bot. $example: how the address of the sub-account may begin
step2-sub-account = Sélectionnez le <sub-account|sous-compte> du { $bot }.
    .detail = Son adresse e-mail commence par le nom que vous lui avez donné au chapitre III du guide, par exemple `{ $example }`. En cas de doute, demandez de l’aide avant de choisir.
# $label: label to give to the key
step2-label = Copiez « { $label } », collez‑le dans [key-label], puis cliquez sur [next].
    .detail = Pour coller, cliquez dans le champ, puis appuyez sur Ctrl + V (sur Mac : ⌘ + V). Vous pouvez aussi taper ce nom. Il a peu d’importance pour nous, mais il vous aide à vous y retrouver.
# $label: label to give to the key
step2-copy-label = Copier « { $label } »
step2-verify = Si Binance le demande, entrez le <two-factor|code de vérification> ou utilisez votre clé d’accès (passkey).
    .detail = Ne donnez ce code à personne.
step2-keep-open = Laissez ouverte la page qui montre [api-key] et [secret-key].
    .detail = Vous en aurez besoin à l’étape 4.
step2-once = La clé secrète n’est montrée qu’une fois
step2-once-text = Ne fermez pas la page de Binance et ne la rechargez pas avant la fin de l’étape 4.
step2-main = J’ai créé la clé
step2-why = Pourquoi ?
step2-why-1 = Une clé par bot : chaque bot agit sur son sous-compte et ne voit pas le reste.
step2-why-2 = Un <sub-account|sous-compte> ne permet pas de retirer des fonds vers l’extérieur.
step2-why-3 = Pour un second bot, vous referez ces étapes avec son propre sous-compte.
