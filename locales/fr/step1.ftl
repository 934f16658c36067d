### Step 1: untick the box on the main account.

step1-heading = Décochez une case sur votre compte
step1-lead = Une case de sécurité bloque les bots. Vous la décochez une seule fois.
step1-main-account = Sur le compte principal
step1-main-account-text = Cette étape se fait dans [account], et non dans [sub-accounts].
step1-open = Ouvrez Binance et connectez‑vous.
    .detail = Le bouton mène à [account], [api-management]. Vérifiez que l’adresse commence par `www.binance.com`.
step1-open-button = Ouvrir Binance
step1-scroll = Faites défiler la page jusqu’en bas.
step1-untick = Décochez la case [security-controls].
    .detail = La phrase à côté de la case, ou au-dessous, peut être en anglais.
step1-accept = Cliquez sur [accept].
step1-verify = Si Binance le demande, entrez le <two-factor|code de vérification> ou utilisez votre clé d’accès (passkey).
    .detail = Le code est sur votre téléphone ou dans vos e-mails. Ne le donnez à personne.
step1-main = J’ai décoché la case
step1-why = Pourquoi ?
step1-why-1 = Décocher cette case permet à nos serveurs de communiquer avec la clé API que vous allez créer.
step1-why-2 = Tant qu’elle est cochée, Binance refuse le trading à une clé sans restriction IP.
step1-why-3 = L’étape 3 n’est possible que si celle-ci est bien faite.
step1-honest = Ce que cela change pour votre sécurité
step1-honest-1 = Si la case est cochée, toutes vos clés API sont soumises aux contrôles de sécurité de Binance.
step1-honest-2 = Si elle est décochée, ces contrôles ne protègent plus vos clés, même celles d’autres services.
step1-honest-3 = C’est pourquoi votre clé n’aura que deux droits, sur un <sub-account|sous-compte> d’où rien ne peut être retiré.
