"""Who says so: the stretches of a sentence that somebody states, and how he stands to them."""

from __future__ import annotations

from attrs import define, frozen

from sahel_events.model import Stance
from sahel_events.prose.clauses import antecedent, is_finite, list_before, subject
from sahel_events.prose.phrases import Sentence, VerbGroup

__all__ = ["Attribution", "Speaker", "attribution_of", "read_attributions", "speaker_at"]


@frozen
class Speaker:
    """Who states something: as the text has it, and whether the words name a person or group."""

    text: str
    #: where the words stand in the sentence, as phrase indexes; ``None`` for one remembered
    phrase: int | None = None
    pronoun: bool = False
    #: "the official": one whom the text has named before
    definite: bool = False


@define(slots=True)
class Attribution:
    """A stretch of phrases, ``first`` to before ``after``, that ``speaker`` states.

    ``speaker`` is ``None`` where nobody is named ("reportedly"). ``at`` is where that is said.
    """

    first: int
    after: int
    at: int
    speaker: Speaker | None
    stance: Stance
    rule: str


#: Plural people who speak for themselves: where they come from is no part of who they are.
_PUBLIC = frozenset(
    "residents villagers witnesses survivors locals inhabitants people demonstrators relatives shepherds".split()
)
_NOBODY = frozenset(
    "it there this that which what number toll figure total death deaths attack clash clashes incident killed".split()
)
_HEARSAY = frozenset(
    "reported said believed thought alleged rumoured understood feared claimed presumed".split()
)
#: What speaks for nobody in particular.
_HEARD = frozenset("reports rumours rumors accounts posts".split())
_OFFICES = frozenset("spokesman spokeswoman spokesperson".split())


def read_attributions(sentence: Sentence) -> list[Attribution]:
    """Every attribution of a sentence, in its order."""
    found: list[Attribution] = []
    end = len(sentence.kinds)
    for index, kind in enumerate(sentence.kinds):
        if kind == "V":
            verb = sentence.verb(index)
            if verb.sense.speech is not None and not (
                verb.modal and verb.sense.speech.stance is not Stance.CONFIRMED
            ):
                made = _of_verb(sentence, index, verb)
                if made is not None:
                    found.append(made)
        elif kind == "i" and sentence.word(index) in ("according to", "per", "as per"):
            if sentence.kind(index + 1) in ("N", "w"):
                speaker = speaker_at(sentence, index + 1, end)
                found.append(
                    Attribution(
                        *_clause(sentence, index), index, speaker, Stance.CLAIMED, "according to"
                    )
                )
        elif kind == "N":
            made = _of_noun(sentence, index)
            if made is not None:
                found.append(made)
    return found


def _clause(sentence: Sentence, index: int) -> tuple[int, int]:
    """The whole sentence; a semicolon closes what "according to" covers."""
    return 0, len(sentence.kinds)


def _of_verb(sentence: Sentence, index: int, verb: VerbGroup) -> Attribution | None:
    speech = verb.sense.speech
    assert speech is not None
    word = sentence.tokens.word(verb.main)
    if verb.passive or (not is_finite(sentence, index) and verb.infinitive):
        return _passive(sentence, index, verb)
    bare = sentence.phrases[index].after - sentence.phrases[index].first == 1
    if bare and word not in ("said", "told") and sentence.kind(index + 1) == "i":
        if (
            sentence.word(index + 1) == "by" and sentence.kind(index + 2) == "N"
        ):  # "the 40 cited by the press"
            by = speaker_at(sentence, index + 2, len(sentence.kinds))
            return Attribution(max(0, index - 1), index, index, by, speech.stance, f"“{word} by”")
        if speech.frame == "counts":
            return None  # "first given as nine"
    if word in _CLAIM and _claims_attack(sentence, index):
        return None
    speaker_index = _speaker_of(sentence, index)
    if speaker_index is None:
        return None
    stance = Stance.DENIED if verb.negated and speech.stance is Stance.CONFIRMED else speech.stance
    if verb.negated and stance is Stance.CLAIMED:
        return None  # "did not say how many"
    speaker = speaker_at(sentence, speaker_index, index)
    if speaker is None:
        return None
    if speaker.text.split()[-1].lower() in _HEARD and "'" not in speaker.text:
        return Attribution(
            index + 1, _scope_end(sentence, index), index, None, Stance.ALLEGED, f"“{speaker.text}”"
        )
    if _is_trailing(sentence, index, speaker_index):
        return Attribution(0, len(sentence.kinds), index, speaker, stance, f"“{word}” behind")
    return Attribution(index + 1, _scope_end(sentence, index), index, speaker, stance, f"“{word}”")


_CLAIM = frozenset(("claim", "claims", "claimed", "claiming"))


