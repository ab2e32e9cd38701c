"""Who says so, told by a noun: "by the French account", "a count by residents"."""

from __future__ import annotations

from sahel_events.english.attribution.speaker_names import STATING, behind_codes
from sahel_events.english.attribution.speakers import Attribution, Speaker, of_all, speaker_at
from sahel_events.english.lexicon.senses import (
    ARTICLES,
    OTHER,
    OWN,
    POSSESSIVE,
    PREPOSITION,
    QUANTITY,
)
from sahel_events.english.syntax.chunks import NOUN, Sentence
from sahel_events.kinds import Stance

__all__ = ["STATEMENTS", "of_account"]

#: Nouns for what somebody states.
STATEMENTS = frozenset(
    "estimates estimate claim claims announcement statement communiqué communique admission "
    "account accounts count counts tally figures reckoning version words telling".split()
)
#: Prepositions that give a whole sentence as what is stated so.
_GIVING = ("by", "on", "in", "going by")
#: The pronoun of an owner.
_OWNERS = {"his": "he", "her": "she", "its": "it", "their": "they"}
#: Classes of words that may stand before the owner of an account: "by the army's own count".
_BEFORE_OWNER = (*ARTICLES, QUANTITY, POSSESSIVE, OTHER)


def of_account(sentence: Sentence, index: int) -> Attribution | None:
    """As in "the rebels' claim to have inflicted", "on the rebels' own admission"."""
    last = sentence.tokens.word(sentence.phrases[index].after - 1)
    if last not in STATEMENTS:
        return None
    given = sentence.kind(index - 1) == PREPOSITION and sentence.word(index - 1) in _GIVING
    speaker = _stated_by(sentence, index) or _owner(sentence, index)
    if speaker is None and given:
        speaker = _told_by(sentence, index) or _own(sentence, index)
    if speaker is None:
        return None
    stance = Stance.CONFIRMED if last == "admission" else Stance.CLAIMED
    if given:
        return of_all(sentence, index, speaker, stance, f"“{last}”")
    first = index + 3 if _is_by(sentence, index + 1) else index + 1
    return Attribution(first, len(sentence.kinds), index, speaker, stance, f"“{last}”")


def _is_by(sentence: Sentence, index: int) -> bool:
    return sentence.reads(index, PREPOSITION, NOUN) and sentence.word(index) in ("by", "from")


def _stated_by(sentence: Sentence, index: int) -> Speaker | None:
    """As in "a count by residents"."""
    if not _is_by(sentence, index + 1):
        return None
    return speaker_at(sentence, index + 2, len(sentence.kinds))


def _owner(sentence: Sentence, index: int) -> Speaker | None:
    """As in "the rebels' claim"."""
    tokens, noun = sentence.tokens, sentence.noun(index)
    own = tokens.codes.rfind(OWN, noun.first, noun.after)
    if own < 0:
        return None
    return Speaker(
        tokens.words(behind_codes(tokens.codes, (*ARTICLES, QUANTITY), noun.first, own), own), index
    )


def _told_by(sentence: Sentence, index: int) -> Speaker | None:
    """As in "by the account of a nurse", "by the French account"."""
    tokens, noun = sentence.tokens, sentence.noun(index)
    if noun.of is not None and sentence.noun(noun.of).quantity is None:
        return speaker_at(sentence, noun.of, len(sentence.kinds))
    first = behind_codes(tokens.codes, _BEFORE_OWNER, noun.first, noun.after - 1)
    named = set(tokens.codes[first : noun.after - 1])
    return Speaker(tokens.words(first, noun.after - 1), index) if named & STATING else None


def _own(sentence: Sentence, index: int) -> Speaker | None:
    """As in "by its own count, the army lost nine men", "by his account"."""
    pronoun = _OWNERS.get(sentence.word(index))
    if pronoun is None:
        return None
    if pronoun in ("it", "they") and sentence.reads(index + 1, ",", NOUN):
        return speaker_at(sentence, index + 2, index + 3)
    return Speaker(pronoun, index, pronoun=True)
