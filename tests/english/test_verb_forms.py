"""The forms of verbs: by example, and by what no form of any table may look like."""

from __future__ import annotations

import re

import pytest

from sahel_events.csv_tables import rows
from sahel_events.english.lexicon.verb_forms import Form, forms, plural

PACKAGE = "sahel_events.english.lexicon"
VERBS = sorted(
    {row["base"] for row in rows(PACKAGE, "speech_verbs.csv")}
    | {row["base"] for row in rows(PACKAGE, "attacks.csv") if row["frame"] != "noun"}
    | {
        row["base"]
        for row in rows(PACKAGE, "harm.csv")
        if row["frame"] not in ("noun", "victims", "state")
    }
)


@pytest.mark.parametrize(
    ("base", "expected"),
    [
        ("kill", "kills killing killed"),
        ("die", "dies dying died"),
        ("free", "frees freeing freed"),
        ("carry off", "carries off, carrying off, carried off"),
        ("seize", "seizes seizing seized"),
        ("crash", "crashes crashing crashed"),
        ("stab to death", "stabs to death, stabbing to death, stabbed to death"),
        ("step on", "steps on, stepping on, stepped on"),
        ("wound", "wounds wounding wounded"),
        ("bomb", "bombs bombing bombed"),
        ("mow down", "mows down, mowing down, mowed down, mown down"),
        ("surrender", "surrenders surrendering surrendered"),
        ("abandon", "abandons abandoning abandoned"),
        ("admit", "admits admitting admitted"),
        ("expel from", "expels from, expelling from, expelled from"),
        ("reveal", "reveals revealing revealed"),
        ("level", "levels leveling leveled levelling levelled"),
        ("cut to pieces", "cuts to pieces, cutting to pieces, cut to pieces"),
        ("put to death", "puts to death, putting to death, put to death"),
        ("chop off the hand of", "chops off the hand of, chopping off the hand of, "
         "chopped off the hand of"),
        ("fatally injure", "fatally injures, fatally injuring, fatally injured"),
        ("mortally wound", "mortally wounds, mortally wounding, mortally wounded"),
        ("shoot and kill", "shoots and kills, shooting and killing, shot and killed"),
        ("burn", "burns burning burned burnt"),
        ("go over to", "goes over to, going over to, went over to, gone over to"),
        ("have in POSS hands", "has in POSS hands, having in POSS hands, had in POSS hands"),
        ("do away with", "does away with, doing away with, did away with, done away with"),
        ("fall", "falls falling fell fallen"),
        ("overrun", "overruns overrunning overran overrun"),
    ],
)  # fmt: skip
def test_verbs_have_these_forms(base: str, expected: str) -> None:
    wanted = expected.split(", " if "," in expected else " ")
    made = [phrase for phrase, form in forms(base) if form is not Form.BASE]
    assert sorted({*made}) == sorted({*wanted})


def test_a_verb_whose_past_is_its_participle_says_so() -> None:
    assert dict(forms("shoot"))["shot"] is Form.PAST_OR_PARTICIPLE
    assert dict(forms("take"))["took"] is Form.PAST
    assert dict(forms("take"))["taken"] is Form.PARTICIPLE


@pytest.mark.parametrize("base", VERBS)
def test_one_word_changes_and_the_others_stay(base: str) -> None:
    words = base.split()
    for phrase, _ in forms(base):
        made = phrase.split()
        verbs = [at for at, word in enumerate(words) if not word.endswith("ly")][:1]
        verbs += [at + 1 for at, word in enumerate(words) if word == "and"]
        assert [word for at, word in enumerate(made) if at not in verbs] == [
            word for at, word in enumerate(words) if at not in verbs
        ]


@pytest.mark.parametrize("base", VERBS)
def test_a_short_vowel_doubles_the_letter_behind_it(base: str) -> None:
    verb = next(word for word in base.split() if not word.endswith("ly"))
    short = re.fullmatch(r"[^aeiou]*[aeiou][bdgmnprt]", verb)
    for phrase, form in forms(base):
        made = next(word for word in phrase.split() if not word.endswith("ly"))
        if short and form is Form.ING:
            assert made == f"{verb}{verb[-1]}ing"
        if short and made.endswith("ed"):
            assert made == f"{verb}{verb[-1]}ed"
        assert not re.search(r"[^aeiou]yed$|[^e]eing$|iing$|[^aeiou]ys$|(?:sh|ch|x|z)s$", made)


@pytest.mark.parametrize(
    ("noun", "expected"),
    [
        ("clash", "clashes"),
        ("robbery", "robberies"),
        ("exchange of fire", "exchanges of fire"),
        ("hostage crisis", "hostage crises"),
        ("air raid", "air raids"),
    ],
)
def test_nouns_have_these_plurals(noun: str, expected: str) -> None:
    assert plural(noun) == expected
