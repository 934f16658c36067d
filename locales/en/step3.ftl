### Step 3: edit the restrictions of the key.

step3-heading = Set the restrictions of the key
step3-lead = Two boxes ticked, all others unticked, and no IP restriction.
step3-edit = On the key’s page, click [edit].
step3-spot = Tick [spot-and-margin-trading].
    .detail = Without this box the bot cannot place orders. The name may end in “& Stock Trading”.
step3-others = Keep [reading] ticked and leave all other boxes unticked.
    .detail = Above all those that allow transfers.
step3-ip = Select [ip-unrestricted].
    .detail = SmartradeX’s servers can then give orders to your sub-account.
step3-save = Click [save].
step3-verify = Enter the <two-factor|verification code> if Binance asks for it.
step3-main = The restrictions are set
step3-only = These two boxes and no other
step3-only-1 = We refuse keys with other boxes than [reading] and [spot-and-margin-trading].
step3-only-2 = So no funds can be moved out of your account.
step3-red = A red text appears: that is expected
step3-red-1 = Binance writes that a key without IP restriction is not recommended and will be deleted.
step3-red-2 = The box unticked in step 1 is there to avoid it. Check the key now and then with this program.
step3-why = Why?
step3-why-1 = Reading shows the bot how the sub-account stands. <spot|Spot> trading lets it buy and sell.
step3-why-2 = The other boxes would allow borrowing or moving your funds: the bot does not need them.
step3-why-3 = Your funds cannot be withdrawn from a sub-account.
step3-why-4 = That limits the risk of a key without IP restriction.
step3-grey = Is the box grey?
step3-grey-1 = Step 1 was not done, or not on the main account.
step3-grey-2 = Do not reload this page: it would hide the secret key. Untick the box of step 1 in another tab.
