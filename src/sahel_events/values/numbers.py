"""Numbers as they are written in English reports: "1,500", "2.860", "half a dozen", "30–32,000".

What is ours here and not a library's: the separators of both number cultures, figures that share
their scale, decimals and halves in words ("two and a half million"), and words that look like
numbers and are none ("hundreds" is a word, not 100).
"""

from __future__ import annotations

import re
from fractions import Fraction

__all__ = [
    "DIGITS",
    "NUMBER",
    "SCALE",
    "SMALL",
    "WORDS",
    "share_scale",
    "share_thousands",
    "to_int",
]

_UNITS = {
    word: value
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
        "fifteen sixteen seventeen eighteen nineteen".split()
    )
}
_TENS = {
    word: value * 10
    for value, word in enumerate(
        "twenty thirty forty fifty sixty seventy eighty ninety".split(), start=2
    )
}
_SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
}
_PARTS = {
    **dict.fromkeys(("½", "half", "a half"), Fraction(1, 2)),
    **dict.fromkeys(("¼", "quarter", "a quarter"), Fraction(1, 4)),
    **dict.fromkeys(("¾", "three quarters"), Fraction(3, 4)),
}

#: Digits with the separators of thousands in use: comma, full stop, apostrophe, spaces. Two figures
#: with nothing but a space between them count nobody, so that "1 100" is always one.
DIGITS = (
    r"\d{1,3}(?:(?P<sep%s>[,.'’ \u00a0\u2009\u202f])\d{3}(?:(?P=sep%s)\d{3})*(?!\d)|\d*(?:\.\d+)?)"
)

#: The words of scale, and one word of a number below a hundred.
SCALE = r"(?:hundred|thousand|million|billion|dozen)\b"
_TEEN = "|".join(sorted((*_UNITS, *_TENS), key=len, reverse=True))
#: A number that may be a share of another: "three in five".
SMALL = r"(?:one|two|three|four|five|six|seven|eight|nine|ten|\d{1,3})"
_PART = r"(?:a\ half|a\ quarter|three[ -]quarters)"
_POINT = rf"point(?:\ (?:{'|'.join(list(_UNITS)[:10])})\b)+"
#: Number words: "four", "twenty-five", "a hundred and two", "half a million", "two and a half
#: million", "one point two million", "a couple hundred".
WORDS = (
    rf"(?:(?:half|a\ quarter|three[ -]quarters)(?:\ of)?\ an?\ {SCALE}|a\ half[ -]{SCALE}"
    rf"|an?\ {SCALE}\ and\ {_PART}\b"
    rf"|(?:{_TEEN})(?:[ -](?:{_TEEN}))?\ (?:and\ {_PART}|{_POINT})\ {SCALE}"
    rf"|a\ couple\b(?:(?:\ of)?\ {SCALE}|\ of\b(?!\ (?:hundreds|thousands|millions|dozens)))?"
    rf"|(?:(?:{_TEEN})\b|an?(?=[ -]{SCALE}))(?:[ -](?:{_TEEN})\b"
    rf"|[ -]hundred\b(?:,?\ and(?=\ (?:{_TEEN})\b(?!\ hundred)))?"
    rf"|[ -]{SCALE}(?:,?\ and(?=\ (?:{_TEEN})\b))?)*)"
)


def NUMBER(tag: str) -> str:
    """The pattern of one number, its groups named with ``tag`` so that it can stand twice."""
    scale = rf"(?:(?:[½¼¾]|\ and\ {_PART})?\ {SCALE}|k\b)?"
    return rf"(?P<{tag}>{DIGITS % (tag, tag)}{scale}|{WORDS})"


#: The longest number that is read, in characters: "one hundred and twenty-three thousand …".
_LONGEST = 200


def to_int(text: str) -> int | None:
    """The whole number that the text states, or ``None`` when it is not one.

    >>> to_int("1,500"), to_int("2.860"), to_int("1.5 thousand"), to_int("twenty-five")
    (1500, 2860, 1500, 25)
    >>> to_int("half a dozen"), to_int("a hundred and two"), to_int("1.5")
    (6, 102, None)
    >>> to_int("one point two million"), to_int("two and a half million")
    (1200000, 2500000)
    """
    if len(text) > _LONGEST:
        return None  # no count of anybody
    if text.isdecimal():
        return int(text)
    text = text.strip().lower()
    if text[:1].isdigit():
        return _from_digits(text)
    return _from_words(text.replace("-", " ").replace(",", ""))


_FIGURE = re.compile(
    rf"(?P<figure>\d.*?)(?:(?P<mark>[½¼¾])| and (?P<part>{_PART}))?(?: ?(?P<scale>{SCALE}|k))?",
    re.DOTALL,
)


