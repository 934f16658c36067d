### Labels of Binance's pages, exactly as they stand there. The only place to change when Binance renames something.
### Where the label on the French pages has not been seen, the file says so. The attribute `lang` names the language of a label
### that is not in that of its page.

binance-account = Compte
binance-sub-accounts = Sous-compte
# Not seen in French.
binance-sub-account-list = Liste des sous-comptes
# Not seen in French.
binance-transfer = Transfert
binance-api-management = Gestion des API
binance-create-api = Créer une API
# Not seen in French.
binance-choose-type = Choisir le type de clé API
binance-system-generated = Générée par le système
# Not seen in French.
binance-self-generated = Générée par vous-même
binance-sub-account = Sous-compte
binance-key-label = Libellé de la clé API
binance-next = Suivant
binance-accept = Accepter
binance-cancel = Annuler
binance-save = Sauvegarder
binance-edit = Modifier
# Not seen in French.
binance-delete = Supprimer
# Seen in English on a French page.
binance-copy = Copy
    .lang = en
# Not seen in French.
binance-open-key = Afficher
binance-api-key = Clé API
binance-secret-key = Clé secrète
# Not seen in French.
binance-verification = Vérification de sécurité
# Not seen in French.
binance-verification-code = Code de vérification
binance-confirm-title = Confirmer
# Not seen in French: the English label is shown.
binance-security-controls = Default Security Controls
    .lang = en
# Not seen in French: the English sentence is shown.
binance-security-controls-sentence = By checking this box, all existing API Key(s) on your master account and sub-accounts will be subject to Default Security Controls.
    .lang = en
binance-api-restrictions = Restrictions API
binance-reading = Permettre la lecture
binance-spot-and-margin-trading = Activer le trading Spot et sur marge
binance-margin = Activer les prêts sur marge, les remboursements et les transferts
binance-universal-transfer = Permet les transferts universels
binance-symbol-whitelist = Activer la liste blanche des symboles
binance-withdrawals = Activer les retraits
# Not seen in French.
binance-internal-transfer = Activer les transferts internes
# Not seen in French.
binance-futures = Activer les Futures
# Not seen in French.
binance-european-options = Activer les options européennes
# Not seen in French.
binance-portfolio-margin-trading = Activer le trading sur marge de portefeuille
# Not seen in French.
binance-fix-api-trade = Trading par API FIX
# Not seen in French.
binance-fix-read-only = Lecture par API FIX
binance-ip-access = Restrictions d’accès IP
binance-ip-unrestricted = Sans restriction (moins sûr)
binance-ip-trusted = Restreindre l’accès aux adresses IP de confiance uniquement (recommandé)
# In French, seen without the part that speaks of deletion.
binance-red-text = Cette clé API permet l’accès à partir de n’importe quelle adresse IP. Ceci n’est pas recommandé.
