"""The reader of running text: section by section, sentence by sentence, it knows what was told."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Mapping

from attrs import define, evolve, field, frozen

from sahel_events.english.attaching.annotated_sentence import Telling
from sahel_events.english.attaching.entries import Entry, is_digest, read_entry
from sahel_events.english.attribution.attributions import Attribution, read_attributions
from sahel_events.english.discourse.chronicle import Chronicle, Mentioned
from sahel_events.english.discourse.chronicle_scene import Scene
from sahel_events.english.discourse.claim_draft import Told, complete
from sahel_events.english.discourse.context import Memory, parse_sentence
from sahel_events.english.discourse.parties_of_event import party_by_event, party_by_parts
from sahel_events.english.discourse.quotation import Quotation
from sahel_events.english.discourse.report import Report
from sahel_events.english.discourse.report_scene import ReportScene
from sahel_events.english.discourse.resolve_claims import read_claims
from sahel_events.english.discourse.totals_across_sentences import bind_parts, find_wholes
from sahel_events.english.engagements.engagement import Event, read_mentions
from sahel_events.english.lexicon.senses import QUANTITY
from sahel_events.english.losses.loss import Loss
from sahel_events.english.places.find_places import Spot, read_spots
from sahel_events.english.syntax.chunks import NOUN, VERB, Sentence
from sahel_events.english.times.find_dates import Moment, find_dates, may_hold_dates
from sahel_events.english.times.reference_time import Clock
from sahel_events.english.tokens.lookup import Names
from sahel_events.english.tokens.paragraphs import Block, is_apparatus, read_blocks
from sahel_events.english.tokens.sentences import split_sentences
from sahel_events.english.totals.find_losses import read_losses
from sahel_events.english.totals.harm_filter import may_tell_of_harm
from sahel_events.values import Basis

__all__ = ["Context", "Reader", "Section"]

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@frozen
class Context:
    """What is known of a document before its running text is read.

    ``names`` are those that the document binds to parties; ``published`` is the day of publication,
    ``None`` where it is unknown or where the text tells of days long past; ``news`` says that it is
    a report, with headlines and short paragraphs, and no article; ``years`` are the years that its
    title or infobox gives, with how that is known, the last one first to be believed; ``fought``
    are the engagements of its infoboxes.
    """

    names: Iterable[str] = ()
    published: datetime.date | None = None
    news: bool = False
    years: tuple[tuple[int, Basis], ...] = ()
    fought: tuple[Event, ...] = ()
    #: persons whom the document puts to a party, by their full names
    people: Mapping[str, str] = field(factory=dict)


@frozen
class Section:
    """What a section tells, by places in its text.

    ``unread`` are sentences that tell of harm and hold a figure, and state no loss that was read.
    """

    claims: list[Told]
    engagements: list[Event]
    unread: list[tuple[int, int]]


@define(slots=True)
class Reader:
    """A document's running text while it is read; :meth:`read` gives what each section tells."""

    memory: Memory
    story: Chronicle | Report = field(init=False)
    #: where in the section the sentence begins that is read, or was read last
    reached: int = field(default=0, init=False)
    #: years of the headings above, with their levels
    _years: list[tuple[int, int]] = field(factory=list, init=False)
    _unread: list[tuple[int, int]] = field(factory=list, init=False)
    #: blocks with dates that tell of no harm: their days are of use only to one below that does
    _quiet: list[Block] = field(factory=list, init=False)
    #: the loss told last, with its claim
    _last: tuple[Loss, Told] | None = field(default=None, init=False)
    _quotation: Quotation = field(factory=Quotation, init=False)
    #: what heads the block that is read
    _entry: Entry | None = field(default=None, init=False)

    def __attrs_post_init__(self) -> None:
        self.story = Report(self.memory) if self.memory.news else Chronicle(self.memory)

    @classmethod
    def of(cls, context: Context) -> Reader:
        """A reader who knows what the document says around its running text."""
        reader = cls(Memory(Names.of(context.names), Clock(context.published), news=context.news))
        clock = reader.memory.clock
        for event in context.fought:
            reader.story.known.give(event)
            clock.main = event.date
        for year, basis in context.years:
            clock.set_year(year, basis)
        for name, party in context.people.items():
            reader.memory.sides.introduce(name, party)
        return reader

    def read(self, text: str, heading: str | None = None, level: int = 0) -> Section:
        """The claims and the engagements of one section, by their places in its text."""
        if is_apparatus(heading):
            return Section([], [], [])
        self._unread, self.reached = [], 0
        self._enter(heading, level)
        told: list[Told] = []
        known = len(self.story.known.events)
        blocks = [*read_blocks(text, self.memory.news)]
        if isinstance(self.story, Report):
            self.story.digest = is_digest([text[block.start : block.end] for block in blocks])
        for block in blocks:
            words = text[block.start : block.end]
            self._entry = read_entry(words) if isinstance(self.story, Report) else None
            if self._last is None and not may_tell_of_harm(words):
                if may_hold_dates(words):
                    self._quiet.append(block)
                continue
            self._pass_over_quiet(text)
            self._read_block(text, block, told)
        self._quiet.clear()
        if isinstance(self.story, Report):
            self.story.close()
        complete(told, self.memory.news)
        if isinstance(self.story, Report):
            _give_parties(told)
        return Section(told, self.story.known.events[known:], self._unread)

    def _pass_over_quiet(self, text: str) -> None:
        """Take from the blocks above that tell of no harm the days to which they lead."""
        for block in self._quiet:
            self._enter_paragraph(block.paragraph)
            for start, end in split_sentences(text, block.start, block.end):
                words = _on_one_line(text[start:end])
                moments = find_dates(words, self.memory.clock)
                self.memory.pass_over(words, moments, block.paragraph)
        self._quiet.clear()

    def _read_block(self, text: str, block: Block, told: list[Told]) -> None:
        self._enter_paragraph(block.paragraph)
        self.memory.read_dateline(block.dateline)
        for start, end in split_sentences(text, block.start, block.end):
            self._read_sentence(text, start, end, block, told)

    def _enter_paragraph(self, paragraph: int) -> None:
        memory = self.memory
        if paragraph == memory.paragraph:
            return
        memory.skipped.clear()
        if isinstance(self.story, Report):
            memory.clock.forget_sentences()
            self.story.enter_paragraph(self._entry)
        else:
            self._last = None

    def _enter(self, heading: str | None, level: int) -> None:
        """Begin a section: its headings give the year, and may name the engagement."""
        self._last = None
        self.memory.enter_section()
        self.story.enter_section(None)
        if heading is None:
            return
        self._years = [known for known in self._years if known[0] < level]
        years = _YEAR.findall(heading)
        if years:
            self._years.append((level, int(years[0])))
        if self._years:
            self.memory.clock.set_year(self._years[-1][1], Basis.HEADING)
        self.story.enter_section(self._event_of(heading))

    def _event_of(self, heading: str) -> Event | None:
        """The engagement that a heading names, which "the battle" below it means."""
        memory = self.memory
        sentence = parse_sentence(heading, find_dates(heading, memory.clock), memory.names)
        mentions = read_mentions(sentence, memory.sides)
        if not mentions:
            return None
        spots = read_spots(sentence)
        place = mentions[0].places[0] if mentions[0].places else spots[0].name if spots else None
        return Event(0, 0, mentions[0].kind, "", None, place=place) if place else None

    def _read_sentence(
        self, text: str, start: int, end: int, block: Block, told: list[Told]
    ) -> None:
        self.reached = start
        words = _on_one_line(text[start:end])
        memory = self.memory
        moments = find_dates(words, memory.clock)
        self._head(start, block, moments)
        if self._last is None and not may_tell_of_harm(words):
            memory.pass_over(words, moments, block.paragraph)
            return
        telling = self._telling(words, moments, start, end, block)
        events = self.story.tell(telling, read_mentions(telling.sentence, memory.sides))
        losses = read_losses(telling.sentence, self._last[0] if self._last else None)
        claims = read_claims(memory, self._scene(telling, events), telling, losses, self._last)
        made = [claim for _, claim in claims]
        self._quotation.hear(telling, made, memory)
        find_wholes(told, made)
        bind_parts(told, made, telling)
        told += made
        if not claims and _counts_harm(telling):
            self._unread.append((start, end))
        if claims:
            self._last = claims[-1]
            self._last[0].kin = None  # else each sentence would keep all those before it
        here = [event for _, event in events]
        here += [claim.event for claim in made if claim.event is not None]
        self.story.learn(telling, here)
        memory.remember(telling)

    def _head(self, start: int, block: Block, moments: list[Moment]) -> None:
        """Keep the date that heads an entry: "02 Jan: Sebba. …"."""
        if isinstance(self.story, Report) and start == block.start:
            dated = self._entry is not None and self._entry.dated and self.story.digest
            self.story.entry_date = moments[0].date if dated and moments else None

    def _scene(self, telling: Telling, events: list[Mentioned]) -> Scene | ReportScene:
        if isinstance(self.story, Report):
            return ReportScene(self.memory, self.story, telling, events)
        return Scene(self.memory, self.story, telling, events)

    def _telling(
        self, words: str, moments: list[Moment], start: int, end: int, block: Block
    ) -> Telling:
        sentence = parse_sentence(words, moments, self.memory.names)
        attributions = read_attributions(sentence)
        spots = [_placed(sentence, spot, attributions) for spot in read_spots(sentence)]
        spots += self.memory.meant_by_town(sentence, spots, block.paragraph)
        self.memory.locate(sentence, spots)
        return Telling(start, end, sentence, moments, spots, attributions, block.paragraph)


