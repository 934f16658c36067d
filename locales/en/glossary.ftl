### Meanings that open in place.

glossary-api-key = An API key is like an access card. It lets SmartradeX act on your sub-account, within the limits that you set.
glossary-secret-key = The secret key goes with the API key, like a code with a card. Binance shows it only once.
glossary-sub-account = A sub-account is a compartment of your Binance account, with its own funds. Each bot has its own.
glossary-spot = Spot trading is plain buying and selling of cryptocurrencies, without borrowing.
glossary-two-factor = A code of six digits, given by an app on your phone or by e-mail. It proves that it is you.
glossary-ip = An IP address is a computer’s number on the Internet. A restricted key works only from the addresses in its list.
