"""Whether a mention tells of an engagement that is known, and what it adds to it."""

from __future__ import annotations

from attrs import evolve

from sahel_events.english.attaching.annotated_sentence import Telling
from sahel_events.english.engagements.engagement import Event
from sahel_events.english.engagements.mention import Mention
from sahel_events.english.places.overlap import alike, is_day, is_long, is_wide, may_lie_in, narrows
from sahel_events.english.syntax.clauses import subject
from sahel_events.kinds import EngagementKind
from sahel_events.registry.geography import contains
from sahel_events.registry.locating import locate
from sahel_events.values import EventDate

__all__ = ["LEAD", "NEAR", "add", "agrees", "is_general", "may_be"]

#: More parties on one side are hardly ever told of one engagement.
_MOST_PARTIES = 4
#: How many paragraphs later a sentence may still tell of an engagement.
NEAR = 1
#: The last of the paragraphs that tell what a report is about: headline, byline, lead, second.
LEAD = 3
#: Kinds of one attack that is told of in other words.
_ATTACKS = frozenset(
    (
        EngagementKind.ATTACK,
        EngagementKind.AMBUSH,
        EngagementKind.RAID,
        EngagementKind.SHOOTING,
        EngagementKind.BOMBING,
        EngagementKind.MASSACRE,
        EngagementKind.OTHER,
    )
)
#: What a word is never said of: "the airstrikes" are not how a town was taken.
_NEVER = {
    EngagementKind.AIRSTRIKE: (
        EngagementKind.CAPTURE,
        EngagementKind.AMBUSH,
        EngagementKind.HOSTAGE_TAKING,
    ),
    EngagementKind.CAPTURE: (
        EngagementKind.AIRSTRIKE,
        EngagementKind.AMBUSH,
        EngagementKind.BOMBING,
        EngagementKind.HOSTAGE_TAKING,
    ),
}
#: Engagements that go on for days: what follows at no other place still belongs to them.
_LASTING = frozenset((EngagementKind.SIEGE, EngagementKind.HOSTAGE_TAKING))


def is_general(mention: Mention, date: EventDate | None, place: str | None) -> bool:
    """Whether no engagement in particular is meant: "attacks went on", "has fought since 2007"."""
    if mention.definite and not mention.plural:
        return False
    years = date is not None and "/" in date.edtf and is_long(date)
    if years and mention.kind is not EngagementKind.SIEGE:
        return mention.verb or mention.plural
    if mention.spate:
        return place is None or not is_day(date)
    if mention.aside or (mention.ever and place is None):
        return date is None or is_long(date)
    return mention.plural and date is None and place is None


def may_be(
    event: Event, telling: Telling, mention: Mention, date: EventDate | None, here: bool
) -> bool:
    """Whether nothing in the wording says that another engagement is meant."""
    if mention.other or (mention.landmark is not None and telling.is_sequel and not here):
        return False
    if event.day_word and (date is not None or telling.day_word not in ("", event.day_word)):
        return False
    if event.kind in _NEVER.get(mention.kind, ()) and not mention.verb:
        return False
    named_anew = not mention.verb and not mention.definite and not here
    if event.kind in _LASTING and _follows(event, telling, date):
        return True  # "a final assault" ends the siege
    captured = (event.kind is EngagementKind.CAPTURE) != (mention.kind is EngagementKind.CAPTURE)
    if captured and mention.verb and not here and event.place is None:
        return False
    return not (named_anew and event.kind is not mention.kind)  # "an ambush" is no attack before


def _follows(event: Event, telling: Telling, date: EventDate | None) -> bool:
    """Whether a sentence may tell how a siege or a hostage-taking went on."""
    if telling.paragraph - event.paragraph > NEAR or event.date is None:
        return False
    if date is None or date.earliest is None or event.date.latest is None:
        return date is None
    return 0 <= (date.earliest - event.date.latest).days <= _LONGEST


#: How many days later a siege or hostage-taking may still go on without being named again.
_LONGEST = 30


