"""What the reader remembers from one sentence to the next: who, where and when."""

from __future__ import annotations

from attrs import define, evolve, field

from sahel_events.english.attaching.annotated_sentence import Telling
from sahel_events.english.attribution.attributions import Attribution, Speaker, read_attributions
from sahel_events.english.attribution.speakers_so_far import Heard
from sahel_events.english.lexicon.senses import CAPITAL, PEOPLE, PREPOSITIONS, TITLE
from sahel_events.english.lexicon.word_lists import word_list
from sahel_events.english.parties.party_of_loss import Sides, party_of_phrase
from sahel_events.english.places.find_places import Spot, read_spots
from sahel_events.english.syntax.chunks import NOUN, NounPhrase, Sentence, read_sentence
from sahel_events.english.times.find_dates import Moment, find_dates
from sahel_events.english.times.reference_time import Clock
from sahel_events.english.tokens.lookup import Names
from sahel_events.english.tokens.tokens import read_words
from sahel_events.kinds import CIVILIANS
from sahel_events.registry.belligerents import party_named
from sahel_events.registry.countries import capitals, country_with_iso

__all__ = ["Memory", "parse_sentence"]

#: Who publishes news is no party: "Algerian television" is not Algeria.
_MEDIA = word_list("media")
#: Phrases that stand for the town named before.
_THE_TOWN = frozenset(("the town", "the village", "the city", "the hamlet"))


def parse_sentence(words: str, moments: list[Moment], names: Names) -> Sentence:
    """The phrases of a sentence whose dates are known."""
    dates: dict[int, tuple[int, object]] = {
        moment.start: (moment.end, moment) for moment in moments if moment.kind == "date"
    }
    return read_sentence(read_words(words, dates, names))


@define(slots=True)
class Memory:
    """What is known where a sentence stands."""

    names: Names
    clock: Clock = field(factory=Clock)
    sides: Sides = field(factory=Sides)
    #: whether it is a report, with headlines and short paragraphs, and no article
    news: bool = False
    #: who spoke last, those who spoke before, and the party that each spoke for
    speaker: str | None = None
    heard: Heard = field(factory=Heard)
    spoke_for: dict[str, str] = field(factory=dict)
    #: the person named last, for "he" and "she"
    person: str | None = None
    #: whether the day of the story is one on which things were reported, not done
    reported: bool = False
    #: the place named last, and the first one of a report
    spot: Spot | None = None
    home: str | None = None
    #: the town in which a report was written, if it is no capital, where bureaus are
    dateline: str | None = None
    #: the paragraph in which the place named last stands
    spot_paragraph: int = -1
    #: numbers of the section and of the paragraph
    section: int = 0
    paragraph: int = -1
    #: sentences of the paragraph that were passed over
    skipped: list[str] = field(factory=list)

    def enter_section(self) -> None:
        """Forget what only held for the section before."""
        self.section += 1
        self.paragraph = -1
        self.skipped.clear()
        self.spot = self.speaker = None
        self.heard.latest.clear()
        self.clock.day = None
        self.sides.attackers, self.sides.defenders = [], []
        self.sides.mission = self.sides.subject = None

    # -- sentences --------------------------------------------------------------------------------

    def pass_over(self, words: str, moments: list[Moment], paragraph: int) -> None:
        """Take from a sentence that tells of no harm only the day on which it leaves the story."""
        self.skipped.append(words)
        days = [moment.date for moment in moments if moment.date is not None]
        if days:
            self.clock.day = days[0]
        self.paragraph = paragraph

    def recall(self) -> None:
        """Read the sentences that were passed over: a pronoun may mean somebody whom they name."""
        skipped, self.skipped = self.skipped, []
        for words in skipped:
            sentence = parse_sentence(words, find_dates(words, evolve(self.clock)), self.names)
            attributions = read_attributions(sentence)
            self.remember(
                Telling(0, 0, sentence, [], read_spots(sentence), attributions, self.paragraph)
            )

    def remember(self, telling: Telling) -> None:
        """Keep what the next sentence can rely on."""
        self._remember_speakers(telling)
        self._remember_person(telling)
        day = telling.open_date() if self.news else telling.day
        if day is not None:
            self.clock.day, self.reported = day, telling.reported
        if self.home is None and self.news:
            self.home = next((spot.name for spot in telling.spots if spot.weight > 2), None)
        strong = [spot for spot in telling.spots if spot.weight > 1]
        towns = [spot for spot in telling.spots if spot.weight and _is_town(spot)]
        if strong or towns:
            self.spot, self.spot_paragraph = (strong or towns)[0], telling.paragraph
        if telling.sentence.kinds:
            self.paragraph = telling.paragraph

    def _remember_person(self, telling: Telling) -> None:
        """Keep whom "he" means: the person who spoke, or else the first who is named."""
        person = _person(telling.sentence)
        if person is not None:
            self.heard.meet(person)
        spoke = [found.speaker for found in telling.attributions if found.speaker is not None]
        if spoke and not spoke[-1].pronoun and self.speaker in self.heard.people.values():
            person = self.speaker
        self.person = person or self.person

    def _remember_speakers(self, telling: Telling) -> None:
        for attribution in telling.attributions:
            speaker = attribution.speaker
            if speaker is not None and not speaker.pronoun:
                self.speaker = self.resolve(attribution, telling) or speaker.text
                self.heard.add(self.speaker)
                party = self._party_of(speaker, telling)
                if party is not None:
                    self.spoke_for[self.speaker] = party
        if not telling.attributions:
            named = _first_party(telling.sentence, self.sides)
            if named is not None:
                self.speaker = named
                self.heard.add(named)

    # -- who speaks -------------------------------------------------------------------------------

    def resolve(self, found: Attribution, telling: Telling) -> str | None:
        """Who speaks: a pronoun is whoever spoke last, "the official" one named before."""
        speaker = found.speaker
        assert speaker is not None
        if speaker.pronoun or speaker.definite:
            self.recall()
        if speaker.pronoun:
            return self._antecedent(found, telling)
        meant = self.heard.named(speaker.text, definite=speaker.definite)
        if meant is None and speaker.definite and self.heard.means_group(speaker.text):
            meant = self.heard.group() or self.sides.group or self.sides.named
        return meant or speaker.text

    def _antecedent(self, found: Attribution, telling: Telling) -> str | None:
        before = [
            made.speaker.text
            for made in telling.attributions
            if made.at < found.at and made.speaker is not None and not made.speaker.pronoun
        ]
        if before:
            return self.heard.named(before[-1], definite=False) or before[-1]
        assert found.speaker is not None
        if found.speaker.text in ("he", "she") and self.person is not None:
            return self.person
        return self.speaker

    def _party_of(self, speaker: Speaker, telling: Telling) -> str | None:
        """The party that a speaker's own words name: "an MNLA official"."""
        if speaker.phrase is None or not telling.sentence.is_noun(speaker.phrase):
            return None
        party = party_of_phrase(telling.sentence, speaker.phrase, Sides(state=self.sides.state))
        media = telling.sentence.text(speaker.phrase).split()[-1].lower() in _MEDIA
        return party if party != CIVILIANS and not media else None

    def hear(self, speaker: Speaker, name: str, telling: Telling) -> None:
        """Let "they" and "its" mean the party that speaks."""
        party = None if speaker.pronoun else self._party_of(speaker, telling)
        if party is not None:
            self.sides.subject = party
        elif name in self.spoke_for:
            self.sides.subject = self.spoke_for[name]
        elif party_named(name) is not None:
            self.sides.subject = name

    def read_dateline(self, words: str) -> None:
        """Keep where a report was written: "MAIDUGURI, Nigeria (AP) — …"."""
        town = words.title() if words.isupper() else words
        if words and self.news and self.dateline is None and town not in capitals():
            self.dateline = town

    # -- where ------------------------------------------------------------------------------------

    def meant_by_town(self, sentence: Sentence, spots: list[Spot], paragraph: int) -> list[Spot]:
        """The place that "the town" means, where a sentence names none: the one named before."""
        named = (
            index
            for index, kind in enumerate(sentence.kinds)
            if kind == NOUN and sentence.text(index).lower() in _THE_TOWN
        )
        at = next(named, None)
        if at is None or paragraph != self.paragraph or any(known.weight for known in spots):
            return []
        self.recall()
        spot = self.spot
        if spot is None or not _is_town(spot):
            return []
        return [evolve(spot, first=at, after=at + 1)]

    def locate(self, sentence: Sentence, spots: list[Spot]) -> None:
        """Find the country whose soldiers are meant, and the mission whose peacekeepers."""
        for sense in sentence.tokens.senses:
            if sense.party is not None:
                self.sides.meet(sense.party)
        iso = _country_of_spots(spots)
        if iso is None and not (self.sides.state is not None and self.news):
            iso = _country_of_words(sentence, certain=self.sides.state is None)
        country = country_with_iso(iso) if iso is not None else None
        if country is not None:
            self.sides.state = country.name


