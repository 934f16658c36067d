### The rehearsal.

practice-banner = *Practice.* Nothing is real here: no account, no key, no money.
practice-no-form = During practice, the real form is not opened.
practice-address = On your real account, you would check the address `www.binance.com` here.
practice-handover-lead = On your real account, you would now open SmartradeX’s form and paste each value there. Here there is nothing to paste: click “Copy”, and see where each one goes.
practice-leave = Leave practice
practice-for-real = Go on to my real account
practice-done-heading = The practice is finished
practice-done-lead = Nothing is set up yet. Now do the same on your real account.
practice-proved = Verified by the practice Binance
practice-mirror-caption = Your boxes, as the practice Binance sees them. Correct them in step 3, not here.
# $cause: name of a cause
practice-chosen = Problem chosen: { $cause }. Binance sometimes gives the same answer for several causes.
practice-not-drawn = No key of the drawing has this API key. In practice, copy both values from the drawing: a real key is not needed here.
practice-no-keyring = For practice, that is not needed: go on without keeping it.
practice-doctor = During practice, change nothing on this computer: the fault may be simulated.
# $bot: name of the bot
practice-set-up = Practise with { $bot }
practice-home-lead = These are your practice keys. They do not exist at Binance, and nothing is set up yet.
practice-kept = Your practice keys are in this computer’s keyring. They were read back and compared.
practice-removal = It is a practice key: it does not exist at Binance.
practice-problems-heading = Practise with a problem
practice-problems-lead = Choose a problem. You arrive at step 4, and the check fails for this reason.

## Why a click on a page of the rehearsal did nothing

practice-not-here = That button is not on the open page.
practice-dialog-open = A window is open in front of the page. Answer it first.
practice-not-in-view = Scroll down to the bottom of the page first.
practice-nothing-chosen = Choose one of the lines first.
practice-label-missing = Give a label first.
practice-label-too-long = This label is too long: 30 characters at most.
practice-wrong-code = The code has six digits.
practice-too-many-keys = There are 30 keys already. Delete one first.
practice-not-editing = Click [edit] first.
practice-controls-ticked = This box is grey: the box of step 1 is still ticked.
practice-needs-trading = Tick the trading box first.
practice-no-such-key = This key no longer exists.
practice-no-such-sub-account = This sub-account does not exist.
