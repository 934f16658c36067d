### The frame of every screen, and words that several screens share.

app-product = SmartradeX Setup
# $heading: heading of the screen
app-window-title = { $heading } – SmartradeX Setup
app-language = Language
app-language-name = English
app-menu = Menu
app-phone = Help by telephone
app-menu-larger = Make everything larger
app-menu-smaller = Make everything smaller
app-panel-narrow = Put beside the browser
app-panel-wide = Back to the wide window
app-back = Back
app-close = Close
app-copy = Copy
app-opens-practice = practice page
app-open-site = Open the SmartradeX site
app-instructions = Instructions, in order
app-tick = Done

## Rail

app-rail-steps = The four steps
app-rail-step1 = Untick the box
app-rail-step2 = Create the API key
app-rail-step3 = Set the restrictions
app-rail-step4 = Paste the keys
# $minutes: whole minutes that are left
app-rail-left = About { $minutes } min left
# $step: number of the step, 1 to 4. $minutes: whole minutes that are left
app-rail-compact = Step { $step } of 4 · { $minutes } min
app-rail-practice = Practice
app-rail-real = Real account
app-progress-done = done
app-progress-here = now
app-progress-to-come = to come
app-bot-bitcoin = BOT BTC Spot
app-bot-ether = BOT ETH Spot

## Menu

app-menu-home = My configured bots
app-menu-practise = Practise first
app-menu-problems = Practise with a problem
app-menu-binance-french = My Binance is in French
app-menu-binance-english = My Binance is in English
app-menu-call = I did not expect this call
app-menu-guide = Save the four steps to print
app-menu-desk = For support staff
app-menu-about = About
app-menu-forget = Erase everything

## Menu bar of macOS

app-bar-about = About { app-product }
app-bar-hide = Hide { app-product }
app-bar-hide-others = Hide Others
app-bar-show-all = Show All
app-bar-quit = Quit { app-product }
app-bar-edit = Edit
app-bar-undo = Undo
app-bar-redo = Redo
app-bar-cut = Cut
app-bar-paste = Paste
app-bar-select-all = Select All
app-bar-window = Window
app-bar-minimize = Minimize
app-bar-zoom = Zoom

## Where this is, to be said on the telephone

# $step: number of the step, 1 to 4. $screen: a letter
app-kicker = Step { $step }, screen { $screen }
app-kicker-start = Start
app-kicker-home = My bots
app-kicker-phone = Help
app-kicker-call = Safety
app-kicker-problems = Practice
app-kicker-forget = Erase everything
app-kicker-report = Report
app-kicker-doctor = Computer check
app-kicker-desk = Support desk
app-kicker-about = About
app-kicker-removal = Remove a key
app-kicker-leaving = Close
app-kicker-not-seen = I don’t see this

## Tones, in a word

app-tone-info = Information
app-tone-success = All is well
app-tone-warning = Warning
app-tone-danger = Danger

## What has just been done

app-said-copied = Copied.
app-said-not-copied = Copying did not work. Try again.
app-said-not-opened = The browser does not open. Open it yourself and type the address shown under the button.
app-said-clipboard-cleared = The secret key has been removed from the clipboard.
app-said-clipboard-not-cleared = The secret key could not be removed from the clipboard. Copy any word to replace it.
app-said-file-saved = The file is in your downloads, or else in your home folder.
app-said-file-not-saved = The file could not be saved.
app-said-removed = The key has been removed from this computer.
app-said-session-damaged = The progress file was damaged. It has been set aside and you start afresh.
app-said-key-refused = This looks like a key: it was not kept, and the field was emptied.
app-said-copying = The last copy is not done yet. Wait a moment, then try again.
app-said-another-code = The code of another call is open.

## Banners

# $address: the address that stands in for Binance's
app-other-address = Beware: this program does not talk to Binance but to `{ $address }`.
app-unsaved = Your progress is not being saved: the disk may be full.

## Why no window opens. The technical reason, if there is one, stands below.

app-start-no-display = SmartradeX Setup needs a screen, and there is none.
app-start-no-home = SmartradeX Setup cannot start: this user account has no folder for programs’ data.
app-start-running = SmartradeX Setup is already open. Close it first, then start it again with this address.
app-start-stuck = SmartradeX Setup is already open, but does not answer. Restart the computer, then open it again.
app-start-system = The computer did not let SmartradeX Setup start. Restart it, then try again.
app-start-window = The window of SmartradeX Setup could not be opened. On Windows, install “WebView2 Runtime” from Microsoft, then try again.
app-start-fault = SmartradeX Setup has a fault and must close. Open it again. If this happens again, call us.

## Wrong usage and the help of the command line, written there or in a box

app-usage =
    Usage: smartradex-setup OPTIONS

    Options:
      --endpoint URL  ask a server on this computer instead of Binance, such as http://127.0.0.1:8080
      --support CODE  open the desk for support staff; a code that a caller has read out may be left out
      --help          print this
      --version       print the version
app-usage-only-options = Only options can be given.

## Dates

# $day: day of the month. $month: 1 to 12. $year: four digits
app-date = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[other] December
  } { $year }

## About

app-about-heading = About this program
app-about-version = Version
app-about-system = System
app-about-keeps = What is kept on this computer
app-about-keeps-keyring = Your keys: in this computer’s keyring, and nowhere else.
app-about-keeps-session = Your progress and your e-mail address, without any secret key: in the file `session.json`.
app-about-keeps-window = The position of the window: in the file `window.json`.
app-about-keeps-log = A log of what the program does, without any key: in the file `log.txt`.
app-about-sends = This program talks to Binance only. It sends nothing to SmartradeX or to anyone else.

## Erase everything

app-forget-heading = Erase everything?
app-forget-lead = This program will erase what it keeps on this computer.
app-forget-keys = The keys of your bots, in this computer’s keyring.
app-forget-session = Your progress and your e-mail address.
app-forget-window = The position of the window.
app-forget-log = The program’s log.
app-forget-log-off = It stays noted that you want no log.
app-forget-wait = One note stays: when Binance may be asked again.
app-forget-binance = Your keys keep working at Binance. To delete them there, go to [sub-accounts], then [api-management].
app-forget-main = Erase everything
app-forget-nothing = Keep everything
app-forgotten-waiting = Erasing
app-forgotten-done = Everything is erased
app-forgotten-left = Not everything is erased
app-forget-waiting = under way
app-forget-gone = done
app-forget-left = not done
app-forgotten-failed = A part is left
app-forgotten-failed-text = The keyring may be locked or closed, or the disk protected. Open the keyring, then try again.

## Closing the program

app-leaving-heading = Close now?
app-leaving-lost = The values that you pasted are not kept yet. They will be lost.
app-leaving-secret = Binance shows the secret key only once. If its page is no longer open, you will have to create another key.
app-leaving-stay = Do not close
app-leaving-main = Close all the same
