### Step 1: untick the box on the main account.

step1-heading = Untick one box on your account
step1-lead = A security box keeps bots out. You only need to untick it once.
step1-main-account = On the main account
step1-main-account-text = This step is done under [account], not under [sub-accounts].
step1-open = Open Binance and log in.
    .detail = The button leads to [account], [api-management]. Check that the address begins with `www.binance.com`.
step1-open-button = Open Binance
step1-scroll = Scroll down to the bottom of the page.
step1-untick = Untick the box [security-controls].
    .detail = The sentence beside the box, or below it, may be in English.
step1-accept = Click [accept].
step1-verify = If Binance asks, enter the <two-factor|verification code> or use your passkey.
    .detail = The code is on your phone or in your e-mails. Do not give it to anyone.
step1-main = I have unticked the box
step1-why = Why?
step1-why-1 = Unticking this box lets our servers work with the API key that you are about to create.
step1-why-2 = As long as it is ticked, Binance refuses trading to a key without IP restriction.
step1-why-3 = Step 3 is possible only if this one was done right.
step1-honest = What this means for your safety
step1-honest-1 = While the box is ticked, all your API keys are under Binance’s security controls.
step1-honest-2 = Once it is unticked, these controls protect none of your keys, including those for other services.
step1-honest-3 = That is why your key gets two rights only, on a <sub-account|sub-account> from which nothing can be withdrawn.
