### The configured bots.

home-heading = Your bots
home-lead = These are the keys configured on this computer. They are checked whenever this page opens.
home-checking = Checking with Binance…
home-not-checked = Not checked yet since the program was opened.
home-former-left = The previous key is still in this computer’s keyring.
home-not-stored = The new key was not kept on this computer. Go back to step 4 and check it again.
home-not-kept = This key was not kept on this computer. It cannot be checked from here.
home-label = Label
home-key = API key
home-verified = Verified on
home-expiry = If unused, may expire around
home-check = Check again
home-copy = Copy for the form
home-replace = Replace
home-remind = Save a reminder for my calendar
home-remove = Remove from this computer
home-removing = Being removed from the keyring…
# $bot: name of the bot. $step: number of the step
home-go-on = Go on with { $bot } at step { $step }
# $bot: name of the bot
home-finish-first = Finish { $bot } first.
# $bot: name of the bot
home-removal-heading = Remove the key of { $bot }?
home-removal-1 = The key will be erased from the keyring of this computer.
home-removal-2 = It still exists at Binance, and SmartradeX can still use it.
home-removal-3 = To really delete it, go to [sub-accounts], then [api-management], and click [delete] beside it.
home-keep = Keep the key
home-really-remove = Remove the key
# $label: label of the key
home-reminder-title = Check the SmartradeX key “{ $label }”
# $label: label of the key
home-reminder-text = The key “{ $label }” may expire in a week if it has not been used. Open SmartradeX Setup to check it.
home-notice-title = A bot’s key needs a look
# $label: label of the key
home-notice-text = The key “{ $label }” has changed or is no longer there. Open SmartradeX Setup to see what to do.
