### The hand-over to the SmartradeX form, and the end.

handover-heading = Donnez les clés à SmartradeX
handover-lead = Connectez‑vous d’abord à votre compte SmartradeX. Puis copiez chaque valeur et collez‑la dans son champ. La clé API s’y appelle « Clé API Publique », et la clé secrète « Clé API Secrète ».
handover-copied = c’est copié
handover-paste-now = c’est copié : collez maintenant (Ctrl + V, ou ⌘ + V)
handover-open-button = Ouvrir le formulaire
handover-email = Votre adresse e-mail chez SmartradeX
handover-email-help = Vous pouvez aussi la taper dans le formulaire.
handover-email-problem = Cette adresse semble incomplète.
handover-email-first = Écrivez d’abord votre adresse.
handover-not-kept = Cette clé n’a pas été gardée sur cet ordinateur.
handover-refused = Binance a montré que cette clé n’est plus correcte.
handover-fields = Les lignes du formulaire
handover-hidden = cachée
# $seconds: whole seconds
handover-clipboard = La clé secrète copiée s’efface dans { $seconds } s ; vous pourrez la copier de nouveau.
handover-only-there = Ne collez la clé secrète que là
handover-only-there-text = La clé secrète va dans le formulaire de `smartradex.fr`, et nulle part ailleurs : ni message, ni e-mail, ni téléphone.
handover-save = Cliquez sur « Sauvegarder » dans le formulaire
handover-main = J’ai sauvegardé le formulaire
handover-copy-first = Copiez d’abord les deux clés.

## The form, as on the site

handover-form-title = Clés API
handover-form-bitcoin-public = Clé API Publique pour BOT BTC spot
handover-form-bitcoin-public-help = Renseigner ici votre clé API publique Binance (pour BOT Bitcoin spot By SmartradeX)
handover-form-bitcoin-secret = Clé API Secrète pour BOT BTC spot
handover-form-bitcoin-secret-help = Renseigner ici votre clé API secrète Binance (pour BOT Bitcoin spot By SmartradeX)
handover-form-ether-public = Clé API Publique pour BOT ETH spot
handover-form-ether-public-help = Renseigner ici votre clé API publique Binance (pour BOT Ethereum spot By SmartradeX)
handover-form-ether-secret = Clé API Secrète pour BOT ETH spot
handover-form-ether-secret-help = Renseigner ici votre clé API secrète Binance (pour BOT Ethereum spot By SmartradeX)
handover-form-email = Email
handover-form-save = Sauvegarder

## The end

handover-done-heading = Votre clé API pour SmartradeX est configurée !
# $bot: name of the bot
handover-done-lead = La clé du { $bot } est prête à servir. Vous pouvez fermer ce programme : le bot n’en a pas besoin.
handover-proved = Vérifié par Binance
# $date: a date in words
handover-proved-on = Vérifié par Binance le { $date }
handover-proved-boxes = La clé permet la lecture et le trading Spot et sur marge, et rien d’autre.
handover-proved-trading = La clé permet la lecture et le trading Spot et sur marge.
handover-proved-ip = La clé n’a pas de restriction IP.
handover-proved-sub-account = C’est la clé d’un sous-compte.
handover-proved-order = Binance accepte un ordre d’essai, qui n’est jamais exécuté.
handover-told = Ce que vous avez indiqué
handover-told-controls = La case de l’étape 1 est décochée.
handover-told-sub-account = Le sous-compte choisi est bien celui de ce bot.
handover-told-form = Le formulaire de SmartradeX est sauvegardé.
handover-unknown = Ce que personne ne peut vérifier d’ici
handover-unknown-boxes = S’il y a d’autres cases cochées : Binance ne l’a pas dit. Regardez la clé chez Binance.
handover-unknown-sub-account = Si c’est la clé d’un sous-compte : Binance ne l’a pas dit.
handover-unknown-order = Si le bot peut passer un ordre : l’ordre d’essai n’a pas donné de réponse claire.
handover-unknown-life = Combien de temps Binance gardera cette clé. Revenez la vérifier de temps en temps.
handover-unknown-funds = Si SmartradeX a bien reçu la clé. En cas de doute, demandez‑le à SmartradeX.
handover-expiry = Une clé qui ne sert pas peut expirer
# $date: a date in words
handover-expiry-text = Sans utilisation, elle peut expirer au bout de 3 mois, vers le { $date }.
# $date: a date in words
handover-expiry-said = Binance dit qu’elle peut trader jusque vers le { $date }.
handover-subscription = Lors du premier abonnement, le formulaire de `smartradex.fr` vous demandera vos clés. Aucune personne ne vous les demandera, ni par téléphone, ni par message.
# $bot: name of the other bot
handover-second = Configurer le { $bot }
handover-second-text = Pour un second bot, refaites les étapes 2 à 4 avec son propre sous-compte. L’étape 1 est déjà faite.
handover-home = Voir mes bots