def _placed(sentence: Sentence, spot: Spot, attributions: list[Attribution]) -> Spot:
    """A place, or one where nothing happened but that somebody spoke: "told reporters in Gao"."""
    verb = sentence.kinds.rfind(VERB, 0, spot.first)
    between = sentence.kinds[verb + 1 : spot.first]
    if between not in ("", NOUN) or not any(found.at == verb for found in attributions):
        return spot
    head = sentence.noun(verb + 1).head if between else None
    told = head is not None and (head.harm is not None or head.attack is not None)
    return spot if told else evolve(spot, weight=0)  # "announced a raid in Gao"


def _give_party(claim: Told, parts: list[Told]) -> None:
    """Give a claim whose words name no party the one that its parts or its event do."""
    if claim.party is not None:
        return
    found = party_by_parts(claim, parts) or party_by_event(claim)
    if found is not None:
        claim.party, claim.reasons["party"] = found


def _give_parties(told: list[Told]) -> None:
    """Give each claim the party of its parts."""
    parts: dict[int, list[Told]] = {}
    for claim in told:
        parts.setdefault(id(claim.parent), []).append(claim)
    for claim in told:
        _give_party(claim, parts.get(id(claim), []))


def _on_one_line(words: str) -> str:
    return words.replace("\n", " ")


def _counts_harm(telling: Telling) -> bool:
    """Whether a sentence holds a word of harm and a figure: what it says should not be lost."""
    tokens = telling.sentence.tokens
    return QUANTITY in tokens.codes and any(sense.harm is not None for sense in tokens.senses)
