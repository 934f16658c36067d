### Help by telephone, and calls that were not expected.

support-phone-heading = Help by telephone
support-phone-lead = Call the number shown on the SmartradeX site, then say where you are.
support-phone-place = Say this on the telephone
support-never = What we never ask for
support-never-1 = SmartradeX never asks for a password, a verification code or a secret key.
support-never-2 = If somebody does, hang up. Call back by the number on the site.
support-call-heading = I did not expect this call
support-call-lead = Hang up. Somebody may be trying to get your keys. If in doubt, do this:
support-call-1 = Go to `www.binance.com` yourself, without following a link.
support-call-2 = Under [sub-accounts], [api-management], click [delete] beside the key.
support-call-3 = Under [account], [api-management], tick [security-controls] again.
support-call-4 = Change your Binance password if you have told it to anybody.
