### The report for help by e-mail.

report-open = Préparer un rapport pour un e-mail
report-heading = Rapport pour l’aide par e-mail
report-lead = Voici le texte entier. Rien d’autre n’est copié ni enregistré, et rien n’est envoyé.
report-shown = Le rapport
report-key = Montrer le début et la fin de la clé API
report-copy = Copier ce rapport
report-save = Enregistrer ce rapport
report-marks = Ce qui est caché est marqué à sa place, entre crochets.
report-where = Collez‑le dans un e-mail adressé à l’assistance de SmartradeX. L’adresse est sur le site.
# $step: number of the step
report-step = Étape { $step } faite
report-good = la clé est bonne
report-hidden-key = clé cachée
report-hidden-email = e-mail caché
report-hidden-address = adresse cachée
report-hidden-folder = dossier caché
report-hidden-name = nom caché

## Le journal

report-log = Le journal du programme
report-log-on = Le programme note ce qu’il fait dans un fichier : des noms d’écrans, des durées, des codes. Jamais une clé, un nom ou une adresse.
report-log-off = Aucun journal n’est tenu, et celui qui existait est effacé.
report-log-removing = Plus aucun journal n’est tenu. Celui qui existait est en train d’être effacé.
report-log-left = Plus aucun journal n’est tenu, mais celui qui existait n’a pas pu être effacé. Supprimez ce fichier vous‑même.
report-log-place = Son emplacement
report-log-keep = Tenir un journal
report-log-stop = Arrêter et effacer le journal
report-log-show = Ouvrir le journal
report-log-not-kept = Le journal n’a pas pu être effacé. Le disque est peut-être protégé.
report-log-not-shown = Le journal ne s’ouvre pas. Cherchez le fichier à l’emplacement indiqué.
