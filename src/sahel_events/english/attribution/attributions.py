"""Who says so: the stretches of a sentence that somebody states, and how he stands to them."""

from __future__ import annotations

from sahel_events.english.attribution.reported_accounts import STATEMENTS, of_account
from sahel_events.english.attribution.sources_beside import sources_beside
from sahel_events.english.attribution.speaker_names import SCENES, first_phrase, last_phrase
from sahel_events.english.attribution.speakers import (
    Attribution,
    Speaker,
    agent_behind,
    of_all,
    speaker_at,
)
from sahel_events.english.lexicon.senses import (
    ACTORS,
    ADVERB,
    AND,
    ATTACK,
    MARK,
    OF,
    PLACE,
    PREPOSITION,
    PREPOSITIONS,
    SUBORDINATOR,
    WORD,
)
from sahel_events.english.syntax.chunks import NOUN, VERB, Sentence
from sahel_events.english.syntax.clause_tree import Tie, read_clauses
from sahel_events.english.syntax.clauses import is_finite, subject
from sahel_events.kinds import Stance

__all__ = ["Attribution", "Speaker", "attribution_of", "read_attributions", "speaker_at"]


#: Verbs that need nobody who states it: "nine were reported killed".
_HEARSAY = frozenset(
    "reported said believed thought alleged rumoured understood feared claimed presumed".split()
)
#: What speaks for nobody in particular.
_HEARD = frozenset("reports report rumours rumors accounts posts allegations claims".split())
_SUPPOSED = frozenset(("thought", "believed", "understood", "presumed", "suspected"))
_ACCORDING_TO = frozenset(("according to", "per", "as per"))
_HIM = {"him": "he", "her": "she", "them": "they"}
_STATING = STATEMENTS | _ACCORDING_TO
_SEEING = ("saw", "sees", "seen", "seeing", "see")
#: What is claimed without a word being said.
_CLAIMED = frozenset(("responsibility", "lives", "life"))
#: What a phrase that speaks may hold: "the mayor of Gao and two officials".
_IN_SUBJECT = NOUN + OF + PREPOSITION + AND
_CLAIM = frozenset(("claim", "claims", "claimed", "claiming"))


def read_attributions(sentence: Sentence) -> list[Attribution]:
    """Every attribution of a sentence, in its order."""
    found: list[Attribution] = []
    for index, kind in sentence.phrases_of(_words_of_speech(sentence)):
        made = None
        if kind == VERB:
            made = _of_verb(sentence, index)
        elif kind == NOUN:
            made = of_account(sentence, index)
        elif kind == PREPOSITION:
            made = _of_preposition(sentence, index)
        if made is not None and not _is_relayed(sentence, made, found):
            found.append(made)
    beside = sources_beside(sentence)
    return [*found, beside] if beside is not None else found


def _words_of_speech(sentence: Sentence) -> list[int]:
    """The words without which nobody is said to state anything."""
    tokens = sentence.tokens
    words = enumerate(zip(tokens.senses, tokens.lower, strict=True))
    return [at for at, (sense, word) in words if sense.speech is not None or word in _STATING]


def _is_relayed(sentence: Sentence, made: Attribution, found: list[Attribution]) -> bool:
    """As in "the union claimed, as the radio reported, that …": it is the union that states it."""
    if not found or sentence.kind(found[-1].at + 1) != ",":
        return False
    return made.at > found[-1].at and sentence.word_at(found[-1].at + 2) == "as"


def attribution_of(found: list[Attribution], phrase: int) -> Attribution | None:
    """The attribution that covers a phrase most closely."""
    covering = [made for made in found if made.first <= phrase < made.after]
    if not covering:
        return None
    leading = [made for made in covering if made.at < phrase and made.first > 0]
    if leading:
        return max(leading, key=lambda made: made.at)
    return min(covering, key=lambda made: abs(made.at - phrase))


