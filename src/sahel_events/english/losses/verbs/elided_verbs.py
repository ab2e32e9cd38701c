"""Clauses that leave out the verb of the one before: "the rebels lost eight men, the army three".

"Two died in Ogossa and three in Bamba" is read where the first clause is; here are clauses whose
figure stands at their end, behind another owner or another place.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sahel_events.english.lexicon.senses import AND, INCLUDING, PREPOSITION
from sahel_events.english.losses.construction import At, Construction, Found, Opens
from sahel_events.english.losses.loss import Loss, make_loss
from sahel_events.english.syntax.chunks import NOUN, Sentence
from sahel_events.english.syntax.quantifiers import is_bare

__all__ = ["ELIDED"]

#: What opens a complement of a clause whose verb is left out.
_BESIDE = (PREPOSITION, INCLUDING)
#: Another place, or another owner, and the figure: "; in Bamba, three", "and the army three".
_CLAUSE = re.compile(
    rf"(?:[,;]{AND}?|{AND})(?:{PREPOSITION}{NOUN},?|(?P<owner>{NOUN}))(?P<figure>{NOUN})"
    rf"(?=[,.;{AND}]|\Z)"
)


def _elided(found: Found, index: int) -> Iterator[Loss]:
    """The losses of the clauses behind the last loss that take over its verb."""
    sentence, losses = found.sentence, found.losses
    last = losses[-1] if losses else None
    if last is None or last.verb is None or last.noun is None or last.quantity.low is None:
        return
    first = next(loss for loss in losses if loss.verb == last.verb)  # "lost 12 men and two cars"
    at = max(last.noun, last.verb) + 1
    while sentence.kind(at) in _BESIDE and sentence.is_noun(at + 1):
        at += 2
    while (clause := _CLAUSE.match(sentence.kinds, at)) is not None:
        figure, owner = clause.start("figure"), clause.start("owner")
        made = _made(sentence, figure, owner if clause["owner"] else None, first)
        if made is None:
            return
        yield made
        at = clause.end()


def _made(sentence: Sentence, figure: int, owner: int | None, like: Loss) -> Loss | None:
    noun = sentence.noun(figure)
    if not is_bare(noun) or noun.quantity is None or (owner is not None) != (like.rule == "lost"):
        return None
    if owner is not None and sentence.noun(owner).quantity is not None:
        return None
    made = make_loss(sentence, figure, like.effect, "gapped", None, like)
    if made is not None:
        made.owner = owner
    return made


ELIDED = Construction(
    name="elided verb",
    rule="gapped",
    example={
        "The rebels lost eight men, the army three.": "8 killed: men; 3 killed: men",
        "Nine civilians were killed in Gao; in Bamba, three.": (
            "9 killed: civilians; 3 killed: civilians"
        ),
    },
    not_=("The rebels left Gao, the army Bamba.",),
    opens=Opens(At.SENTENCE, "a clause behind the last loss, of another owner or place"),
    make=_elided,
)
