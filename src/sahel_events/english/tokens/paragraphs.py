"""A body as blocks: which lines tell something, and which are the furniture of a web page.

Headlines, bylines, datelines, adverts, "Also read", lists of key points, captions, copyright and
bibliographies are recognised by their form and not read as fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from sahel_events.english.tokens.wrapped_lines import paragraph_lines
from sahel_events.registry.places import places_named

__all__ = ["Block", "is_apparatus", "read_blocks"]


@frozen
class Block:
    """A paragraph or list item that tells something: ``text[start:end]`` of its body.

    ``paragraph`` counts them; the items of one list share no paragraph.
    """

    start: int
    end: int
    paragraph: int
    item: bool = False
    #: where the report was written, as its dateline has it: "BAMAKO"
    dateline: str = ""


#: Headings of sections that hold references, not text.
_APPARATUS = re.compile(
    r"\W*(?:bibliography|references?|external links?|further reading|see also"
    r"|notes(?: and references)?|sources?|citations?|footnotes|literature|works cited|gallery)"
    r"\W*\Z",
    re.IGNORECASE,
)
#: Lines that belong to the page and not to the report: pictures, links to other reports, adverts,
#: rights, captions, bylines, tags and rules.
_FURNITURE = re.compile(
    r"""\s*+(?:
        !\[|\[\[?(?:file|image):
      |(?:also\ read|read\ (?:also|more|next)|related(?:\ articles?|\ stories|\ content)?|see\ also
        |more\ on\ this|most\ read|recommended|editor['’]?s\ (?:picks?|note)|trending)\b
      |(?:subscribe|sign\ up|join\ (?:us|our)|follow\ us|listen\ to|watch|advertisement|sponsored
        |share\ (?:this|on)|click\ here|get\ (?:the|our|unlimited)|download\ (?:the|our)
        |support\ (?:our|us)|donate|already\ a\ subscriber|and\ you\ get)\b
      |(?:copyright|©|\(c\)|all\ rights\ reserved|terms\ of|privacy\ policy
        |this\ (?:article|story)\ (?:was|has|is|first)|our\ standards)
      |(?:photo|photograph|image|picture|caption|video|graphic|map|file)
        (?:\ (?:by|credit|courtesy|caption))?\s*[:(–—/-]
      |\(?(?:file\ )?photo\b|\[?(?:image|photo)\b[^.]{0,60}\]?\s*\Z
      |by\ [A-Z][\w.'’-]+(?:\ [\w.'’-]+){0,5}(?:,\ [^.]{0,60})?(?:\ [|•-].*)?\Z
      |(?:published|updated|posted|last\ (?:updated|modified)|reporting\ by|edited\ by|editing\ by
        |additional\ reporting|writing\ by|compiled\ by)\b
      |(?:with\ (?:files|reporting|input)\ from|contributed\ to\ this\ report)
      |[A-Z][\w'’-]+\ [A-Z][\w'’-]+\ (?:reported|contributed|in)\b[^.]{0,60}\bfrom\b
      |(?:sources?|tags?|topics?|keywords?|categories)\s*:
      |_{2,}|-{3,}|[*=~]{3,}|[\d\s:.,/|-]+\Z
      |\w+\.(?:com|org|net)\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
#: What opens a list of key points, which repeats what the text below it says, and its items.
_SUMMARY = re.compile(
    r"\s*(?:key (?:points|takeaways|facts|developments)|at a glance|highlights|in (?:brief|short)"
    r"|summary|what we know|tl;dr)\s*+:?\s*+\Z",
    re.IGNORECASE,
)
_SUMMARY_ITEM = re.compile(r"\s*(?:[-*•·–]\s|\d{1,2}[.)]\s|[A-Z][^.:!?]{2,50}:\s)")
_BULLET = re.compile(r"[ \t]*(?:[*•·]+|[-–](?=\s)|\d{1,2}[.)](?=\s)|[#:;](?=\s))[ \t]*")
#: "BAMAKO, Mali (AP) —", "Gao, 12 May 2021 -": where the report was written, not what happened.
_DATELINE = re.compile(
    r"\s*+(?:Copy link)?"
    r"(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:[ /][A-ZÀ-Þ.'’-]+){0,4}(?:,\s[A-Z][\w.’' -]{1,30})?"
    r"|[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,2}(?:,\s[A-Z][\w.’' -]{1,30})?(?=\s*+\()"
    r"|[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2}(?=,\s[A-Z][a-z]{2,8}\.?\s\d{1,2}\s*+[—–-])"
    r"|[A-Z][\w'’-]+(?:\s[A-Z][\w'’-]+){0,2}(?=,\s\d{1,2}\s[A-Z][a-z]{2,8}(?:,?\s\d{4})?\s*+[—–-]))"
    r"(?:,?\s(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8})(?:,?\s\d{4})?)?"
    r"\s*+(?:\([^()]{2,40}\)\s*+)?(?:[—–]|--|-(?=\s))\s*+"
)
#: "PESHAWAR: The toll rose": so, too, if the word is that of a place, and not "UPDATE".
_LABEL = re.compile(r"\s*([A-ZÀ-Þ][A-ZÀ-Þ'’-]{3,}):\s+(?=[A-Z“\"])")
#: The town of a dateline.
_TOWN = re.compile(r"\s*(?:Copy link)?([^\W\d_][\w'’ -]*\w)(?=\s*[,(—–:-])")
_TERMINAL = re.compile(r"[.!?…:;][\"”’»')\]*_]*(?:\s?\[\w{1,4}\])*\s*\Z")
#: Key points and headlines have fewer characters, paragraphs mostly more.
_LONG = 160


def is_apparatus(heading: str | None) -> bool:
    """Whether a section under this heading holds references and links."""
    return heading is not None and _APPARATUS.match(heading) is not None


def read_blocks(text: str, headlines: bool = False) -> Iterator[Block]:
    """The blocks of a body that tell something, in order.

    ``headlines`` says that a line without a full stop may be a headline: in news, not in a wiki.
    """
    paragraph, position, in_summary = 0, 0, False
    lines = paragraph_lines(text)
    last = _last_told(lines)
    for number, line in enumerate(lines):
        start, end = position, position + len(line)
        position = end + 1
        if not line.strip():
            paragraph += not headlines  # a report has its paragraphs apart, or not, by chance
            in_summary = in_summary and _goes_on(lines, number)
            continue
        in_summary = _SUMMARY.match(line) is not None or (in_summary and _is_point(line))
        if in_summary or _is_furniture(line):
            continue
        if headlines and number < last and _is_headline(line):
            continue
        bullet = _BULLET.match(line)
        dateline = None if bullet else _DATELINE.match(line) or _label(line)
        lead = bullet or dateline
        paragraph += 1
        begin = start + (lead.end() if lead else 0)
        town = _TOWN.match(line) if dateline else None
        yield Block(begin, end, paragraph, bullet is not None, town[1] if town else "")


def _label(line: str) -> re.Match[str] | None:
    """The town that a line begins with, before a colon."""
    label = _LABEL.match(line)
    return label if label is not None and places_named(label[1].title()) else None


def _last_told(lines: list[str]) -> int:
    """The number of the last line that is not blank."""
    return max((number for number, line in enumerate(lines) if line.strip()), default=-1)


def _goes_on(lines: list[str], number: int) -> bool:
    """Whether a list of key points goes on behind a blank line."""
    following = lines[number + 1] if number + 1 < len(lines) else ""
    return _SUMMARY_ITEM.match(following) is not None


def _is_point(line: str) -> bool:
    """Whether a line below "Key points" is one of them, and not yet the text."""
    return len(line) < _LONG or _SUMMARY_ITEM.match(line) is not None


def _is_furniture(line: str) -> bool:
    """Whether a line is a heading or belongs to the page."""
    return line.lstrip().startswith(("##", "==")) or _FURNITURE.match(line) is not None


def _is_headline(line: str) -> bool:
    """Whether a line above others is a title: short, and without a full stop."""
    return len(line) <= _LONG and len(line.split()) < 25 and _TERMINAL.search(line) is None
