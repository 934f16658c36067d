### The support desk: for those who help others by telephone.

desk-heading = Support desk
desk-view-call = A call
desk-view-lane = All on one page
desk-view-training = Training
desk-never = What is never asked for
desk-never-1 = Never ask for a secret key, a password or a verification code.
desk-never-2 = No field here takes a key. If in doubt, the caller hangs up and calls the number on the site.
desk-code = The caller’s help code
desk-code-help = Twelve characters. Capitals, spaces and dashes do not matter.
# $count: number of characters typed
desk-code-length = A code has 12 characters; this one has { $count }.
# $line, $column: the character’s place in the code, as its three groups stand one below the other, from 1
desk-code-foreign = Line { $line }, character { $column }: no code contains this. Ask for it again.
desk-code-doubtful = This code was misread or mistyped. Ask for these characters again, or else for all of it.
desk-code-later = This code comes from a later version of the program. Update this program.
desk-code-meaningless = No version of the program makes such a code. Ask for all of it again.
# $line, $column: the character’s place. $character: what it may be. $spelled: the same as a word
desk-meant = Line { $line }, character { $column }: rather { $character }, as in { $spelled }?
# $line, $column: the character’s place. $character: what it may be
desk-meant-digit = Line { $line }, character { $column }: rather the digit { $character }?
# $line, $column: the place of the first of two characters
desk-meant-swapped = Line { $line }, character { $column } and the one after it: swapped?
desk-key-refused = This looks like a key
desk-key-refused-1 = The text was not kept and the field was emptied.
desk-key-wiping = Your clipboard is being emptied.
desk-key-wiped = The key was still in your clipboard. It has been emptied.
desk-key-not-there = Your clipboard does not hold this key.
desk-key-not-wiped = Your clipboard could not be emptied. Copy any word to replace the key.
desk-key-refused-2 = Say: “Never give your secret key to me or to anyone else.”
desk-key-refused-3 = Was it a key of the caller’s? Then say: “Delete this key at Binance, then do steps 2, 3 and 4 again.”
desk-said = I have said it

## What the code says

desk-no-cause = No known problem
desk-french = French
desk-english = English
desk-fact-bot = Bot
desk-fact-mode = Mode
desk-fact-language = Language of the program
desk-fact-binance = Language of Binance
desk-fact-version = Version
desk-fact-system = System
desk-fact-keyring = Keyring
desk-fact-clock = Clock
desk-fact-findings = Boxes
desk-fact-overlay = Screen in front
desk-fact-fields = Fields
desk-field-taken = received
desk-field-missing = not received yet
desk-version-later = later than this program
desk-version-unlisted = not a release
desk-system-other = other
desk-keyring-not-asked = not used yet
desk-keyring-kept = the key is kept
desk-keyring-declined = the key is not kept
desk-clock-unknown = not known
desk-clock-right = right
desk-clock-behind-minutes = minutes behind
desk-clock-behind-hours = hours behind
desk-clock-behind-days = days behind
desk-clock-ahead-minutes = minutes ahead
desk-clock-ahead-hours = hours ahead
desk-clock-ahead-days = days ahead
# $box: label of the box at Binance
desk-finding-off = to tick: { $box }
# $box: label of the box at Binance
desk-finding-on = to untick: { $box }
desk-finding-unknown = an unknown box is ticked
desk-finding-ip = key restricted to certain IP addresses
desk-finding-unclear = unclear answer from Binance
# $answer: HTTP status and code, or field and value
desk-answer = Binance’s answer: `{ $answer }`.
desk-no-answer = No answer came from Binance.

## What to say

