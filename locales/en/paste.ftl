### What was pasted into a field for a key, when it is no key. Each message says what it is, its attribute "todo" what to do.

paste-empty = Nothing was pasted.
    .todo = Copy the value on Binance’s page, then paste it here.

paste-masked = These are stars or dots that hide the value.
    .todo = Use the copy button on Binance’s page. If the secret key is hidden for good, delete this key, and no other. Then create a new one.

# $count (number): characters pasted. 0: how many is not known.
paste-too-short =
    { $count ->
        [0] Too few characters were pasted, and a key usually has 64.
        [one] Only one character was pasted, and a key usually has 64.
       *[other] Only { $count } characters were pasted, and a key usually has 64.
    }
    .todo = Copy the whole value with the copy button on Binance’s page.

# $count (number): characters pasted. 0: how many is not known.
paste-too-long =
    { $count ->
        [0] This text has too many characters in a row, and a key usually has 64.
       *[other] This text has { $count } characters in a row, and a key usually has 64.
    }
    .todo = Copy one value with the copy button on Binance’s page.

paste-private-key = This is a private key made on your computer, not by Binance. Nothing of it was kept.
    .todo = Create another key at Binance and choose [system-generated].

paste-public-key = This is not Binance’s API key, but the public key of a pair made on your computer.
    .todo = Create another key at Binance and choose [system-generated].

paste-email = This is an e-mail address.
    .todo = Copy the value of the key on Binance’s page, then paste it here.

paste-url = This is the address of a page.
    .todo = Copy the value of the key on that page, then paste it here.

paste-words = These are words, not a key.
    .todo = A key is a row of letters and digits, usually 64. Copy it with the copy button on Binance’s page.

paste-verification-code = This is a verification code of six digits.
    .todo = Type that code at Binance only, never here. Here, paste the value of the key.

paste-key-label = This is the label of the key, not its value.
    .todo = Copy the value under the label on Binance’s page.

# $count (number): characters that no key has. 0: how many is not known.
paste-odd-letters =
    { $count ->
        [0] Some letters in it cannot be part of a key: they have accents, or come from another alphabet.
        [one] One letter in it cannot be part of a key: it has an accent, or comes from another alphabet.
       *[other] { $count } letters in it cannot be part of a key: they have accents, or come from another alphabet.
    }
    .todo = Do not type the key. Copy it with the copy button on Binance’s page.

# $count (number): characters that no key has. 0: how many is not known.
paste-odd-signs =
    { $count ->
        [0] Some characters in it cannot be part of a key.
        [one] One character in it cannot be part of a key.
       *[other] { $count } characters in it cannot be part of a key.
    }
    .todo = Copy the value again with the copy button on Binance’s page.

# $count (number): values found. 0: how many is not known.
paste-several-keys =
    { $count ->
        [0] There are several values in this text, and it does not say which is which.
       *[other] There are { $count } values in this text, and it does not say which is which.
    }
    .todo = Copy the API key alone, paste it, then do the same with the secret key.

paste-same-in-both = This is the value that the other field already has.
    .todo = Clear both fields. Paste the API key into field 1, then the secret key into field 2.

paste-other-taken = By its label, this belongs in the other field, which has another value.
    .todo = Is this the right one? Clear the other field, then paste again.

paste-too-large = This text is far too long for a key.
    .todo = Copy only the value on Binance’s page, then paste it here.

paste-clipboard-empty = The clipboard is empty.
    .todo = Press the copy button on Binance’s page, then paste here.

paste-clipboard-not-text = The clipboard holds a picture or a file, not text.
    .todo = Copy the value itself on Binance’s page, not a picture of it.

paste-clipboard-unavailable = Your computer does not let the clipboard be read.
    .todo = Click into the field and paste with the keyboard (Ctrl or ⌘ and V).

## Told beside a value that was taken.

# $count (number): characters of the value.
paste-doubt-length =
    { $count ->
        [one] This value has one character; keys usually have 64. Was all of it copied?
       *[other] This value has { $count } characters; keys usually have 64. Was all of it copied, and nothing more?
    }
paste-doubt-character = This value holds a character that keys do not usually have. Was it copied or typed?