def _from_digits(text: str) -> int | None:
    match = _FIGURE.fullmatch(text)
    if match is None:
        return None
    figure, scale = match["figure"].strip(), match["scale"]
    part = match["mark"] or match["part"]
    factor = 1_000 if scale == "k" else _SCALES.get(scale or "", 1)
    groups = re.split(r"\D", figure)
    separators = {character for character in figure if not character.isdigit()}
    if not all(groups):
        return None
    if part:
        whole = int("".join(groups)) + _PARTS[part.replace("-", " ")]
        return _whole(whole * factor) if scale else None
    if factor == 1 and separators and all(len(group) == 3 for group in groups[1:]):
        return int("".join(groups))
    if "," in separators and len(separators) == 1:
        return int("".join(groups)) * factor
    if "." in separators:
        return round(Fraction(".".join(groups[:2])) * factor) if factor > 1 else None
    return int("".join(groups)) * factor


_COUPLE = re.compile(rf"a couple(?: of)?(?: (?P<scale>{SCALE}))?")
_PART_OF = re.compile(
    rf"(?:a )?(?P<part>half|quarter|three quarters)(?: of)?(?: an?)? (?P<scale>{SCALE})"
)
_SCALE_AND = re.compile(rf"an? (?P<scale>{SCALE}) and (?P<part>a half|a quarter|three quarters)")
_AND_PART = re.compile(
    rf"(?P<whole>.+) and (?P<part>a half|a quarter|three quarters) (?P<scale>{SCALE})"
)
_DECIMAL = re.compile(rf"(?P<whole>.+?) point (?P<digits>[a-z ]+?) (?P<scale>{SCALE})")


def _from_words(text: str) -> int | None:
    """The number in words: a couple, a part of a scale, a decimal, or a whole number."""
    if match := _COUPLE.fullmatch(text):
        return 2 * _SCALES.get(match["scale"] or "", 1)
    if match := _PART_OF.fullmatch(text):
        return _whole(_PARTS[match["part"]] * _SCALES[match["scale"]])
    if match := _SCALE_AND.fullmatch(text):
        return _whole((1 + _PARTS[match["part"]]) * _SCALES[match["scale"]])
    if match := _AND_PART.fullmatch(text):
        whole = _whole_words(match["whole"].split())
        part = _PARTS[match["part"]]
        return None if whole is None else _whole((whole + part) * _SCALES[match["scale"]])
    if match := _DECIMAL.fullmatch(text):
        return _decimal(match)
    return _whole_words(text.split())


def _whole(value: Fraction | int) -> int | None:
    """A value as a whole number, if it is one: there is no half of a man."""
    return int(value) if value == int(value) else None


def _decimal(match: re.Match[str]) -> int | None:
    whole = _whole_words(match["whole"].split())
    digits = [_UNITS.get(word, 10) for word in match["digits"].split()]
    if whole is None or max(digits) > 9:
        return None
    return _whole(Fraction(f"{whole}.{''.join(map(str, digits))}") * _SCALES[match["scale"]])


def _whole_words(words: list[str]) -> int | None:
    total, part, seen = 0, 0, False
    for word in words:
        if word == "and":
            continue
        if word in ("a", "an"):
            part += 1
        elif word in _UNITS or word in _TENS:
            part += _UNITS.get(word, 0) + _TENS.get(word, 0)
        elif word in ("hundred", "dozen"):
            part = max(part, 1) * _SCALES[word]
        elif word in _SCALES:
            total += max(part, 1) * _SCALES[word]
            part = 0
        else:
            return None
        seen = True
    return total + part if seen else None


def share_thousands(low: int, high: int, high_text: str) -> int:
    """The lower end of a range whose thousands are written once: "30–32,000" starts at 30,000.

    >>> share_thousands(30, 32000, "32,000"), share_thousands(26, 123, "123")
    (30000, 26)
    """
    scaled = low * 1000
    shares = low < 1000 <= high and re.search(r"\D000$|thousand$", high_text) is not None
    return scaled if shares and scaled <= high else low


_HAS_SCALE = re.compile(rf"(?P<scale>{SCALE})\Z", re.IGNORECASE)


def share_scale(low_text: str, high_text: str) -> int | None:
    """The lower end of a range whose scale is told once: "1.5–2 million", "two or three dozen".

    >>> share_scale("1.5", "2 million"), share_scale("two", "three dozen"), share_scale("12", "19")
    (1500000, 24, 12)
    """
    low, high = to_int(low_text), to_int(high_text)
    scale = _HAS_SCALE.search(high_text)
    if high is None or scale is None or _HAS_SCALE.search(low_text):
        return low
    scaled = to_int(f"{low_text} {scale['scale']}")
    return scaled if scaled is not None and scaled <= high else low