def _claims_attack(sentence: Sentence, index: int) -> bool:
    """As in "claimed responsibility", "claimed the attack": that is no statement of figures."""
    if sentence.kind(index + 1) == "w":
        return sentence.word(index + 1) == "responsibility"
    if sentence.kind(index + 1) != "N":
        return False
    head = sentence.noun(index + 1).head
    if sentence.tokens.word(sentence.phrases[index + 1].after - 1) == "responsibility":
        return True
    return head is not None and head.code == "k" and sentence.kind(index + 2) != "V"


def _speaker_of(sentence: Sentence, index: int) -> int | None:
    """Who says it: the subject, or the noun behind the verb ("said Ulf Laessing")."""
    if sentence.kind(index + 1) == "N" and sentence.kind(index - 1) in (",", ""):
        noun = sentence.noun(index + 1)
        if noun.name is not None or (noun.head is not None and noun.head.code in "nu"):
            return index + 1
    return subject(sentence, index)


def speaker_at(sentence: Sentence, index: int, stop: int) -> Speaker | None:
    """The speaker whom a noun phrase names; ``stop`` is where the words about him end at latest."""
    if index >= len(sentence.kinds):
        return None
    if sentence.kind(index) != "N":
        return Speaker(sentence.text(index), index)
    noun = sentence.noun(index)
    tokens = sentence.tokens
    if noun.pronoun is not None:
        if noun.pronoun in ("it", "he", "she", "they"):
            return Speaker(noun.pronoun, index, pronoun=True)
        return None  # "I" and "we" stand in quotes, whose speaker is named elsewhere
    if noun.head_at >= 0 and tokens.word(noun.head_at) in _NOBODY:
        return None
    if noun.head is not None and noun.head.code in "ke":
        return None  # "the clash saw", "fighting claimed"
    if noun.head_at >= 0 and tokens.word(noun.head_at) in _SHOWN:
        poster = _agent_behind(sentence, index, stop)
        if poster is not None:
            return speaker_at(sentence, poster, stop)
    members = [member for member in list_before(sentence, index) if member >= 0]
    texts = [
        _named(sentence, member, stop if member == members[-1] else member + 1)
        for member in members
    ]
    named = [text for text in texts if text]
    if not named:
        return None
    if len(members) > 1 and all(sentence.noun(member).name is None for member in members):
        return Speaker(" and ".join(named), members[0])
    return Speaker(named[-1], members[-1], definite=noun.definite and noun.name is None)


_SHOWN = frozenset(
    "video videos footage photo photos photographs image images pictures clip".split()
)


def _agent_behind(sentence: Sentence, index: int, stop: int) -> int | None:
    """As in "videos posted by JNIM": who posted them."""
    for at in range(index + 1, min(stop, index + 6)):
        if sentence.kind(at) == "i" and sentence.word(at) == "by" and sentence.kind(at + 1) == "N":
            return at + 1
    return None


def _named(sentence: Sentence, index: int, stop: int) -> str | None:
    noun = sentence.noun(index)
    tokens = sentence.tokens
    person = noun.head is not None and noun.head.noun is not None and not noun.head.noun.thing
    if noun.name is not None and (person or noun.head is None):
        first, after = noun.name
        while first + 1 < after and tokens.codes[first] in "T":
            first += 1
        return tokens.words(first, after)
    first = noun.first
    while first < noun.after and tokens.codes[first] in "daqpo0y":
        first += 1
    if first >= noun.after:
        return None
    after = noun.after
    if tokens.word(after - 1) in _PAPERS:
        return _publisher(sentence, index, first, stop)
    if noun.head_at >= 0 and tokens.word(noun.head_at) not in _PUBLIC:
        after = _behind_complements(sentence, index, stop)
    return tokens.words(first, after)


_PAPERS = frozenset("statement statements communiqué communique bulletin release".split())


def _publisher(sentence: Sentence, index: int, first: int, stop: int) -> str:
    """Whose statement it is: "a JNIM statement", "a communiqué of the armed forces"."""
    tokens, noun = sentence.tokens, sentence.noun(index)
    after = noun.after - 1
    while after > first and tokens.codes[after - 1] in "$":
        after -= 1
    if after > first and tokens.codes[after - 1] in "nugcP":
        return tokens.words(first, after)
    if sentence.kind(index + 1) in "if" and sentence.kind(index + 2) == "N" and index + 2 < stop:
        named = _named(sentence, index + 2, stop)
        if named is not None and sentence.word(index + 1) in ("of", "from", "by"):
            return named
    return tokens.words(first, noun.after)


