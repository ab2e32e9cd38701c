"""Dates as English writes them: one pattern for points and stretches of time.

"9 Feb. 2016", "April 14–18, 1945", "Jan.-March 2013", "2012–17", "until March 2012", "12 May 1942 –
28 May 1942", "16 January 2012 – present", "spring 2012", "17/18 July 1941".
"""

from __future__ import annotations

import re

__all__ = ["DATE", "MONTH", "MONTHS", "SEASONS"]

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}

_M = "|".join(sorted(MONTHS, key=len, reverse=True))
#: A month's name, whole or shortened: where none stands, a date can only be a year.
MONTH = re.compile(rf"\b(?:{_M})\b", re.IGNORECASE)

_TO = r"\s*(?:[–—‒−/-]|&[nm]dash;|\b(?:to|until|till|and|through)\b)\s*"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_YEAR = r"(?:1\d{3}|20\d{2})(?!\d)"
_ABOUT = r"(?:(?:around|about|circa|ca?\.|approximately|~)\s?)"
_PART = r"(?:(?:early|mid|late|beginning\ of|end\ of)[-\s]|the\ (?:beginning|end)\ of\s)"


def _point(tag: str) -> str:
    """One day, month or year; its groups carry ``tag`` so that it can stand twice in a pattern."""
    month = rf"(?:{_M})\b\.?"
    return rf"""
        (?P<about{tag}>{_ABOUT}|{_PART})?
        (?: (?P<iso{tag}>{_YEAR}-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?)(?!\d)
          | (?:the\s)?(?P<d{tag}>{_DAY})(?:{_TO}(?P<dd{tag}>{_DAY}))?\s(?:of\s)?
            (?P<m{tag}>{month})(?:,?\s(?P<y{tag}>{_YEAR}))?
          | (?P<mm{tag}>{month})\s?(?P<md{tag}>{_DAY})(?!\d)
            (?:{_TO}(?P<mdd{tag}>{_DAY})(?!\w|\.\d))?(?:,?\s(?P<my{tag}>{_YEAR}))?
          | (?P<only{tag}>{month})(?:,?\s(?P<oy{tag}>{_YEAR}))?
          | (?P<season{tag}>{"|".join(SEASONS)})\s(?:of\s)?(?P<sy{tag}>{_YEAR})
          | (?P<year{tag}>{_YEAR})
        )"""


_OPENING = r"(?:since|from|after|starting(?:\ in)?|as\ from)"
_CLOSING = r"(?:by|until|till|up\ to|to|before|as\ of|through|prior\ to)"
_NOW = r"(?:present|ongoing|now|today|date|the\ present)"

#: A date in running text. ``(?P<since>…)`` and ``(?P<until>…)`` hold the word that leaves an end
#: open.
DATE = re.compile(
    rf"""
    (?<![\w.,/–-])
    (?:(?P<since>{_OPENING}\s+)|(?P<until>{_CLOSING}\s+)|between\s+)?
    (?:in\s+|the\s+)?
    {_point("1")}
    (?:
        {_TO}(?P<now>{_NOW})\b
      | {_TO}{_point("2")}
      | [–—‒−/-](?P<short>\d{{2}})(?!\d)
    )?
    (?!\w|[%°′]|[.,]\d)
    """,
    re.VERBOSE | re.IGNORECASE,
)
