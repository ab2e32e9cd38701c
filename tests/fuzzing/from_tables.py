"""Texts made of the words of the library's own tables: nearly English, and nobody's."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from random import Random

from sahel_events.csv_tables import rows, several

__all__ = ["text"]

_LEXICON, _REGISTRY = "sahel_events.english.lexicon", "sahel_events.registry"
_FIGURES = (
    "3|14|1,200|30–40|~50|at least 12|181+|up to 30|dozens|two|a dozen|half a|25 to 30|2.860|0|1"
    "|no|some|several hundred|99999999999999999999|1–1,000|a|an|the|all but one|5/10|1.5|twenty-|½"
    "|²|10k|between 1 and|more than|one in three|every|hundreds of thousands of|000|-5|١٢"
).split("|")
_DATES = (
    "on 9 June 2031|in June|in 2031|on Monday|two days later|the following year|last night|by 2029"
    "|since 2012|between 3 May and 4 June|9/10 June|the next day|in the 1990s|31 February 2031"
    "|2012–17|until March|as of 3 May|on the night of 3 to 4 May|years ago|29 February 2032|now"
).split("|")
_JOINTS = (" ", " ", " ", " ", ", ", " and ", " of ", " in ", " by ", ". ", "; ", ": ", " – ", " (")
_MORE_JOINTS = (") ", "’s ", "'s ", " “", "” ", "\n", "\n\n", " - ", ", who ", ", including ", "/")
_FLAGS = ("🇲🇱", "🇫🇷", "🇧🇫", "🇲", "🇺🇳")
_LINKS = (
    "[[Mali]]",
    "[[Mali|the army]]",
    "[https://a.org/2031/01/ five]",
    "[https://a.org/1]",
    "[[",
)


@cache
def _words() -> tuple[tuple[str, ...], ...]:
    """The words of each table, a table each."""
    people = [word for row in rows(_LEXICON, "people.csv") for word in (row["noun"], row["plural"])]
    harm = [row["base"] for row in rows(_LEXICON, "harm.csv")]
    harm += [f"{word}ed" for word in harm] + [f"were {word}ed" for word in harm]
    things = [row["plural"] for row in rows(_LEXICON, "materiel.csv")]
    attacks = [row["base"] for row in rows(_LEXICON, "attacks.csv")]
    speech = [f"{row['base']}s" for row in rows(_LEXICON, "speech_verbs.csv")]
    small = [row["word"] for name in ("function_words.csv", "cell_words.csv", "word_lists.csv")
             for row in rows(_LEXICON, name)]  # fmt: skip
    parties = [
        name
        for row in rows(_REGISTRY, "belligerents.csv")
        for name in (row["name"], *several(row["aliases"]))
    ]
    countries = [
        name
        for row in rows(_REGISTRY, "countries.csv")
        for name in (row["name"], *several(row["demonyms"]))
    ]
    places = [row["name"] for row in rows(_REGISTRY, "places.csv")]
    tables = (people, harm, things, attacks, speech, small, parties, countries, places)
    return (*(tuple(filter(None, table)) for table in tables), tuple(_FIGURES), tuple(_DATES))


def _soup(random: Random, most: int = 30) -> str:
    """Words of any tables, joined by anything."""
    tables = _words()
    parts = []
    for _ in range(random.randint(1, most)):
        parts.append(random.choice(random.choice(tables)))
        parts.append(random.choice(_JOINTS if random.random() < 0.8 else _MORE_JOINTS))
        if random.random() < 0.03:
            parts.append(random.choice((*_FLAGS, *_LINKS)))
    return "".join(parts)


def _sentence(random: Random) -> str:
    """A sentence that might stand in a report, and may break off."""
    people, harm, _, attacks, speech, _, parties, countries, places, figures, dates = _words()
    pick = random.choice
    whom, others = (f"{pick(figures)} {pick(people)}" for _ in "12")
    who = pick((pick(parties), f"{pick(countries)} {pick(people)}", others))
    place, when = pick(places), pick(dates)
    made = pick(
        (
            f"{who} {pick(harm)} {whom} in {place} {when}",
            f"{whom} {pick(harm)} and {others} {pick(harm)} in {pick(attacks)} on {place}",
            f"{when.capitalize()}, {who} {pick(attacks)} {place}, and {whom} {pick(harm)}",
            f"{who} {pick(speech)} that {whom}, {pick(figures)} of them women, {pick(harm)}",
            f"{place}’s {pick(people)}, whose {pick(people)} {pick(harm)}",
        )
    )
    cut = random.randint(1, len(made)) if random.random() < 0.15 else len(made)
    return f"{made[:1].upper()}{made[1:cut]}{pick(('.', '.', '.', '', '?', ':', ' –', '...'))}"


def _report(random: Random) -> str:
    made = [_sentence(random) if random.random() < 0.7 else _soup(random) for _ in range(6)]
    opening = random.choice(
        ("", "BAMAKO, Mali (AP) — ", "= Title =\n\n", "# Title\n\n", "UPDATE: ")
    )
    return opening + random.choice((" ", "\n", "\n\n", "\n* ", "\n== A ==\n")).join(made)


_FIELDS = (
    "Conflict|Date|Place|Partof|Result|Status|Combatant1|Combatant2|Combatant3|Commander1|Commander2"
    "|Strength1|Strength2|Casualties1|Casualties2|Casualties3|Notes|Casualties|Territory|Caption"
).split("|")


def _cell(random: Random) -> str:
    lines = [_soup(random, 8) for _ in range(random.randint(1, 4))]
    marks = ("", "", "* ", "** ", "🇲🇱 ", "Total: ", "(", "'''A:''' ")
    return "\n  ".join(random.choice(marks) + " ".join(line.split()) for line in lines)


def _infobox(random: Random) -> str:
    fields = random.choices(_FIELDS, k=random.randint(1, 10))
    cells = "".join(f"- {field}: {_cell(random)}\n" for field in fields)
    return f"= {_soup(random, 4).strip()} =\n\nInfobox\n{cells}\n{_report(random)}"


def _front_matter(random: Random) -> str:
    lines = ["---", "infoboxes:"]
    for _ in range(random.randint(1, 2)):
        mark = "  - "
        for field in random.sample(_FIELDS, random.randint(1, 6)):
            lines += [f"{mark}{field.lower()}:", "      text: |-"]
            lines += [f"        {line.strip()}" for line in _cell(random).split("\n")]
            mark = "    "
    return "\n".join((*lines, f"title: {_sentence(random)!r}", "---", "", _report(random)))


_KINDS: tuple[Callable[[Random], str], ...] = (_report, _report, _infobox, _front_matter, _soup)


def text(random: Random) -> str:
    """A text of any kind."""
    return random.choice(_KINDS)(random)
