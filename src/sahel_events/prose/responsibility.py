"""Who says of himself that he attacked: "JNIM claimed responsibility for the attack"."""

from __future__ import annotations

from sahel_events.prose.clauses import subject
from sahel_events.prose.phrases import Sentence
from sahel_events.prose.targets import parties_of
from sahel_events.prose.whose import Sides
from sahel_events.prose.wordlists import word_list

__all__ = ["claimants"]

_CLAIMED = word_list("claimed")
_ASSUMED = word_list("assumed")
#: How far behind the attack the verb of "was claimed by" may stand, in phrases.
_REACH = 5


def claimants(sentence: Sentence, index: int, sides: Sides) -> list[str]:
    """The parties that claim the attack at ``index`` as theirs."""
    responsible = _is_responsibility(sentence, index - 2) and sentence.word(index - 1) == "for"
    verb = index - 3 if responsible else index - 1
    if _claims(sentence, verb, responsible) and not sentence.verb(verb).passive:
        by = subject(sentence, verb)
        return [] if by is None or sentence.noun(by).zero else parties_of(sentence, by, sides)
    return _by(sentence, index, sides)


def _is_responsibility(sentence: Sentence, at: int) -> bool:
    if sentence.kind(at) not in ("N", "w"):
        return False
    return sentence.tokens.word(sentence.phrases[at].after - 1) == "responsibility"


def _claims(sentence: Sentence, at: int, responsible: bool) -> bool:
    """Whether a verb claims; "took" and "admitted" do so only of responsibility."""
    if sentence.kind(at) != "V":
        return False
    verb = sentence.verb(at)
    word = sentence.tokens.word(verb.main)
    known = word in _CLAIMED or (responsible and word in _ASSUMED)
    return known and not verb.negated and not verb.modal


def _by(sentence: Sentence, index: int, sides: Sides) -> list[str]:
    """As in "the attack was claimed by JNIM", "the attack, claimed by JNIM, …"."""
    verb = sentence.kinds.find("V", index + 1, index + 1 + _REACH)
    responsible = _is_responsibility(sentence, index - 2)
    if verb < 0 or not _claims(sentence, verb, responsible) or sentence.word_at(verb + 1) != "by":
        return []
    return parties_of(sentence, verb + 2, sides) if sentence.kind(verb + 2) == "N" else []
