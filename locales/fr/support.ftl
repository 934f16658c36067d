### Help by telephone, and calls that were not expected.

support-phone-heading = Aide par téléphone
support-phone-lead = Appelez le numéro affiché sur le site de SmartradeX, puis dites où vous en êtes.
support-phone-place = Dites ceci au téléphone
support-never = Ce que nous ne demandons jamais
support-never-1 = Par téléphone ou message, nous ne demandons jamais de mot de passe, de code de vérification ni de clé secrète.
support-never-2 = Si quelqu’un le demande, raccrochez. Puis appelez le numéro affiché sur le site de SmartradeX.
support-call-heading = Raccrochez d’abord
support-call-lead = Quelqu’un essaie peut-être d’obtenir vos clés. Avez‑vous donné ou montré une clé secrète, un mot de passe ou un code de vérification ? Si oui, ou en cas de doute, faites ceci, dans l’ordre :
support-call-1 = Si la personne qui vous a appelé est encore en ligne, mettez fin à cet appel. C’est peut-être une arnaque.
support-call-2 = Si quelqu’un contrôle votre ordinateur à distance, coupez le Wi-Fi ou débranchez le câble. Continuez sur un autre appareil.
support-call-3 = Tapez vous‑même `www.binance.com`. Ne suivez aucun lien reçu.
support-call-4 = Changez votre mot de passe Binance si vous l’avez donné à quelqu’un.
support-call-5 = Dans [sub-accounts], puis [api-management], cliquez sur [delete] à côté de la clé de chaque bot. Le bot s’arrête alors, et vous pourrez créer une autre clé ensuite. Supprimez aussi toute clé que vous ne connaissez pas.
support-call-6 = Dans [account], puis [api-management], supprimez toute clé que vous ne connaissez pas.
support-call-7 = Puis cochez de nouveau [security-controls], au bas de cette page.
support-call-8 = Voyez‑vous un ordre ou un retrait que vous n’avez pas fait ? Prévenez aussitôt l’assistance de Binance, depuis ce site.

## The support code

support-unexpected = Je n’attendais pas cet appel
support-code = Votre code d’aide
support-code-help = Lisez‑le un caractère à la fois : « sept, zéro », et non « soixante-dix ». Pour une lettre, dites aussi le mot écrit à côté.
support-code-copy = Copier le code
support-code-says = Ce code résume où vous en êtes et l’état du programme. Il ne contient ni clé, ni nom, ni adresse : vous pouvez le dire sans risque à SmartradeX.

## The spelling alphabet

support-letter-a = Anatole
support-letter-b = Berthe
support-letter-c = Célestin
support-letter-d = Désiré
support-letter-e = Eugène
support-letter-f = François
support-letter-g = Gaston
support-letter-h = Henri
support-letter-j = Joseph
support-letter-k = Kléber
support-letter-m = Marcel
support-letter-n = Nicolas
support-letter-p = Pierre
support-letter-q = Quintal
support-letter-r = Raoul
support-letter-s = Suzanne
support-letter-t = Thérèse
support-letter-v = Victor
support-letter-w = William
support-letter-x = Xavier
support-letter-y = Yvonne
support-letter-z = Zoé
