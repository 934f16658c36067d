### Help by telephone, and calls that were not expected.

support-phone-heading = Help by telephone
support-phone-lead = Call the number shown on the SmartradeX site, then say where you are.
support-phone-place = Say this on the telephone
support-never = What we never ask for
support-never-1 = By telephone or message, we never ask for a password, a verification code or a secret key.
support-never-2 = If somebody does, hang up. Then call the number shown on the SmartradeX site.
support-call-heading = Hang up first
support-call-lead = Somebody may be trying to get your keys. Did you give or show them a secret key, a password or a verification code? If so, or if in doubt, do this, in this order:
support-call-1 = If the person who called you is still on the line, end that call. It may be a scam.
support-call-2 = If somebody controls your computer remotely, switch off its Wi-Fi or unplug its cable. Go on with another device.
support-call-3 = Type `www.binance.com` yourself. Do not follow a link that you received.
support-call-4 = Change your Binance password if you have given it to anybody.
support-call-5 = Under [sub-accounts], then [api-management], click [delete] beside each bot’s key. The bot then stops, and you can create another key afterwards. Delete any key that you do not know, too.
support-call-6 = Under [account], then [api-management], delete any key that you do not know.
support-call-7 = Then tick [security-controls] again, at the bottom of that page.
support-call-8 = Do you see an order or a withdrawal that you did not make? Tell Binance’s support at once, from that site.

## The support code

support-unexpected = I did not expect this call
support-code = Your help code
support-code-help = Read it one character at a time: “seven, zero”, not “seventy”. For a letter, say the word beside it too.
support-code-copy = Copy the code
support-code-says = This code sums up where you are and the state of the program. It holds no key, no name and no address, so it is safe to say to SmartradeX.

## The spelling alphabet

support-letter-a = Alfa
support-letter-b = Bravo
support-letter-c = Charlie
support-letter-d = Delta
support-letter-e = Echo
support-letter-f = Foxtrot
support-letter-g = Golf
support-letter-h = Hotel
support-letter-j = Juliett
support-letter-k = Kilo
support-letter-m = Mike
support-letter-n = November
support-letter-p = Papa
support-letter-q = Quebec
support-letter-r = Romeo
support-letter-s = Sierra
support-letter-t = Tango
support-letter-v = Victor
support-letter-w = Whiskey
support-letter-x = X-ray
support-letter-y = Yankee
support-letter-z = Zulu