def _of_preposition(sentence: Sentence, index: int) -> Attribution | None:
    """As in "according to witnesses"."""
    if sentence.word(index) not in _ACCORDING_TO:
        return None
    if sentence.kind(index + 1) not in (NOUN, WORD):
        return None
    if sentence.text(index + 1).lower() in _HIM:
        him = Speaker(_HIM[sentence.text(index + 1).lower()], index + 1, pronoun=True)
        return of_all(sentence, index, him, Stance.CLAIMED, "according to")
    if sentence.tokens.word(sentence.phrases[index + 1].after - 1) in _HEARD:
        source = sentence.text(index + 1)
        return of_all(sentence, index, None, Stance.ALLEGED, f"according to “{source}”")
    speaker = speaker_at(sentence, last_phrase(sentence, index + 1), len(sentence.kinds))
    made = of_all(sentence, index, speaker, Stance.CLAIMED, "according to")
    if sentence.reads(index - 2, AND, ","):  # "…, and, according to X, …": of that clause
        made.first = index - 2
    return made


def _of_verb(sentence: Sentence, index: int) -> Attribution | None:
    """As in "the army said", "was denied by JNIM", "the 40 cited by the press"."""
    verb = sentence.verb(index)
    speech = verb.sense.speech
    if speech is None or (verb.modal and speech.stance is not Stance.CONFIRMED):
        return None
    if verb.passive or verb.infinitive:
        return _passive(sentence, index, speech.stance)
    word = sentence.tokens.word(verb.main)
    if _is_reduced(sentence, index, word):
        doer = agent_behind(sentence, index, index + 2)
        if doer is not None:
            speaker = speaker_at(sentence, doer, len(sentence.kinds))
            rule = f"“{word} by”"
            return Attribution(max(0, index - 1), index, index, speaker, speech.stance, rule)
        if speech.frame in ("counts", "accuses"):
            return None  # "first given as nine", "a boy accused of theft"
    if word in _CLAIM and _claims_attack(sentence, index):
        return None
    if _tells_which(sentence, index, word):
        return None
    if not verb.negated:
        return _active(sentence, index, speech.stance)
    if speech.stance is Stance.CLAIMED:
        return None  # "did not say how many"
    denied = speech.stance is Stance.CONFIRMED
    return _active(sentence, index, Stance.DENIED if denied else speech.stance)


def _tells_which(sentence: Sentence, index: int, word: str) -> bool:
    """As in "gunmen thought to belong to a katiba opened fire", "the bloodiest year on record"."""
    if word == "record":
        return sentence.word_at(index - 1) == "on"
    if word not in _SUPPOSED:
        return False
    bare = sentence.phrases[index].after - sentence.phrases[index].first == 1
    before = sentence.is_noun(index - 1)
    infinitive = sentence.is_verb(index + 1) and sentence.verb(index + 1).infinitive
    return bare and before and infinitive


def _is_reduced(sentence: Sentence, index: int, word: str) -> bool:
    """Whether a verb may be a participle that only describes: "cited by", "given as"."""
    phrase = sentence.phrases[index]
    bare = phrase.after - phrase.first == 1
    of = sentence.kind(index + 1) == OF and word == "accused"
    return bare and word not in ("said", "told") and (of or sentence.kind(index + 1) == PREPOSITION)


def _claims_attack(sentence: Sentence, index: int) -> bool:
    """As in "claimed responsibility", "claimed the attack", "claimed nine lives": no statement."""
    if not sentence.is_noun(index + 1):
        return sentence.word_at(index + 1) == "responsibility"
    head = sentence.noun(index + 1).head
    if sentence.tokens.word(sentence.phrases[index + 1].after - 1) in _CLAIMED:
        return True
    return head is not None and head.code == ATTACK and not sentence.is_verb(index + 2)


def _active(sentence: Sentence, index: int, stance: Stance) -> Attribution | None:
    """As in "the army said that …", "…, the governor said"."""
    at = _speaker_of(sentence, index)
    at = _of_clause_above(sentence, index) if at is None else at
    if _is_silent(sentence, index) or _is_scene(sentence, index, at):
        return None
    speaker = speaker_at(sentence, at, index) if at is not None else None
    if at is None or speaker is None:
        return None
    scope = sentence.kinds.find(";", index)
    after = scope if scope >= 0 else len(sentence.kinds)
    if speaker.text.split()[-1].lower() in _HEARD and "'" not in speaker.text:
        by = agent_behind(sentence, at, index)  # "a report by the human rights office found"
        author = speaker_at(sentence, by, index) if by is not None else None
        rule = f"“{speaker.text}”"
        if author is not None:
            return Attribution(index + 1, after, index, author, stance, f"{rule} by")
        return Attribution(index + 1, after, index, None, Stance.ALLEGED, rule)
    word = sentence.tokens.word(sentence.verb(index).main)
    if _is_trailing(sentence, index, at):
        return of_all(sentence, index, speaker, stance, f"“{word}” behind")
    return Attribution(index + 1, after, index, speaker, stance, f"“{word}”")


