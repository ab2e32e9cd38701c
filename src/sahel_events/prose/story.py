"""The reader of prose: section by section, sentence by sentence, it knows what was told before."""

from __future__ import annotations

import re

from attrs import define, evolve, field

from sahel_events.prose.blocks import Block, is_apparatus, read_blocks
from sahel_events.prose.chronicle import Chronicle
from sahel_events.prose.claims import read_claims
from sahel_events.prose.events import Event, read_mentions
from sahel_events.prose.gate import may_tell_of_harm
from sahel_events.prose.grammar import read_losses
from sahel_events.prose.losses import Loss
from sahel_events.prose.memory import Memory, parse_sentence
from sahel_events.prose.phrases import Sentence
from sahel_events.prose.sentences import split_sentences
from sahel_events.prose.sources import Attribution, read_attributions
from sahel_events.prose.telling import Telling
from sahel_events.prose.times import Moment, find_dates, may_hold_dates
from sahel_events.prose.told import Told, complete
from sahel_events.prose.totals import bind_parts, find_wholes
from sahel_events.prose.where import Spot, read_spots
from sahel_events.values import Basis

__all__ = ["Story"]

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


@define(slots=True)
class Story:
    """A document's prose while it is read; :meth:`read` gives what each section tells."""

    memory: Memory
    chronicle: Chronicle = field(init=False)
    #: years of the headings above, with their levels
    _years: list[tuple[int, int]] = field(factory=list, init=False)
    #: sentences of the section that tell of harm and hold a figure, and state no loss
    unread: list[tuple[int, int]] = field(factory=list, init=False)
    #: blocks with dates that tell of no harm: their days are of use only to one below that does
    _quiet: list[Block] = field(factory=list, init=False)
    #: the loss told last, with its claim
    _last: tuple[Loss, Told] | None = field(default=None, init=False)

    def __attrs_post_init__(self) -> None:
        self.chronicle = Chronicle(self.memory)

    def read(
        self, text: str, heading: str | None = None, level: int = 0
    ) -> tuple[list[Told], list[Event]]:
        """The claims and the engagements of one section, by their places in its text."""
        self.unread.clear()
        if is_apparatus(heading):
            return [], []
        self._enter(heading, level)
        told: list[Told] = []
        known = len(self.chronicle.known.events)
        for block in read_blocks(text, self.memory.news):
            words = text[block.start : block.end]
            if self._last is None and not may_tell_of_harm(words):
                if may_hold_dates(words):
                    self._quiet.append(block)
                continue
            self._pass_over_quiet(text)
            self._read_block(text, block, told)
        self._quiet.clear()
        complete(told, self.memory.news)
        return told, self.chronicle.known.events[known:]

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
        if memory.news:
            memory.clock.forget_sentences()
        else:
            self._last = None

    def _enter(self, heading: str | None, level: int) -> None:
        """Begin a section: its headings give the year, and may name the engagement."""
        self._last = None
        self.memory.enter_section()
        self.chronicle.enter_section(None)
        if heading is None:
            return
        self._years = [known for known in self._years if known[0] < level]
        years = _YEAR.findall(heading)
        if years:
            self._years.append((level, int(years[0])))
        if self._years:
            self.memory.clock.set_year(self._years[-1][1], Basis.HEADING)
        self.chronicle.enter_section(self._event_of(heading))

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
        words = _on_one_line(text[start:end])
        memory = self.memory
        moments = find_dates(words, memory.clock)
        if self._last is None and not may_tell_of_harm(words):
            memory.pass_over(words, moments, block.paragraph)
            return
        telling = self._telling(words, moments, start, end, block)
        events = self.chronicle.tell(telling, read_mentions(telling.sentence, memory.sides))
        losses = read_losses(telling.sentence, self._last[0] if self._last else None)
        claims = read_claims(memory, self.chronicle, telling, events, losses, self._last)
        made = [claim for _, claim in claims]
        find_wholes(told, made)
        bind_parts(told, made, telling)
        told += made
        if not claims and _counts_harm(telling):
            self.unread.append((start, end))
        self._last = claims[-1] if claims else self._last
        self.chronicle.learn_from_lead(telling)
        memory.remember(telling)

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
    verb = sentence.kinds.rfind("V", 0, spot.first)
    between = sentence.kinds[verb + 1 : spot.first]
    if between not in ("", "N") or not any(found.at == verb for found in attributions):
        return spot
    head = sentence.noun(verb + 1).head if between else None
    told = head is not None and (head.harm is not None or head.attack is not None)
    return spot if told else evolve(spot, weight=0)  # "announced a raid in Gao"


def _on_one_line(words: str) -> str:
    return words.replace("\n", " ")


def _counts_harm(telling: Telling) -> bool:
    """Whether a sentence holds a word of harm and a figure: what it says should not be lost."""
    tokens = telling.sentence.tokens
    return "q" in tokens.codes and any(sense.harm is not None for sense in tokens.senses)
