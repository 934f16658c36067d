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
desk-code-length = A code has 12 characters; here there are { $count }.
# $place: the character’s place in the code, from 1
desk-code-foreign = Character { $place } is in no code. Ask for it again.
desk-code-doubtful = One character is not right. Ask for these again.
desk-code-later = This code comes from a later version of the program. Update this program.
desk-code-meaningless = No version of the program makes such a code. Ask for all of it again.
# $place: the character’s place in the code, from 1. $character: what it may be. $spelled: the same as a word
desk-meant = Character { $place }: rather { $character }, as in { $spelled }?
# $place: the character’s place in the code, from 1. $character: what it may be
desk-meant-digit = Character { $place }: rather the digit { $character }?
# $place: place of the first of two characters, from 1. $next: place of the second
desk-meant-swapped = Characters { $place } and { $next }: swapped?
desk-key-refused = This looks like a key
desk-key-refused-1 = The text was not kept and the field was emptied.
desk-key-wiping = Your clipboard is being emptied.
desk-key-wiped = The key was still in your clipboard. It has been emptied.
desk-key-not-there = Your clipboard does not hold this key.
desk-key-not-wiped = Your clipboard could not be emptied. Copy any word to replace the key.
desk-key-refused-2 = Say: “Never give your secret key to me or to anyone else.”
desk-key-refused-3 = Say: “Delete this key at Binance, then do step 2 again.”
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
desk-finding-ip = restricted to IP addresses
desk-finding-unclear = unclear answer from Binance
# $answer: HTTP status and code, or field and value
desk-answer = Binance’s answer: `{ $answer }`.
desk-no-answer = No answer came from Binance.

## What to say

desk-say = Say now
# $place: the name of the screen, as it stands on top of it
desk-say-place = You see “{ $place }” at the top of the screen, don’t you?
desk-say-never = Never tell me your secret key, your password or a code.
# $number: number of the instruction
desk-say-instruction = Let us do instruction { $number }.
desk-say-all-ticked = All instructions are done. Click the main button, at the bottom right.
desk-say-welcome = Choose your bot, then begin.
desk-say-entering = Paste the two keys, then click “Check with Binance”.
desk-say-examining = The program is asking Binance. Let us wait for the result together.
desk-say-judged = Read me the large sentence of the result.
desk-say-accepted = Your key is good. Go on to SmartradeX, at the bottom right.
desk-say-hand-over = Copy each value into the form, in order, then save.
desk-say-configured = Your bot is configured. Nothing is left to do.
desk-say-home = Click “Check again” under the name of your bot.
desk-say-tell = Tell me when it is done.
desk-likely = What may come next
desk-sees = What the caller sees
desk-tree = “I don’t see this”
desk-chosen = chosen
desk-not-chosen = not chosen
desk-note = Note for the ticket, without personal data
desk-note-copy = Copy the note
desk-note-code = Help code
desk-note-place = Screen
desk-note-cause = Problem

## All on one page

desk-lane-lead = The four steps and every problem, without going from screen to screen.
desk-search = Look for a problem
desk-search-help = By its name, or by Binance’s code: `-2015`, `401`.
# $count: number of problems found
desk-search-found = { $count ->
    [0] No problem fits.
    [one] One problem fits.
   *[other] { $count } problems fit.
}
desk-lane-steps = The four steps

## Training

desk-train-lead = See what a caller sees, at the step or the problem of your choice.
desk-train-steps = Begin at a step
# $step: number of the step
desk-train-step = Step { $step }
desk-train-causes = Meet a problem
desk-train-code = The help code shown during training opens here too.
