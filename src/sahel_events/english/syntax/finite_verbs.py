"""Whether a verb carries a clause of its own, or only says more of a noun."""

from __future__ import annotations

from sahel_events.english.lexicon.senses import BE, HAVE, MODAL, TO
from sahel_events.english.lexicon.vocabulary import Form
from sahel_events.english.syntax.chunks import Sentence, VerbGroup

__all__ = ["carries", "is_finite", "is_reduced"]

#: With these even a passive or a perfect is no statement: "being killed", "having fled".
_PARTICIPIAL = ("being", "having", "been")
#: Classes of words that make an infinitive behind them finite.
_AUXILIARIES = frozenset((BE, HAVE, MODAL))


def carries(sentence: Sentence, verb: int) -> bool:
    """Whether a verb carries a clause, and is no participle that follows its noun."""
    found = sentence.carrying.get(verb)
    if found is None:
        found = is_finite(sentence, verb) and not is_reduced(sentence, verb)
        sentence.carrying[verb] = found
    return found


def is_finite(sentence: Sentence, index: int) -> bool:
    """Whether a verb group carries a sentence: "were killed", "said"; not "killing", "to kill"."""
    verb = sentence.verb(index)
    if verb.infinitive:  # "were to follow" carries one, "to be killed" does not
        before = sentence.tokens.codes[sentence.phrases[index].first : verb.main].partition(TO)[0]
        return not _AUXILIARIES.isdisjoint(before)
    if verb.passive or verb.perfect or verb.modal or verb.copula:
        return sentence.word(index) not in _PARTICIPIAL
    form = _form(verb)
    if form is None:
        return not sentence.tokens.word(verb.main).endswith("ing")
    return form not in (Form.ING, Form.PARTICIPLE)


def _form(verb: VerbGroup) -> Form | None:
    """The form of the main word, where the vocabulary knows the verb."""
    sense = verb.sense
    facets = (sense.harm, sense.attack, sense.speech)
    return next((facet.form for facet in facets if facet and facet.form), None)


def is_reduced(sentence: Sentence, verb: int) -> bool:
    """Whether a bare participle follows its noun without an object: "a man suspected of theft"."""
    group = sentence.verb(verb)
    bare = sentence.phrases[verb].after - sentence.phrases[verb].first == 1
    if not bare or sentence.is_noun(verb + 1) or group.copula:
        return False
    harm = group.sense.harm
    if harm and harm.form:
        return harm.form.is_participle and harm.frame != "subject"
    return sentence.tokens.word(group.main).endswith("ed") and group.sense.speech is None