def _is_town(spot: Spot) -> bool:
    return spot.place is not None and spot.place.kind in ("town", "village")


def _country_of_spots(spots: list[Spot]) -> str | None:
    codes = [s.place.countries for s in spots if s.place is not None and s.weight > 0]
    codes += [(spot.country,) for spot in spots if spot.country is not None]
    return next((several[0] for several in codes if len(several) == 1), None)


def _country_of_words(sentence: Sentence, certain: bool) -> str | None:
    """The country that words name: any, where ``certain``; else only that of soldiers."""
    senses = sentence.tokens.senses
    for at, sense in enumerate(senses):
        if sense.country is not None and sense.country.iso:
            behind = senses[at + 1 : at + 3]
            soldiers = any(other.noun and other.noun.category == "soldiers" for other in behind)
            if certain or soldiers:
                return sense.country.iso
        if sense.place is not None and len(sense.place.countries) == 1:
            return sense.place.countries[0]
    return None


def _person(sentence: Sentence) -> str | None:
    """The first person whom a sentence names, or who is its subject ("the governor")."""
    capitals = (at for at, code in enumerate(sentence.tokens.codes) if code == CAPITAL)
    for index, kind in sentence.phrases_of(capitals):
        if kind == NOUN and sentence.kind(index - 1) not in PREPOSITIONS:
            noun = sentence.noun(index)
            if _names_person(sentence, noun):
                assert noun.name is not None
                return sentence.tokens.words(*noun.name)
    first = sentence.kinds.find(NOUN)
    if first < 0 or sentence.kind(first - 1) in PREPOSITIONS:
        return None
    noun = sentence.noun(first)
    head = noun.head
    person = head is not None and head.code == PEOPLE and head.noun and not head.noun.plural
    return sentence.tokens.words(noun.noun_from, noun.after) if noun.definite and person else None


def _names_person(sentence: Sentence, noun: NounPhrase) -> bool:
    if noun.name is None or (noun.name[1] - noun.name[0] == 1 and noun.head is None):
        return False
    codes = sentence.tokens.codes[noun.name[0] : noun.name[1]].lstrip(TITLE)
    people = noun.head is None or (noun.head.noun is not None and not noun.head.noun.thing)
    return bool(codes) and set(codes) == {CAPITAL} and people


def _first_party(sentence: Sentence, sides: Sides) -> str | None:
    at = sentence.kinds.find(NOUN)
    name = party_of_phrase(sentence, at, sides) if at >= 0 else None
    return name if name != CIVILIANS else None
