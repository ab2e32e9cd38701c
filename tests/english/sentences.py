"""Sentences for tests of the reader: as phrases, or with their dates, places and sources."""

from __future__ import annotations

import datetime

from sahel_events.english.attaching.annotated_sentence import Telling
from sahel_events.english.attribution.attributions import read_attributions
from sahel_events.english.discourse.context import Memory, parse_sentence
from sahel_events.english.discourse.reader import Context, Reader, Section
from sahel_events.english.discourse.report import Report
from sahel_events.english.places.find_places import read_spots
from sahel_events.english.syntax.chunks import Sentence
from sahel_events.english.times.find_dates import find_dates
from sahel_events.english.times.reference_time import Clock
from sahel_events.english.tokens.lookup import Names

#: A Sunday.
PUBLISHED = datetime.date(2031, 6, 15)


def sentence(text: str) -> Sentence:
    """A sentence as phrases."""
    return parse_sentence(text, find_dates(text, Clock(PUBLISHED)), Names.of(()))


def phrase(of: Sentence, words: str) -> int:
    """Where the phrase stands that has these words, or else the first that begins with them."""
    told = [of.text(at) for at in range(len(of.phrases))]
    begins = (at for at, text in enumerate(told) if text.startswith(words))
    return told.index(words) if words in told else next(begins)


def texts(of: Sentence, phrases: list[int]) -> list[str]:
    """The words of some phrases."""
    return [of.text(at) for at in phrases]


def telling(text: str) -> Telling:
    """A sentence with what stands in it."""
    clock = Clock(PUBLISHED)
    moments = find_dates(text, clock)
    read = parse_sentence(text, moments, Names.of(()))
    spots = read_spots(read)
    Memory(Names.of(()), clock, news=True).locate(read, spots)
    return Telling(0, len(text), read, moments, spots, read_attributions(read), 0)


def read_report(text: str) -> tuple[Report, Section]:
    """A report that was read, and what its one section tells."""
    reader = Reader.of(Context(published=PUBLISHED, news=True))
    section = reader.read(text)
    assert isinstance(reader.story, Report)
    return reader.story, section


def read_article(text: str, year: int = 2031) -> Section:
    """What a section of an article tells, below the heading of a year."""
    return Reader.of(Context()).read(text, str(year), 2)
