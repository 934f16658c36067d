### Step 4: paste the two values, and check them.

step4-heading = Collez les deux clés
# $bot: name of the bot
step4-lead = Sur la page de Binance, copiez la clé API du { $bot }, puis sa clé secrète. Elles sont d’abord vérifiées ici.
step4-api-key = [api-key]
    .detail = Cliquez sur [copy] à côté de la clé API, puis revenez ici.
step4-paste-api-key = Coller la clé API
step4-secret-key = [secret-key]
    .detail = Faites de même. Elle n’est montrée qu’une fois.
step4-paste-secret-key = Coller la clé secrète
step4-placeholder = Rien pour l’instant
# $count: number of characters
step4-taken = Reçue, { $count } caractères
step4-before-stays = L’ancienne valeur est gardée.
step4-clear = Vider
step4-main = Vérifier auprès de Binance
step4-missing-api-key = Collez d’abord la clé API.
step4-missing-secret-key = Collez d’abord la clé secrète.
# $bot: name of the bot
step4-checked = La clé du { $bot } est déjà vérifiée
step4-checked-text = Continuez avec elle, ou collez‑en une autre ci‑dessous.
step4-safe = Ce que devient votre clé secrète
step4-safe-1 = Elle n’est jamais affichée ici. Collez‑la bien dans le champ 2 : elle ne sera pas envoyée à Binance. À la fin, vous la collez vous‑même dans le formulaire de SmartradeX.
step4-safe-2 = La vérification demande à Binance si les cases sont bonnes. Aucun ordre n’est passé.
step4-lost = Binance montre `****` à la place de la clé secrète ?
step4-lost-1 = Elle n’est montrée qu’une fois. Binance ne la montre plus, même à vous.
step4-lost-2 = Supprimez cette clé chez Binance, et aucune autre. Puis refaites les étapes 2 et 3.

## The verdict

step4-hand-over = Donner les clés à SmartradeX
step4-back-to-fields = Revenir aux deux clés
step4-look-again = Vérifier maintenant
step4-looking = Nouvelle vérification en cours…
step4-looking-now = Une vérification est en cours.
step4-wait-first = Attendez la fin du compte à rebours.
# $minutes (number): whole minutes. $seconds (number): whole seconds beyond them.
step4-next-look =
    { $minutes ->
        [0] Nouvelle vérification dans { $seconds } s
       *[other] Nouvelle vérification dans { $minutes } min { $seconds } s
    }
# $minutes (number): whole minutes. $seconds (number): whole seconds beyond them.
step4-binance-waits =
    { $minutes ->
        [0] Binance pourra être interrogé dans { $seconds } s.
       *[other] Binance pourra être interrogé dans { $minutes } min { $seconds } s.
    }
step4-stop-looking = Arrêter
step4-also-possible = Cela peut aussi être :
step4-to-step1 = Revoir l’étape 1
step4-to-step3 = Revoir l’étape 3
step4-new-key = Créer une autre clé
step4-new-key-note = Les deux valeurs collées ici sont alors effacées.
step4-swap = Échanger les deux clés et réessayer
step4-swap-note = Seulement si vous pensez les avoir interverties. Sinon, votre clé secrète serait envoyée à Binance.
