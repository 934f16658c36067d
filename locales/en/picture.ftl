### What is said about the drawn pages.

picture-account = Binance page: the API management of the main account.
picture-sub-accounts = Binance page: the API management of the sub-accounts.
picture-key = Binance page: the key, its secret key and its restrictions.
picture-form = SmartradeX form: the fields for the keys.
picture-mirror = The boxes of your key, as Binance sees them.
picture-mirror-caption = Your boxes, as Binance sees them. Correct them at Binance, not in this drawing.
picture-caption = Drawing: your values and the layout may differ.
picture-caption-live = Practice page: click in it, it answers like the real one.
picture-practice-address = practice – not the real Binance
picture-practice-form-address = practice – not the real SmartradeX
picture-scroll = Scroll down to the bottom
picture-avoid = Tick nothing in this frame.
picture-other-boxes = all other boxes, unticked
picture-controls-meaning = In short: ticking this box puts all your API keys under default security controls.
picture-shown-once = Shown only once: do not leave this page.
picture-own-file = in your own file
# $code: six digits
picture-code = Your practice phone shows `{ $code }`.
picture-enter-code = Enter this code
picture-confirm-code = Confirm
picture-paste-label = Paste here (practice)
picture-right = Correct
picture-untick = Untick this box
picture-tick = Tick this box
picture-choose = Choose this line
