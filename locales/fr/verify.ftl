### smartradex-verify, la vérification d'une clé sans fenêtre.

verify-help =
    smartradex-verify : vérifie si une clé API de Binance convient à SmartradeX

    Utilisation : smartradex-verify OPTIONS, avec la clé sur l’entrée standard
                  smartradex-verify doctor, avec --endpoint, --lang ou --json : examine cet ordinateur, sans clé

    La clé API et la clé secrète sont lues sur l’entrée standard, une par ligne.
    Elles ne sont jamais prises sur la ligne de commande, où d’autres programmes les verraient.
    Aucun ordre n’est passé, aucun argent ne bouge.

    Options :
      --bot btc-spot|eth-spot           le bot auquel la clé est destinée (btc-spot)
      --from-keyring btc-spot|eth-spot  prendre la clé que l’assistant garde pour ce bot
      --endpoint URL                    interroger un serveur de cet ordinateur au lieu de Binance, comme http://127.0.0.1:8080
      --lang fr|en                      langue des textes (celle du système)
      --json                            écrire un seul objet JSON, quoi qu’il arrive
      --help                            écrire ceci
      --version                         écrire la version

    Se termine par 0 : la clé est acceptée. 1 : elle est refusée. 2 : elle n’a pas pu être vérifiée. 64 : mauvaise utilisation.
    doctor se termine par 0 : rien ne gêne. 2 : quelque chose gêne. 64 : mauvaise utilisation.
verify-prompt = Collez la clé API, puis la clé secrète, chacune suivie d’Entrée. Elles ne s’affichent pas. Si rien ne se passe, appuyez encore sur Entrée.
verify-also = Cela peut aussi être :
verify-try-help = Voir smartradex-verify --help.

## Une entrée dont aucune clé n'est venue.

verify-input-unread = Ce qui a été donné n’a pas pu être lu jusqu’au bout.
verify-input-unread-todo = Rien n’a été vérifié. Donnez de nouveau les deux lignes.
verify-foreign-terminal = Ce terminal montrerait la clé.
verify-foreign-terminal-todo = Rien n’a été lu. Mettez « winpty » devant la commande, ou donnez les deux lignes par un tube.

## Mauvaise utilisation. Ce qui a été donné n'est jamais répété : c'est peut-être une clé.

verify-unknown-option = Cette option n’existe pas.
verify-missing-value = Il manque la valeur d’une option.
verify-unexpected-value = Une option sans valeur en a reçu une.
verify-keys-not-here = Les clés ne se donnent pas sur la ligne de commande. Donnez‑les sur l’entrée standard.
verify-bad-bot = Un bot est btc-spot ou eth-spot.
verify-bad-lang = Une langue est fr ou en.
verify-endpoint-malformed = L’adresse à interroger n’en est pas une.
verify-endpoint-scheme = L’adresse à interroger commence par https ou http.
verify-endpoint-elsewhere = Seuls https://api.binance.com et une adresse de cet ordinateur peuvent être interrogés.
verify-endpoint-too-much = L’adresse à interroger se limite au protocole, à l’hôte et au port, comme https://api.binance.com.
verify-two-bots = La clé du trousseau et le bot doivent être les mêmes.
verify-no-key-for-doctor = L’examen de l’ordinateur n’utilise aucune clé.