def _behind_complements(sentence: Sentence, index: int, stop: int) -> int:
    """Where the words end that say which official it is: "of Ségou", "in Kaya", "close to the talks"."""
    at = index
    while sentence.kind(at + 1) in ("f", "i") and sentence.kind(at + 2) == "N" and at + 2 < stop:
        if sentence.word(at + 1) in (
            "on",
            "after",
            "during",
            "by",
            "that",
            "since",
            "before",
            "until",
        ):
            break
        if sentence.kind(at + 1) == "i" and sentence.word(at + 1) not in (
            "in",
            "at",
            "for",
            "close to",
            "to",
            "from",
            "with",
        ):
            break
        at += 2
    return sentence.phrases[at].after


def _is_trailing(sentence: Sentence, index: int, speaker: int) -> bool:
    """Whether what is said stands before: "…, the governor said."."""
    if speaker > index:
        return True
    start = speaker
    while start > 0 and sentence.kind(start - 1) in "Nfi&":
        start -= 1
    if start == 0 or sentence.kind(start - 1) not in ",.;-:":
        return False
    behind = index + 1
    if (
        sentence.tokens.word(sentence.verb(index).main) in ("told", "telling")
        and sentence.kind(behind) == "N"
    ):
        behind += 1
    if sentence.kind(behind) in ("S", "V") or sentence.kinds.find("S", behind, behind + 5) > 0:
        return False
    told_before = "V" in sentence.kinds[:start]
    ends = sentence.kind(behind) in ("", ".", ";", ":", "#")
    return (told_before and sentence.kind(behind) != "N") or (
        ends and "N" in sentence.kinds[:start]
    )


def _scope_end(sentence: Sentence, index: int) -> int:
    """Where what a verb of speech governs ends."""
    end = sentence.kinds.find(";", index)
    return end if end > 0 else len(sentence.kinds)


def _passive(sentence: Sentence, index: int, verb: VerbGroup) -> Attribution | None:
    """As in "was denied by JNIM", "it was reported that", "was said to have"."""
    speech = verb.sense.speech
    assert speech is not None
    word = sentence.tokens.word(verb.main)
    for at in range(index + 1, min(index + 5, len(sentence.kinds))):
        if sentence.kind(at) == "i" and sentence.word(at) == "by" and sentence.kind(at + 1) == "N":
            speaker = speaker_at(sentence, at + 1, len(sentence.kinds))
            return Attribution(
                0, len(sentence.kinds), index, speaker, speech.stance, f"“{word} by”"
            )
    if verb.passive and word in _HEARSAY:
        if (
            sentence.kind(index + 1) == "V"
            or sentence.kind(index + 1) in "SN"
            or sentence.word(index - 1) == "it"
        ):
            return Attribution(
                index + 1,
                len(sentence.kinds),
                index,
                None,
                Stance.ALLEGED,
                f"“{word}”, by nobody named",
            )
    return None


_STATEMENTS = frozenset(
    "estimates estimate claim claims announcement statement communiqué communique admission account".split()
)


def _of_noun(sentence: Sentence, index: int) -> Attribution | None:
    """As in "the rebels' claim to have inflicted", "on the rebels' own admission"."""
    tokens = sentence.tokens
    last = tokens.word(sentence.phrases[index].after - 1)
    if last not in _STATEMENTS:
        return None
    noun = sentence.noun(index)
    own = tokens.codes.rfind("$", noun.first, noun.after)
    if (
        sentence.kind(index + 1) == "i"
        and sentence.word(index + 1) in ("by", "from")
        and sentence.kind(index + 2) == "N"
    ):
        by = speaker_at(sentence, index + 2, len(sentence.kinds))
        return Attribution(
            index + 3, len(sentence.kinds), index, by, Stance.CLAIMED, f"“{last} by”"
        )
    if own < 0:
        return None
    first = noun.first
    while tokens.codes[first] in "daq":
        first += 1
    speaker = Speaker(tokens.words(first, own), index)
    stance = Stance.CONFIRMED if last == "admission" else Stance.CLAIMED
    if sentence.kind(index - 1) == "i" and sentence.word(index - 1) in ("on", "by"):
        return Attribution(0, len(sentence.kinds), index, speaker, stance, f"“{last}”")
    return Attribution(index + 1, len(sentence.kinds), index, speaker, stance, f"“{last}”")


def attribution_of(found: list[Attribution], phrase: int) -> Attribution | None:
    """The attribution that covers a phrase most closely."""
    covering = [made for made in found if made.first <= phrase < made.after]
    if not covering:
        return None
    leading = [made for made in covering if made.at < phrase and made.first > 0]
    if leading:
        return max(leading, key=lambda made: made.at)
    return min(covering, key=lambda made: abs(made.at - phrase))


_ = antecedent
