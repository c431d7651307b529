"""Which unit ids a pack may use."""

from __future__ import annotations

import re

_PLAIN = """
    percent percentage_points count multiple ratio points years months days pages ordinal date
    per_100k_inhabitants multiple_per_year percent_of_human_baseline tonnes_CO2 tonnes_CO2e
    tonnes_per_person gCO2_per_kWh kilolitres
"""
PLAIN = frozenset(_PLAIN.split())
"""Ids of the pack format, and those for rates and amounts that UCUM cannot say in plain words."""

_CURRENCIES = """
    AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP
    BYN BZD CAD CDF CHF CLP CNY COP CRC CUP CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP
    GEL GHS GIP GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS KHR
    KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK
    MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR
    SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS
    UAH UGX USD UYU UZS VED VES VND VUV WST XAF XCD XOF XPF YER ZAR ZMW ZWG ZWL
"""
CURRENCIES = frozenset(_CURRENCIES.split())
"""ISO 4217, active codes and those withdrawn since 2020."""

_METRIC = r"(?:da|[YZEPTGMkhdcmunpf])?(?:m[23]?|g|t|L|l|s|h|W|Wh|J|V|A|K|Pa|bar|Hz|B|bit|mol|Sv)"
_ATOM = rf"(?:{_METRIC}|min|wk|mo|[da]|ha|Cel|\{{[\w -]+\}}|10\*\d+|\d+)"
UCUM = re.compile(rf"/?{_ATOM}(?:[./]{_ATOM})*")
"""The part of UCUM (https://ucum.org/ucum) that press figures need: prefixed metric units, times,
counted things in braces, joined by dots and slashes. "Wh" is ours, for kWh, GWh, TWh."""


def is_unit(text: str) -> bool:
    """True where `text` is an id of the pack format, an ISO 4217 code or a UCUM code."""
    return text in PLAIN or text in CURRENCIES or UCUM.fullmatch(text) is not None
