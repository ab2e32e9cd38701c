"""Which place of a sentence goes with a loss: that of its clause, and of no other figure."""

from __future__ import annotations

from sahel_events.english.attaching.annotated_sentence import Telling
from sahel_events.english.lexicon.senses import AND, BUT, SUBORDINATOR
from sahel_events.english.losses.loss import Loss
from sahel_events.english.places.find_places import Spot, is_hospital
from sahel_events.english.syntax.chunks import NOUN, VERB, Sentence
from sahel_events.english.syntax.quantifiers import is_bare

__all__ = ["spot_of_loss"]


def spot_of_loss(telling: Telling, loss: Loss, at: int) -> Spot | None:
    """The place that goes with a loss; what stands behind the loss before it goes with that."""
    sentence = telling.sentence
    beside = [spot for spot in telling.spots if _stands_beside(spot, loss)]
    if beside:
        return beside[0]
    spots = [
        spot
        for spot in telling.spots
        if not (_is_of_another(spot, loss) or _is_of_hospital(spot, sentence))
    ]
    spot = telling.spot_of(at, spots)
    kin = loss.kin
    if spot is None or spot.first >= at or kin is None or kin.sentence is not sentence:
        return spot
    kin_at = kin.verb if kin.verb is not None else kin.noun or 0
    own = loss.rule == "gapped" or _opens_clause(spot, at, sentence)
    behind_kin = spot.first > kin_at and not own
    return telling.spot_of(kin_at, spots) if behind_kin else spot


def _is_of_hospital(spot: Spot, sentence: Sentence) -> bool:
    """As in "are being treated at the hospital in Gao"."""
    before = spot.first - 1
    return sentence.is_noun(before) and is_hospital(sentence.text(before))


def _stands_beside(spot: Spot, loss: Loss) -> bool:
    """As in "two soldiers in Gao": "from Gao" is told of people as well."""
    return loss.noun is not None and spot.first == loss.noun + 1 and spot.weight > 1


def _opens_clause(spot: Spot, at: int, sentence: Sentence) -> bool:
    """Whether a place opens the clause of a phrase: "…; in Djibo, gunmen abducted three"."""
    subject = sentence.kinds[spot.after : at].lstrip(",")
    return sentence.kind(spot.first - 1) in _JOINTS and NOUN in subject and VERB not in subject


#: What stands between two clauses: "; ", ", and", "while".
_JOINTS = (";", AND, BUT, SUBORDINATOR, ",")


def _is_of_another(spot: Spot, loss: Loss) -> bool:
    """Whether a place stands beside another figure: "two died in Gao, three in Ber; in Boni, one".

    A bare figure that shares the verb stands right before its place, or at the end behind it.
    """
    sentence, before, behind = loss.sentence, spot.first - 1, spot.after
    if sentence.kind(behind) == ",":
        behind += 1
    ends = sentence.kind(behind + 1) in (",", ".", ";", AND, "")
    return _is_figure_of_another(loss, before) or (
        ends
        and sentence.kind(spot.first - 1) in (",", ";", AND)
        and _is_figure_of_another(loss, behind)
    )


def _is_figure_of_another(loss: Loss, index: int) -> bool:
    """Not so one that has a verb of its own: "killed nine and wounded two in Boni"."""
    if index == loss.noun or not loss.sentence.is_noun(index):
        return False
    if loss.sentence.is_verb(index - 1) and loss.verb not in (None, index - 1):
        return False
    noun = loss.sentence.noun(index)
    return noun.quantity is not None and is_bare(noun)
