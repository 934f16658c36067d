### Help by telephone, and calls that were not expected.

support-phone-heading = Aide par téléphone
support-phone-lead = Appelez le numéro affiché sur le site de SmartradeX, puis dites où vous en êtes.
support-phone-place = Dites ceci au téléphone
support-never = Ce que nous ne demandons jamais
support-never-1 = SmartradeX ne demande jamais un mot de passe, un code de vérification ou une clé secrète.
support-never-2 = Si quelqu’un le demande, raccrochez. Rappelez au numéro du site.
support-call-heading = Je n’attendais pas cet appel
support-call-lead = Raccrochez. Quelqu’un essaie peut-être d’obtenir vos clés. Si vous avez un doute, faites ceci :
support-call-1 = Allez vous-même sur `www.binance.com`, sans suivre de lien.
support-call-2 = Sous [sub-accounts], [api-management], cliquez sur [delete] à côté de la clé.
support-call-3 = Sous [account], [api-management], cochez de nouveau [security-controls].
support-call-4 = Changez votre mot de passe Binance si vous l’avez dit à quelqu’un.
