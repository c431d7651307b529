"""Currencies by ISO 4217 code, with the signs and words that news prose uses for them."""

from __future__ import annotations

CURRENCIES: dict[str, tuple[str, ...]] = {
    "USD": ("dollar", "US dollar", "U.S. dollar", "American dollar", "buck", "greenback", "USD"),
    "EUR": ("euro", "EUR", "€"),
    "GBP": ("pound", "pound sterling", "pounds sterling", "British pound", "quid", "GBP", "£"),
    "JPY": ("yen", "Japanese yen", "JPY"),
    "CNY": ("yuan", "Chinese yuan", "renminbi", "CNY", "RMB"),
    "INR": ("rupee", "Indian rupee", "INR"),
    "KRW": ("won", "South Korean won", "KRW"),
    "CHF": ("Swiss franc", "franc", "CHF"),
    "AUD": ("Australian dollar", "AUD"),
    "CAD": ("Canadian dollar", "CAD"),
    "NZD": ("New Zealand dollar", "NZD"),
    "HKD": ("Hong Kong dollar", "HKD"),
    "SGD": ("Singapore dollar", "SGD"),
    "TWD": ("Taiwan dollar", "New Taiwan dollar", "TWD"),
    "SEK": ("Swedish krona", "Swedish kronor", "krona", "kronor", "SEK"),
    "NOK": ("Norwegian krone", "Norwegian kroner", "NOK"),
    "DKK": ("Danish krone", "Danish kroner", "Danish crown", "krone", "kroner", "DKK"),
    "PLN": ("zloty", "zlotys", "złoty", "PLN"),
    "CZK": ("Czech koruna", "koruna", "CZK"),
    "HUF": ("forint", "HUF"),
    "RON": ("leu", "lei", "RON"),
    "HRK": ("kuna", "kn", "HRK"),
    "RUB": ("rouble", "ruble", "RUB"),
    "UAH": ("hryvnia", "UAH"),
    "TRY": ("Turkish lira", "lira", "TRY"),
    "ILS": ("shekel", "ILS"),
    "BRL": ("Brazilian real", "reais", "BRL"),
    "MXN": ("Mexican peso", "peso", "MXN"),
    "ARS": ("Argentine peso", "ARS"),
    "COP": ("Colombian peso", "COP"),
    "CLP": ("Chilean peso", "CLP"),
    "ZAR": ("rand", "South African rand", "ZAR"),
    "NGN": ("naira", "NGN"),
    "KES": ("Kenyan shilling", "shilling", "KES"),
    "EGP": ("Egyptian pound", "EGP"),
    "LBP": ("Lebanese pound", "LBP"),
    "GHS": ("cedi", "GHS"),
    "ETB": ("birr", "ETB"),
    "MAD": ("Moroccan dirham", "MAD"),
    "AED": ("dirham", "AED"),
    "SAR": ("Saudi riyal", "riyal", "SAR"),
    "QAR": ("Qatari riyal", "QAR"),
    "KWD": ("Kuwaiti dinar", "dinar", "KWD"),
    "IRR": ("Iranian rial", "rial", "IRR"),
    "PKR": ("Pakistani rupee", "PKR"),
    "BDT": ("taka", "BDT"),
    "LKR": ("Sri Lankan rupee", "LKR"),
    "IDR": ("rupiah", "IDR"),
    "MYR": ("ringgit", "MYR"),
    "THB": ("baht", "THB"),
    "PHP": ("Philippine peso", "PHP"),
    "VND": ("dong", "VND"),
    "KZT": ("tenge", "KZT"),
    "GEL": ("lari", "GEL"),
    "AMD": ("dram", "AMD"),
    "ISK": ("Icelandic krona", "ISK"),
    "BTC": ("bitcoin", "BTC"),
}
"""Words in lower case take a plural s. Source of codes: ISO 4217 list one (2024); BTC is not in it
but is quoted like one."""

_SIGN_ROWS = """
USD $ | US$ | $US | US $ | U.S.$ | USD | MUSD
AUD A$ | AU$ | $A | AUD
CAD C$ | CA$ | Can$ | CAD
NZD NZ$ | $NZ | NZD
HKD HK$ | HK $ | HKD
SGD S$ | SG$ | SGD
TWD NT$
BRL R$ | BRL
MXN MX$ | MXN | Mex$
GBP £ | GBP | PS
EUR € | EUR | MEUR
JPY ¥ | JP¥ | JPY | Y=
CNY CN¥ | RMB | CNY
INR ₹ | Rs | Rs. | INR
KRW ₩ | KRW
RUB ₽
TRY ₺
ILS ₪ | NIS
UAH ₴
NGN ₦
PHP ₱ | PHP
VND ₫ | VND
THB ฿ | THB
PLN zł | PLN
CHF CHF | SFr
MYR RM | MYR
SEK SEK
NOK NOK
DKK DKK
ZAR ZAR
KES KSh | Ksh
AED AED
IDR IDR | Rp
BTC BTC | ₿
GHS GH₵
EGP E£
"""
SIGNS: dict[str, str] = {
    sign: code
    for code, _, signs in (row.partition(" ") for row in _SIGN_ROWS.strip().splitlines())
    for sign in signs.split(" | ")
}
"""Signs and codes before a figure. "PS" and "Y=" are how agency feeds mangle £ and ¥. A bare "$" is
the American one: in a market where it is not, the sentence says so."""
