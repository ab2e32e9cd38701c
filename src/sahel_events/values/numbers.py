"""Numbers as they are written in English reports: "1,500", "2.860", "half a dozen", "30–32,000".

What is ours here and not a library's: the separators of both number cultures, figures that share
their thousands, and words that look like numbers and are none ("hundreds" is a word, not 100).
"""

from __future__ import annotations

import re

__all__ = ["DIGITS", "NUMBER", "WORDS", "share_thousands", "to_int"]

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
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000}
_COLLECTIVES = {"a couple of": 2, "a couple": 2, "half a dozen": 6, "a dozen": 12, "dozen": 12}

#: Digits with the separators of thousands in use: comma, full stop, apostrophe, spaces. Two figures
#: with nothing but a space between them count nobody, so that "1 100" is always one.
DIGITS = (
    r"\d{1,3}(?:(?P<sep%s>[,.'’ \u00a0\u2009\u202f])\d{3}(?:(?P=sep%s)\d{3})*(?!\d)|\d*(?:\.\d+)?)"
)

_TEEN = "|".join(sorted((*_UNITS, *_TENS), key=len, reverse=True))
_SCALE = "|".join(_SCALES)
#: Number words: "four", "twenty-five", "a hundred and two", "two dozen", "half a dozen".
WORDS = (
    r"(?:half\ a\ dozen|a\ couple(?:\ of(?!\ (?:hundred|thousand|dozen)))?|a\ dozen"
    rf"|(?:(?:{_TEEN}|an?(?=[ -](?:{_SCALE}))))\b"
    rf"(?:(?:[ -]|,?\ and\ )(?:{_TEEN}|{_SCALE}|dozen)\b)*)"
)


def NUMBER(tag: str) -> str:
    """The pattern of one number, its groups named with ``tag`` so that it can stand twice."""
    scale = r"(?:\ (?:hundred|thousand|million|dozen)\b|k\b)?"
    return rf"(?P<{tag}>{DIGITS % (tag, tag)}{scale}|{WORDS})"


#: The longest number that is read, in characters: "one hundred and twenty-three thousand …".
_LONGEST = 200


def to_int(text: str) -> int | None:
    """The whole number that the text states, or ``None`` when it is not one.

    >>> to_int("1,500"), to_int("2.860"), to_int("1.5 thousand"), to_int("twenty-five")
    (1500, 2860, 1500, 25)
    >>> to_int("half a dozen"), to_int("a hundred and two"), to_int("1.5")
    (6, 102, None)
    """
    if len(text) > _LONGEST:
        return None  # no count of anybody
    if text.isdecimal():
        return int(text)
    text = text.strip().lower()
    if text[:1].isdigit():
        return _from_digits(text)
    if text in _COLLECTIVES:
        return _COLLECTIVES[text]
    return _from_words(text.replace("-", " ").replace(",", "").split())


def _from_digits(text: str) -> int | None:
    if "," in text and text.replace(",", "").isdecimal():
        return int(text.replace(",", ""))
    if text.endswith("k"):
        text = f"{text[:-1]} thousand"
    figure, _, scale = text.partition(" ") if text[-1].isalpha() else (text, "", "")
    factor = 12 if scale == "dozen" else _SCALES.get(scale, 1)
    separators = {character for character in figure if not character.isdigit()}
    groups = re.split(r"\D", figure)
    if factor == 1 and separators and all(len(group) == 3 for group in groups[1:]):
        return int("".join(groups))
    if "." in separators:
        value = float(".".join(groups[:2])) * factor
        return round(value) if factor > 1 else None
    return int("".join(groups)) * factor


def _from_words(words: list[str]) -> int | None:
    total, part, seen = 0, 0, False
    for word in words:
        if word == "and":
            continue
        if word in ("a", "an"):
            part += 1
        elif word in _UNITS or word in _TENS:
            part += _UNITS.get(word, 0) + _TENS.get(word, 0)
        elif word in ("hundred", "dozen"):
            part = max(part, 1) * (100 if word == "hundred" else 12)
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