desk-say = Say now
# $button: what the button is called
desk-say-close = Click “{ $button }”, at the bottom left.
desk-say-close-questions = Click at the bottom left, on “{ app-back }” or “{ app-close }”, until you have left these questions.
# $place: the name of the screen, as it stands on top of it
desk-say-place = Scroll to the top. Above the heading, in small letters, do you read “{ $place }”?
desk-say-practice = You are in practice. If you did not mean to be, click “{ practice-leave }”, at the top. Otherwise everything happens in the drawing: touch nothing at Binance, nor this computer’s settings.
desk-say-never = Never tell me your secret key, your password or a verification code.
# $bot: name of the bot
desk-say-bot = Let us talk about { $bot }.
# $number: number of the instruction
desk-say-instruction = Let us do instruction { $number }.
desk-say-all-ticked = All instructions are done. Click the main button, at the very bottom.
desk-say-welcome = Choose your bot, then click “{ welcome-start }”, at the very bottom.
desk-say-entering = Paste the two keys, one after the other.
# $field: name of the field
desk-say-field = Look at the field “{ $field }”.
desk-say-check = Click “{ step4-main }”, at the very bottom.
desk-say-examining = The program is asking Binance. Let us wait for the result together.
desk-say-judged = Read me the large sentence of the result.
# $box: label of the box at Binance
desk-say-tick = Tick “{ $box }”.
# $box: label of the box at Binance
desk-say-untick = Untick “{ $box }”.
desk-say-only-two = Untick every box other than [reading] and [spot-and-margin-trading].
desk-say-box-first = Is the box of step 1 unticked? If not, let us do that first: Binance might delete the key.
desk-say-look-again = Then click “{ step4-look-again }”, at the very bottom.
desk-say-practice-boxes = Click “{ step4-to-step3 }” and correct it in the drawing, not at Binance.
desk-say-practice-drawing = Correct the boxes at step 3, in the drawing, not at Binance.
desk-say-accepted = Your key is good. Click “{ step4-hand-over }”, at the very bottom.
desk-say-keep = Click “{ vault-again }”. If it fails again, click “{ vault-without }”.
desk-say-without-keeping = Click “{ vault-without }”.
# $bot: name of the bot
desk-say-hand-over = Click “{ handover-open-button }” and log in to your SmartradeX account. Check that the address begins with `smartradex.fr`. Copy each value of { $bot } here, and paste it into the field of the same name. Click “{ handover-form-save }” (Save) in the form, then here “{ handover-main }”.
desk-say-practice-hand-over = Paste nothing on the real site. Click “{ app-copy }” on each line and look where the value goes. Then click “{ handover-main }”.
desk-say-practice-over = Nothing is set up yet. Click “{ practice-for-real }”, at the very bottom.
desk-say-configured = In this program, all is done. If the bot does nothing, let us look at this.
desk-say-home = Click “{ home-check }” under the name of your bot.
desk-say-replace = To put in another key, click “{ home-replace }” under the name of your bot.
desk-say-idle = If the key is good and the bot does nothing, let us look at this.
desk-say-tell = Tell me when it is done.
desk-likely = If it goes wrong next (not to be read out)
desk-sees = What the caller sees
desk-says = What the code says
desk-tree = “I don’t see this”
desk-chosen = chosen
desk-not-chosen = not chosen
desk-note = Note for the ticket, without personal data
desk-note-copy = Copy the note
desk-next-call = The next call
desk-note-code = Help code
desk-note-place = Screen
desk-note-cause = Problem

## Problems without a code

desk-suspicious = Suspicious call
desk-suspicious-ask = Did you tell or show anybody a secret key, a password or a verification code? Did anybody take control of your computer? If you are sure that none of this happened, nothing has to be deleted. Otherwise, let us do this.
desk-idle = The bot does nothing
desk-idle-check = In the menu, click “{ app-menu-home }”. Then click “{ home-check }” under the name of the bot.
desk-idle-known = If the check says that the key is good, Binance accepts it. Nobody sees from here whether SmartradeX received it.
desk-idle-form = On `smartradex.fr`, are both values in the fields of this bot? Is the form saved?
desk-idle-new = If you have made another key since, fill in the form again with it.
desk-idle-funds = Are the funds on the sub-account of this bot, as in chapter III of the guide?
desk-idle-subscription = Has your subscription to this bot begun? It is the form on the site that asks for the keys, at the first subscription.

desk-again = The caller wants to begin again
desk-again-step = Click the step, on the left or in the menu, to go back to it. Nothing is lost.
desk-again-key = If a key is lost or doubtful, delete it at Binance. Then do steps 2, 3 and 4 again.
desk-again-all = To erase what this computer knows, click “{ app-menu-forget }” in the menu. The keys at Binance stay.

## All on one page

desk-lane-lead = The four steps and every problem, without going from screen to screen.
desk-search = Look for a problem
desk-search-help = By the caller’s words, by its name, or by Binance’s code: `-2015`, `401`.
# $count: number of problems found
desk-search-found = { $count ->
    [0] No problem fits.
    [one] One problem fits.
   *[other] { $count } problems fit.
}
desk-lane-keyring = The keyring
desk-lane-paste = What is pasted instead of a key
desk-lane-steps = The four steps

## Training

desk-train-lead = See what a caller sees, at the step or the problem of your choice.
desk-train-steps = Begin at a step
# $step: number of the step
desk-train-step = Step { $step }
desk-train-causes = Begin with a problem
desk-train-code = The help code shown during training opens here too.
