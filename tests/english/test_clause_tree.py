"""Clauses: which phrases stand in which, and how each hangs together with the others."""

from __future__ import annotations

import pytest

from sahel_events.english.syntax.chunks import Sentence
from sahel_events.english.syntax.clause_tree import Clause, read_clauses

from .sentences import sentence

#: A sentence, and its clauses in the order of their first words: how each hangs on which other
#: (by number), and its words.
TREES = {
    "Gunmen attacked a post at Ber on Monday, killing nine, the army said on Tuesday.": [
        "main: Gunmen attacked a post at Ber on Monday",
        "participial under 0: killing nine",
        "coordinate with 0: the army said on Tuesday",
    ],
    "A bomb killed 12 and injured 30 in Maiduguri on Monday.": [
        "main: A bomb killed 12",
        "coordinate with 0: and injured 30 in Maiduguri on Monday",
    ],
    "Nine died when rebels attacked a camp near Ogossa on Friday.": [
        "main: Nine died",
        "adverbial under 0: when rebels attacked a camp near Ogossa on Friday",
    ],
    "After rebels attacked the post, the army withdrew.": [
        "adverbial under 1: After rebels attacked the post",
        "main: the army withdrew",
    ],
    "The ministry said on Friday that nine soldiers had died in Ber.": [
        "main: The ministry said on Friday",
        "content under 0: that nine soldiers had died in Ber",
    ],
    "The ministry said nine soldiers had died in Ber.": [
        "main: The ministry said",
        "content under 0: nine soldiers had died in Ber",
    ],
    "Gunmen who had entered the town killed nine traders.": [
        "main: Gunmen killed nine traders",
        "relative under 0: who had entered the town",
    ],
    "Three herders, who had left the town in March, were abducted.": [
        "main: Three herders were abducted",
        "relative under 0: who had left the town in March",
    ],
    "The town, whose mayor was killed in May, fell on Sunday.": [
        "main: The town fell on Sunday",
        "relative under 0: whose mayor was killed in May",
    ],
    "The trucks that the rebels had seized were burned.": [
        "main: The trucks were burned",
        "relative under 0: that the rebels had seized",
    ],
    "Rebels that entered Ber on Monday killed nine.": [
        "main: Rebels killed nine",
        "relative under 0: that entered Ber on Monday",
    ],
    "A soldier wounded in May died on Friday.": [
        "main: A soldier died on Friday",
        "relative under 0: wounded in May",
    ],
    "Rebels attacked the post, and two guards were wounded, but four escaped.": [
        "main: Rebels attacked the post",
        "coordinate with 0: and two guards were wounded",
        "coordinate with 1: but four escaped",
    ],
    "Gunmen killed nine in Boni while rebels abducted two in Ber.": [
        "main: Gunmen killed nine in Boni",
        "coordinate with 0: while rebels abducted two in Ber",
    ],
    "Nine were killed in Ber; two died in Gao.": [
        "main: Nine were killed in Ber",
        "main with 0: two died in Gao",
    ],
    "Nine were killed in Ber that day by gunmen.": [
        "main: Nine were killed in Ber that day by gunmen",
    ],
    "Two officers – both had served in Gao – were killed.": [
        "main: Two officers were killed",
        "aside under 0: both had served in Gao",
    ],
    "The convoy (which carried grain) was ambushed near Ber.": [
        "main: The convoy was ambushed near Ber",
        "aside under 0:",
        "relative under 1: which carried grain",
    ],
}


def told(read: Sentence) -> list[str]:
    """The clauses of a sentence as they are written above."""
    owners = read_clauses(read)
    clauses = list(dict.fromkeys(owners))
    return [_line(clause, clauses, read, owners) for clause in clauses]


def _line(clause: Clause, clauses: list[Clause], read: Sentence, owners: list[Clause]) -> str:
    hangs = f" under {clauses.index(clause.above)}" if clause.above is not None else ""
    if clause.before is not None:
        hangs = f" with {clauses.index(clause.before)}"
    mine = [at for at, owner in enumerate(owners) if owner is clause]
    words = " ".join(read.text(at) for at in mine if read.kind(at) not in ",;.()-")
    return f"{clause.tie.value}{hangs}: {words}".rstrip()


@pytest.mark.parametrize("text", TREES)
def test_a_sentence_falls_into_clauses(text: str) -> None:
    assert told(sentence(text)) == TREES[text]


@pytest.mark.parametrize("text", TREES)
def test_every_phrase_has_a_clause_and_every_verb_is_known_to_its_own(text: str) -> None:
    read = sentence(text)
    owners = read_clauses(read)
    assert len(owners) == len(read.phrases)
    verbs = [at for at, kind in enumerate(read.kinds) if kind == "V"]
    assert all(at in owners[at].verbs for at in verbs)


@pytest.mark.parametrize(
    ("text", "speaks", "looks_back"),
    [
        ("The army said so.", True, False),
        ("Nine had been killed in 2028.", False, True),
        ("Nine were killed.", False, False),
    ],
)
def test_what_a_clause_does(text: str, speaks: bool, looks_back: bool) -> None:
    read = sentence(text)
    clause = read_clauses(read)[0]
    assert (clause.speaks(read), clause.looks_back(read)) == (speaks, looks_back)
