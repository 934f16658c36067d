### The doctor: what stands between this computer and Binance, line by line.

doctor-open = Check this computer
doctor-heading = Computer check
doctor-lead = Each part of the way to Binance is looked at. No key is used.
doctor-looking = The check takes ten seconds at the most.
doctor-waits = The check asks Binance for the time, and Binance has asked us to wait. It begins by itself when the wait is over.
doctor-lines = What is looked at
doctor-again = Check again
doctor-copy = Copy the result
doctor-lost = The check stopped before its end. Please start it again.
doctor-state-fine = good
doctor-state-trouble = to look at
doctor-fine = All is well: this computer reaches Binance.
doctor-not-reached = This computer cannot communicate with Binance.
# $count: number of things to put right
doctor-reached-but = { $count ->
    [one] Binance answers. One thing on this computer needs attention.
   *[other] Binance answers. { $count } things on this computer need attention.
}
# In a rehearsal, where the practice Binance was asked and not the real one.
doctor-practice-fine = All is well on this computer. The practice Binance answers; the real one was not asked.
doctor-practice-not-reached = The practice Binance does not answer as it should. The real one was not asked.
# $count: number of things to put right
doctor-practice-reached-but = { $count ->
    [one] The practice Binance was asked, and answers. One thing on this computer needs attention.
   *[other] The practice Binance was asked, and answers. { $count } things on this computer need attention.
}

## The lines. $cause: name of the problem, for the middle of a sentence

doctor-proxy =
    .waiting = See whether the connection goes through a relay (proxy)
    .none = No proxy: the connection is direct.
    .through = The connection goes through a proxy:
    .fails = The proxy does not let the program through.
doctor-dns =
    .waiting = Find Binance’s address (DNS)
    .works = The address is found (DNS).
    .fails = The address is not found (DNS): { $cause }.
    .not-needed = The address is known already (DNS).
    .not-tried = The address (DNS) was not looked for.
doctor-tcp =
    .waiting = Open the connection (TCP)
    .works = The connection opens (TCP).
    .fails = The connection does not open (TCP): { $cause }.
    .not-tried = The connection (TCP) was not tried.
doctor-tls =
    .waiting = Check the certificate (TLS)
    .works = The certificate is trusted (TLS).
    .fails = The connection is not protected (TLS): { $cause }.
    .not-needed = No certificate is needed (TLS): all stays on this computer.
    .not-tried = The certificate (TLS) was not checked.
doctor-binance =
    .waiting = Ask Binance for the time
    .works = Binance answers.
    .fails = Binance does not answer as it should: { $cause }.
    .not-tried = Binance was not asked.

## The lines, continued

# $count: number of seconds
doctor-clock =
    .waiting = Compare the clock with Binance’s
    .right = This computer’s clock is right.
    .behind =
        { $count ->
            [one] This computer’s clock is { $count } second slow. The program allows for it.
           *[other] This computer’s clock is { $count } seconds slow. The program allows for it.
        }
    .ahead =
        { $count ->
            [one] This computer’s clock is { $count } second fast. The program allows for it.
           *[other] This computer’s clock is { $count } seconds fast. The program allows for it.
        }
    .unknown = The clock was not compared with Binance’s.
    .why = A wrong clock can keep other sites from opening, and make verification codes wrong.
    .todo = In the date settings, let the computer set its clock by itself.
doctor-keyring =
    .waiting = Try the system’s keyring
    .works = The system’s keyring keeps what it is given, and gives it back.
# $name: name of the browser, as the system gives it
doctor-browser =
    .waiting = Look for the browser
    .opens = Links open with { $name }.
    .none = No browser is chosen to open links.
    .unknown = The system does not say which browser opens links.
    .why = The system does not know which program opens a page.
    .todo = In the settings, choose a browser among the default applications.
# $version: version of the engine
doctor-engine =
    .waiting = Read the version of the window’s engine
    .version = The window’s engine has version { $version }.
    .unknown = The window’s engine does not tell its version.
    .outside = The window’s engine is known inside the window only.
doctor-display =
    .waiting = Look at the screen of the session
    .x11 = The session has a screen (X11).
    .wayland = The session has a screen (Wayland).
    .native = The session has a screen.
    .none = The session has no screen: no window can open.
    .why = The program was probably started remotely, or outside the desktop.
    .todo = Log in on the computer’s desktop, then start again.
doctor-system =
    .waiting = Read the version of the system
