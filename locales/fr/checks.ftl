### La vérification d'une clé : ce qui est regardé, ligne par ligne, et le résultat.

checks-heading = Vérification de la clé
checks-lead = Cela prend quelques secondes. Aucun ordre n’est passé, aucun argent ne bouge.
checks-cancel = Arrêter la vérification
checks-label = Ce qui est vérifié

## Les lignes. « waiting » : avant d'en savoir quelque chose. « ok », « wrong », « unknown » : ce qui a été trouvé.

checks-reached =
    .waiting = Joindre Binance
    .ok = Binance répond.
    .unknown = Binance n’a pas été joint.

# $count (number): nombre de minutes, d'heures ou de jours dont l'horloge de l'ordinateur se trompe.
checks-clock =
    .waiting = Demander l’heure à Binance
    .ok = L’heure de Binance est connue.
    .wrong = Binance refuse l’heure de la demande.
    .unknown = L’heure de Binance n’est pas connue.
    .behind-minutes =
        { $count ->
            [one] L’horloge de l’ordinateur retarde de { $count } minute. Le programme en tient compte.
           *[other] L’horloge de l’ordinateur retarde de { $count } minutes. Le programme en tient compte.
        }
    .behind-hours =
        { $count ->
            [one] L’horloge de l’ordinateur retarde de { $count } heure. Le programme en tient compte.
           *[other] L’horloge de l’ordinateur retarde de { $count } heures. Le programme en tient compte.
        }
    .behind-days =
        { $count ->
            [one] L’horloge de l’ordinateur retarde de { $count } jour. Le programme en tient compte.
           *[other] L’horloge de l’ordinateur retarde de { $count } jours. Le programme en tient compte.
        }
    .ahead-minutes =
        { $count ->
            [one] L’horloge de l’ordinateur avance de { $count } minute. Le programme en tient compte.
           *[other] L’horloge de l’ordinateur avance de { $count } minutes. Le programme en tient compte.
        }
    .ahead-hours =
        { $count ->
            [one] L’horloge de l’ordinateur avance de { $count } heure. Le programme en tient compte.
           *[other] L’horloge de l’ordinateur avance de { $count } heures. Le programme en tient compte.
        }
    .ahead-days =
        { $count ->
            [one] L’horloge de l’ordinateur avance de { $count } jour. Le programme en tient compte.
           *[other] L’horloge de l’ordinateur avance de { $count } jours. Le programme en tient compte.
        }

checks-key =
    .waiting = Présenter la clé à Binance
    .ok = Binance reconnaît la clé et sa clé secrète.
    .wrong = Binance ne reconnaît pas la clé.
    .refused = Binance refuse la clé, sans dire pourquoi.
    .wrong-secret = Binance connaît la clé API, mais pas avec cette clé secrète.
    .unknown = On ne sait pas si Binance reconnaît la clé.

checks-reading =
    .waiting = [reading]
    .ok = [reading] est cochée.
    .wrong = [reading] n’est pas cochée.
    .unknown = On ne sait pas si [reading] est cochée.

checks-trading =
    .waiting = [spot-and-margin-trading]
    .ok = [spot-and-margin-trading] est cochée.
    .wrong = [spot-and-margin-trading] n’est pas cochée.
    .unknown = On ne sait pas si la clé peut trader.

# « wrong » est suivi des libellés des cases.
checks-other-boxes =
    .waiting = Les autres cases
    .ok = Aucune case interdite n’est cochée : cette clé ne peut pas déplacer vos fonds.
    .wrong = Cochées, alors qu’elles ne doivent pas l’être :
    .unknown = On ne sait pas si d’autres cases sont cochées.

checks-ip =
    .waiting = Restriction IP
    .ok = [ip-unrestricted] est sélectionné : SmartradeX peut se servir de la clé.
    .wrong = La clé est limitée à certaines adresses IP.
    .unknown = On ne sait pas si la clé est limitée à certaines adresses IP.

# « told » : Binance ne le montre pas, mais l'utilisateur a dit que l'étape 1 est faite.
checks-security-controls =
    .waiting = La case de l’étape 1
    .ok = La case de l’étape 1 n’empêche pas la clé de trader.
    .unknown = On ne peut pas voir si la case de l’étape 1 est décochée.
    .told = La case de l’étape 1 est décochée.

checks-sub-account =
    .waiting = Sous-compte ou compte principal
    .ok = La clé est celle d’un sous-compte.
    .wrong = La clé est celle du compte principal.
    .unknown = Binance ne dit pas si la clé est celle d’un sous-compte.

# $bot (string): nom de l'autre bot.
checks-other-bot =
    .waiting = Un autre sous-compte que celui du { $bot }
    .ok = C’est un autre sous-compte que celui du { $bot }.
    .wrong = C’est le sous-compte du { $bot }.
    .unknown = On ne sait pas si c’est le sous-compte du { $bot }.

checks-whitelist =
    .waiting = Un ordre d’essai, qui n’est jamais exécuté
    .ok = Binance accepte un ordre d’essai, qui n’est jamais exécuté.
    .wrong = La case [symbol-whitelist] empêche le bot de trader ses cryptomonnaies.
    .unknown = L’ordre d’essai n’a pas donné de réponse claire.

## État d'une ligne, en un mot

checks-state-waiting = en attente
checks-state-running = en cours
checks-state-ok = bon
checks-state-wrong = à corriger
checks-state-unknown = inconnu

## Comment on le sait

checks-evidence-verified-by-binance = vérifié par Binance
checks-evidence-shown-indirectly = montré indirectement
checks-evidence-you-told-us = vous l’avez indiqué
checks-evidence-cannot-be-checked = non vérifié

## La même chose au-dessus des lignes connues de la même façon

checks-by-binance = Vérifié par Binance
checks-by-inference = Déduit de la réponse de Binance
checks-by-you = Ce que vous avez indiqué
checks-by-nobody = Ce qui n’a pas pu être vérifié

## Le résultat en une phrase

checks-verdict-pending = La vérification est en cours.
checks-verdict-accepted = La clé est bonne : elle permet de lire et de trader, et rien d’autre.
checks-verdict-unsaid = La clé peut lire et trader. Binance n’a pas dit si d’autres cases sont cochées : vérifiez‑le sur son site.
# $count (number): cases à cocher, à décocher ou à sélectionner.
checks-verdict-almost =
    { $count ->
        [one] Presque : il reste une case à corriger.
       *[other] Presque : il reste { $count } cases à corriger.
    }
# $count (number): les cases, et la restriction à des adresses IP, qui n’en est pas une.
checks-verdict-almost-settings = Presque : il reste { $count } réglages à corriger.
checks-verdict-almost-ip = Presque : il reste à retirer la restriction IP.
# $cause (string): nom court de la cause.
checks-verdict-refused = Cette clé ne peut pas encore servir : { $cause }.
# $cause (string): nom court de la cause la plus probable.
checks-verdict-likely = La clé n’est pas encore acceptée. Cause probable : { $cause }.
# $cause (string): nom court de la cause.
checks-verdict-unknown = La clé n’a pas pu être vérifiée : { $cause }.