def _is_scene(sentence: Sentence, index: int, speaker: int | None) -> bool:
    """As in "Ogossa last saw an attack in 2015": a place has not seen it as a witness has."""
    if speaker is None or sentence.tokens.word(sentence.verb(index).main) not in _SEEING:
        return False
    noun = sentence.noun(speaker)
    if noun.head_at >= 0 and sentence.tokens.word(noun.head_at) in SCENES:
        return True  # "the worst attack that the country has seen"
    return noun.head is None and sentence.tokens.codes.startswith(PLACE, noun.noun_from)


def _is_silent(sentence: Sentence, index: int) -> bool:
    """As in "telling nobody, they …": who is told stands there, and not what."""
    if sentence.tokens.word(sentence.verb(index).main) not in ("telling", "informing"):
        return False
    behind = index + 1 + (sentence.is_noun(index + 1))
    return sentence.kind(behind + (sentence.kind(behind) == ADVERB)) == ","


def _speaker_of(sentence: Sentence, index: int) -> int | None:
    """Who says it: the subject, or the noun behind the verb ("said Ulf Laessing")."""
    if _inverts(sentence, index) and not _has_verb(sentence, index + 1):
        noun = sentence.noun(index + 1)
        if noun.name is not None or (noun.head is not None and noun.head.code in ACTORS):
            return index + 1
    return subject(sentence, index)


def _of_clause_above(sentence: Sentence, index: int) -> int | None:
    """As in "The ministry doubled the toll, saying 41 had died": both are the ministry's."""
    clause = read_clauses(sentence)[index]
    if clause.tie is not Tie.PARTICIPIAL or clause.above is None or not clause.above.verbs:
        return None
    return subject(sentence, clause.above.verbs[0])


def _inverts(sentence: Sentence, index: int) -> bool:
    """Whether a verb may stand before its subject: "…, said Ulf Laessing"."""
    verb = sentence.verb(index)
    word, speech = sentence.tokens.word(verb.main), verb.sense.speech
    says = speech is not None and speech.frame != "counts"
    says = says and word not in ("told", "tell") and not word.endswith("ing")
    return says and sentence.is_noun(index + 1) and sentence.kind(index - 1) in (",", "")


def _has_verb(sentence: Sentence, index: int) -> bool:
    """As in "who had seen it, said two men were held": the phrase is what the clause is about."""
    while sentence.kind(index + 1) in PREPOSITIONS and sentence.is_noun(index + 2):
        index += 2
    return sentence.is_verb(index + 1) and is_finite(sentence, index + 1)


def _is_trailing(sentence: Sentence, index: int, speaker: int) -> bool:
    """Whether what is said stands before: "…, the governor said."."""
    if speaker > index:
        return True
    before = sentence.kinds[: first_phrase(sentence, speaker)].rstrip(_IN_SUBJECT)
    if not before.endswith((",", ".", ";", "-", ":")):
        return False
    behind = index + 1
    told = sentence.tokens.word(sentence.verb(index).main) in ("told", "telling")
    while told and sentence.is_noun(behind):
        behind += 1
    if sentence.is_verb(behind) or SUBORDINATOR in sentence.kinds[behind : behind + 5]:
        return False
    ends = sentence.kind(behind) in ("", ".", ";", ":", MARK)
    return (VERB in before and not sentence.is_noun(behind)) or (ends and NOUN in before)


def _passive(sentence: Sentence, index: int, stance: Stance) -> Attribution | None:
    """As in "was denied by JNIM", "it was reported that", "was said to have"."""
    verb = sentence.verb(index)
    word = sentence.tokens.word(verb.main)
    doer = agent_behind(sentence, index, index + 5)
    if doer is not None:
        speaker = speaker_at(sentence, doer, len(sentence.kinds))
        return of_all(sentence, index, speaker, stance, f"“{word} by”")
    if not verb.passive or word not in _HEARSAY:
        return None
    states = sentence.kind(index + 1) in (VERB, SUBORDINATOR, NOUN, "")
    if not states and sentence.word_at(index - 1) != "it":
        return None
    rule = f"“{word}”, by nobody named"
    return Attribution(index + 1, len(sentence.kinds), index, None, Stance.ALLEGED, rule)
