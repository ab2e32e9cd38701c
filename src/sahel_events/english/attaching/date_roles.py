"""What a date of a sentence tells the time of: harm, or something else that dates no loss.

"The ministry, in a statement issued on Wednesday, said that by Sunday 40 had been buried, the most
since 2019" has three dates and not one of them is the day of the attack.
"""

from __future__ import annotations

import re

from sahel_events.english.lexicon.senses import ADVERB, DATE, OF, PREPOSITION, TO, WEEKDAY, WORD
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.places.overlap import is_day
from sahel_events.english.syntax.chunks import NOUN, Sentence
from sahel_events.english.syntax.clause_tree import Clause, Tie
from sahel_events.english.syntax.finite_verbs import is_reduced
from sahel_events.english.times.find_dates import Moment

__all__ = ["ENGAGEMENT", "STATEMENT", "heads", "refusal"]

#: Words of speech right before a date: "the ministry said in a statement on Monday".
_SAID = re.compile(
    r"\b(?:said|says|announced|stated|told|confirmed|reported|added|acknowledged|admitted|denied"
    r"|warned|accused|retracted|declared|claimed|insisted|maintained|wrote|came out|emerged"
    r"|surfaced|circulated|statement|interview|communiqué|communique|press release|report|bulletin"
    r"|accounts?|figure|tally|accused [\w ]{1,40}|told [\w ]{1,30}"
    r"|parliament|testified|updated|(?:posted|wrote) (?:on|to) \w+"
    r"|still (?:being )?(?:missing|unaccounted for|held|captive|in hospital))"
    r"(?:\s(?:in a statement|by telephone|by phone|late|early|reporters|journalists|issued|of|dated"
    r"|released|published|the [\w ]{1,20}|local time|again)){0,3}"
    r"\s*(?:on\s|late\s|early\s|in\s)*\Z",
    re.IGNORECASE,
)
#: What a count was made by: "33 bodies had been buried by Monday night", "as of Sunday".
_COUNTED = re.compile(r"\b(?:by|as of|as at|up to|until|as late as)\s\Z", re.IGNORECASE)
#: What is set against other times: "the deadliest attack since 2019", "more than in May".
_COMPARED = re.compile(
    r"\b(?:\w+est|worst|first|second|third|fourth|fifth|such|most|more|fewer|highest|largest)\b"
    r"[^,;.]{0,70}\b(?:since|of|in|than)\s(?:the\s)?\Z",
    re.IGNORECASE,
)
#: "the attack of 29 September": the day of that attack alone.
_OF_ATTACK = re.compile(
    r"\b(?:attack|raid|ambush|bombing|clash|battle|massacre|offensive|siege)\b[^,;]{0,80} of \Z"
)
#: What stands before a day of which it is a part: "during the night of 11 January".
_OF_WHAT = PREPOSITION + NOUN + OF
#: What may stand with a day at the head of a sentence, and of how many phrases.
_BESIDE_DAY, _LONGEST_FRONT = PREPOSITION + ADVERB + WEEKDAY + DATE + WORD, 3
#: What stands between an attack and the day beside it: "the attack on the village on 4 June".
_IN_COMPLEMENT = (NOUN, OF, PREPOSITION, TO, WORD, WEEKDAY, DATE)
#: Verbs of what follows an attack, or has nothing to do with it: the dead are buried, a treaty is
#: signed, a statement is issued.
_FOLLOWING = word_list("verbs of what follows an attack")
STATEMENT = "the day of a statement"
ENGAGEMENT = "the day of another engagement"


def refusal(sentence: Sentence, clauses: list[Clause], moment: Moment, phrase: int) -> str:
    """The rule by which a date is that of no loss; "" where nothing says so.

    ``clauses`` are those of the sentence by phrases, ``phrase`` is the one with the date.
    """
    clause = clauses[phrase]
    text = sentence.tokens.text
    before = text[max(0, moment.start - 80) : moment.start]
    if _SAID.search(before) is not None or _is_of_speech(sentence, clause, phrase):
        return STATEMENT
    if clause.speaks(sentence) and _introduces(clauses, clause, phrase):
        return STATEMENT
    if _COUNTED.search(before) is not None:
        return "the day of a count"
    since = "since " if text[moment.start :].lower().startswith("since ") else ""
    if _COMPARED.search(before + since) is not None:
        return "what others are compared with"
    if _OF_ATTACK.search(before) is not None or _is_within_noun(sentence, moment, phrase):
        return ENGAGEMENT
    return _of_what_follows(sentence, clause, phrase) if is_day(moment.date) else ""


def heads(sentence: Sentence, moment: Moment, phrase: int) -> bool:
    """Whether a date opens its sentence: "On 8 January 2031, …"."""
    before, behind = sentence.kinds[:phrase], sentence.kind(phrase + 1)
    if behind == "," and before == _OF_WHAT:
        return True
    if len(before) > _LONGEST_FRONT or before.strip(_BESIDE_DAY):
        return False
    return behind in (",", NOUN, WEEKDAY, DATE)


def _introduces(clauses: list[Clause], clause: Clause, phrase: int) -> bool:
    """As in "said through its media arm on Monday that …": what is said comes behind the date."""
    return any(
        other.tie is Tie.CONTENT and other.above is clause and other.opener > phrase
        for other in clauses[phrase:]
    )


def _is_of_speech(sentence: Sentence, clause: Clause, phrase: int) -> bool:
    """Whether a date stands beside a verb of saying: "the ministry on Monday said"."""
    for verb in clause.verbs:
        sense = sentence.verb(verb).sense
        if sense.speech is None or sense.harm is not None or is_reduced(sentence, verb):
            continue
        if phrase < verb or NOUN not in sentence.kinds[verb + 1 : phrase]:
            return True
    return False


def _is_within_noun(sentence: Sentence, moment: Moment, phrase: int) -> bool:
    """Whether a date is part of a phrase that names an engagement: "the January attack"."""
    if not sentence.is_noun(phrase):
        return False
    head = sentence.noun(phrase).head
    return head is not None and head.attack is not None


def _is_beside_attack(sentence: Sentence, phrase: int) -> bool:
    """As in "the attack on the village of Solhan on 4 June was condemned"."""
    for at in range(phrase - 1, -1, -1):
        kind = sentence.kind(at)
        if kind not in _IN_COMPLEMENT:
            return False
        head = sentence.noun(at).head if kind == NOUN else None
        if head is not None and (head.attack is not None or head.harm is not None):
            return True
    return False


def _of_what_follows(sentence: Sentence, clause: Clause, phrase: int) -> str:
    """The rule for a date whose verb tells of what came after, or of another matter."""
    nearest = [verb for verb in clause.verbs if verb < phrase]
    if not nearest and not _is_beside_attack(sentence, phrase):
        nearest = clause.verbs[:1]
    if not nearest:
        return ""
    sense = sentence.verb(nearest[-1]).sense
    if sense.harm is not None or sense.attack is not None:
        return ""
    word = sentence.tokens.word(sentence.verb(nearest[-1]).main).split()[0]
    return "the day of what followed" if word in _FOLLOWING else ""