def agrees(
    event: Event, telling: Telling, mention: Mention, date: EventDate | None, place: str | None,
    news: bool,
) -> bool:  # fmt: skip
    """Whether day and place of a mention are those of the engagement, as far as they are known."""
    if date is not None and event.date is not None and not date.overlaps(event.date):
        here = place is None or mention.known_place
        goes_on = event.kind in _LASTING and here and _follows(event, telling, date)
        if not goes_on:
            return False
    if place is not None and event.place is not None and not alike(place, event.place):
        goes_on = _goes_on(telling, mention)
        lead = news and _is_near(event, telling)
        if is_wide(event.place) and (
            (lead and (goes_on or _says_more(mention, date)))
            or _follows_lead(event, telling, mention, date, news)
        ):
            return may_lie_in(place, event.place)
        unknown = goes_on and not locate(place).meant
        return lead and (unknown or (mention.definite and _may_hold(event.place, place)))
    if _follows_lead(event, telling, mention, date, news):
        return True
    if mention.definite or telling.paragraph == event.paragraph or event.start == event.end:
        return date is None or event.date is not None or mention.definite or place is not None
    told = event.date is not None or date is None  # another paragraph gives no day
    return told and (place is None or event.place is not None)


def _says_more(mention: Mention, date: EventDate | None) -> bool:
    """Whether a mention may only say more closely where an attack in a region was."""
    return mention.definite or (mention.verb and date is None and not mention.other)


def _follows_lead(
    event: Event, telling: Telling, mention: Mention, date: EventDate | None, news: bool
) -> bool:
    """Whether the paragraph behind a report's lead tells of the same engagement more closely.

    As in "Thirteen soldiers died in an ambush. … The unit came under fire on Saturday …".
    """
    day = date is not None and is_day(date) and event.date is None
    attack = mention.verb and day and event.kind in _ATTACKS
    return news and attack and _is_near(event, telling)


def _goes_on(telling: Telling, mention: Mention) -> bool:
    """Whether somebody acts or suffers who was told of before: "the men entered the village"."""
    if not mention.verb:
        return False
    of = subject(telling.sentence, mention.index)
    if of is None:
        return False
    noun = telling.sentence.noun(of)
    return noun.pronoun is not None or (noun.definite and noun.name is None)


def _is_near(event: Event, telling: Telling) -> bool:
    """Whether a report that has just begun goes on with its engagement."""
    return telling.paragraph - event.paragraph <= NEAR and telling.paragraph <= LEAD


def _may_hold(town: str, place: str) -> bool:
    """Whether a place may lie in a town, as one of its quarters or buildings.

    As in "a bomber struck in Kabul. … The blast at the Kaaj centre …".
    """
    known, inner = locate(town).place, locate(place)
    if known is None or known.kind != "town":
        return False
    return not inner.meant or any(contains(known, meant) for meant in inner.meant)


def _until(known: EventDate | None, date: EventDate | None) -> EventDate | None:
    """The time from the first day to the last: "on 16 January …; on 19 January …"."""
    if known is None or date is None or known.overlaps(date):
        return known or date
    return evolve(known, edtf=f"{known.edtf.split('/')[0]}/{date.edtf.split('/')[-1]}")


def _closer(known: EventDate | None, date: EventDate) -> EventDate:
    """The day within a week that a report has named first: "last week … on Friday"."""
    if known is None or (not is_day(known) and narrows(date, known)):
        return date
    return known


def add(event: Event, mention: Mention, date: EventDate | None, place: str | None) -> None:
    """Add to an engagement what a further mention tells of it."""
    for names, side in ((mention.attackers, event.attackers), (mention.defenders, event.defenders)):
        for name in names:
            known = name in event.attackers or name in event.defenders
            if not known and len(side) < _MOST_PARTIES:
                side.append(name)
    if date is not None and not is_long(date):
        lasting = event.kind in _LASTING
        event.date = _until(event.date, date) if lasting else _closer(event.date, date)
    if event.place is None or (place is not None and is_wide(event.place)):
        event.place = place or event.place
    event.result = event.result or mention.result
    if event.kind is EngagementKind.OTHER:
        event.kind = mention.kind
