### The report for help by e-mail.

report-open = Prepare a report for an e-mail
report-heading = Report for help by e-mail
report-lead = This is the whole text. Nothing else is copied or saved, and nothing is sent.
report-shown = The report
report-key = Show the first and last characters of the API key
report-copy = Copy this report
report-save = Save this report
report-marks = What is hidden is marked in its place, in brackets.
report-where = Paste it into an e-mail to SmartradeX support. The address is on the site.
# $step: number of the step
report-step = Step { $step } done
report-good = the key is good
report-hidden-key = key hidden
report-hidden-email = e-mail hidden
report-hidden-address = address hidden
report-hidden-folder = folder hidden
report-hidden-name = name hidden

## The log

report-log = The program’s log
report-log-on = The program notes what it does in a file: names of screens, durations, codes. Never a key, a name or an address.
report-log-off = No log is kept, and the earlier one has been erased.
report-log-removing = No log is kept any more. The earlier one is being erased.
report-log-left = No log is kept any more, but the earlier one could not be erased. Delete this file yourself.
report-log-place = Where it is
report-log-keep = Keep a log
report-log-stop = Stop and erase the log
report-log-show = Open the log
report-log-not-kept = The log could not be erased. The disk may be protected.
report-log-not-shown = The log does not open. Look for the file in the place shown.
