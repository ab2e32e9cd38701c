"""The forms of English verbs: "shoot dead", "shoots dead", "shot dead", "shooting dead".

A row of a data file gives a verb's base, with the words that belong to it, and the forms that the
rules below do not make.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from sahel_events.english.lexicon.senses import Form

__all__ = ["forms", "third_person"]


def forms(row: Mapping[str, str]) -> Iterator[tuple[str, Form]]:
    """Every form of the verb of a row."""
    verb, _, rest = row["base"].partition(" ")
    tail = f" {rest}" if rest else ""
    regular = _with_ed(verb) + tail
    past, participle = row["past"] or regular, row["participle"] or regular
    yield row["base"], Form.BASE
    yield third_person(verb) + tail, Form.THIRD
    yield row["ing"] or _with_ing(verb) + tail, Form.ING
    if past == participle:
        yield past, Form.PAST_OR_PARTICIPLE
    else:
        yield past, Form.PAST
        yield participle, Form.PARTICIPLE


def third_person(verb: str) -> str:
    """As in "carries"; plurals of nouns are formed alike ("clashes")."""
    if verb == "have":
        return "has"
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return verb + "es"
    if _ends_in_consonant_and_y(verb):
        return verb[:-1] + "ies"
    return verb + "s"


def _with_ed(verb: str) -> str:
    """As in "wounded", "captured", "buried"."""
    if verb.endswith("e"):
        return verb + "d"
    if _ends_in_consonant_and_y(verb):
        return verb[:-1] + "ied"
    return verb + "ed"


def _with_ing(verb: str) -> str:
    """As in "wounding", "capturing", "dying", "freeing"."""
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith("ee"):
        return verb[:-1] + "ing"
    return verb + "ing"


def _ends_in_consonant_and_y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2] not in "aeiou"
