"""A body as blocks: which lines tell something, and which are the furniture of a web page.

Headlines, bylines, datelines, adverts, "Also read", lists of key points, captions, copyright and
bibliographies are recognised by their form and not read as fact.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

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


#: Headings of sections that hold references, not text.
_APPARATUS = re.compile(
    r"\W*(?:bibliography|references?|external links?|further reading|see also|notes(?: and references)?|sources?|"
    r"citations?|footnotes|literature|works cited|gallery)\W*\Z",
    re.IGNORECASE,
)
_FURNITURE = re.compile(
    r"""\s*+(?:
        !\[|\[\[?(?:file|image):|(?:also\ read|read\ (?:also|more|next)|related(?:\ articles?|\ stories|\ content)?|see\ also|more\ on\ this
      |most\ read|recommended|editor['’]?s\ (?:picks?|note)|trending)\b
      |(?:subscribe|sign\ up|join\ (?:us|our)|follow\ us|listen\ to|watch|advertisement|sponsored|share\ (?:this|on)|click\ here
        |get\ (?:the|our|unlimited)|download\ (?:the|our)|support\ (?:our|us)|donate|already\ a\ subscriber|and\ you\ get)\b
      |(?:copyright|©|\(c\)|all\ rights\ reserved|terms\ of|privacy\ policy|this\ (?:article|story)\ (?:was|has|is|first)|our\ standards)
      |(?:photo|photograph|image|picture|caption|video|graphic|map|file)(?:\ (?:by|credit|courtesy|caption))?\s*[:(–—/-]
      |\(?(?:file\ )?photo\b|\[?(?:image|photo)\b[^.]{0,60}\]?\s*\Z
      |by\ [A-Z][\w.'’-]+(?:\ [\w.'’-]+){0,5}(?:,\ [^.]{0,60})?(?:\ [|•-].*)?\Z
      |(?:published|updated|posted|last\ (?:updated|modified)|reporting\ by|edited\ by|editing\ by|additional\ reporting|writing\ by|compiled\ by)\b
      |(?:with\ (?:files|reporting|input)\ from|contributed\ to\ this\ report)
      |[A-Z][\w'’-]+\ [A-Z][\w'’-]+\ (?:reported|contributed|in)\b[^.]{0,60}\bfrom\b
      |(?:sources?|tags?|topics?|keywords?|categories)\s*:
      |_{2,}|-{3,}|[*=~]{3,}|[\d\s:.,/|-]+\Z
      |\w+\.(?:com|org|net)\b
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_SUMMARY = re.compile(
    r"\s*(?:key (?:points|takeaways|facts|developments)|at a glance|highlights|in (?:brief|short)|summary|what we know|tl;dr)\s*:?\s*\Z",
    re.IGNORECASE,
)
_SUMMARY_ITEM = re.compile(r"\s*(?:[-*•·–]\s|\d{1,2}[.)]\s|[A-Z][^.:!?]{2,50}:\s)")
_BULLET = re.compile(r"[ \t]*(?:[*•·]+|[-–](?=\s)|\d{1,2}[.)](?=\s)|[#:;](?=\s))[ \t]*")
_DATELINE = re.compile(
    r"\s*(?:Copy link)?(?:[A-ZÀ-Þ][A-ZÀ-Þ.'’-]+(?:[ /][A-ZÀ-Þ.'’-]+){0,4}(?:,\s[A-Z][\w.’' -]{1,30})?"
    r"|[A-Z][\w.’'-]+(?:\s[A-Z][\w.’'-]+){0,2}(?:,\s[A-Z][\w.’' -]{1,30})?(?=\s*\())"
    r"(?:,?\s(?:[A-Z][a-z]{2,8}\.?\s\d{1,2}|\d{1,2}\s[A-Z][a-z]{2,8})(?:,?\s\d{4})?)?"
    r"\s*(?:\([^()]{2,40}\))?\s*(?:[—–]|--|-(?=\s))\s*"
)
_TERMINAL = re.compile(r"[.!?…:;][\"”’»')\]*_]*\s*\Z")


def is_apparatus(heading: str | None) -> bool:
    """Whether a section under this heading holds references and links."""
    return heading is not None and _APPARATUS.match(heading) is not None


def read_blocks(text: str, headlines: bool = False) -> Iterator[Block]:
    """The blocks of a body that tell something, in order.

    ``headlines`` says that a line without a full stop may be a headline: in news, not in a wiki.
    """
    paragraph, position, in_summary = 0, 0, False
    lines = text.split("\n")
    for number, line in enumerate(lines):
        start, end = position, position + len(line)
        position = end + 1
        if not line.strip():
            paragraph += 1
            in_summary = False if not _goes_on(lines, number) else in_summary
            continue
        if _SUMMARY.match(line):
            in_summary = True
            continue
        if in_summary and (_SUMMARY_ITEM.match(line) or len(line) < 160):
            continue
        in_summary = False
        if (
            line.lstrip().startswith(("##", "=="))
            or _FURNITURE.match(line)
            or (headlines and _is_headline(line, number, lines))
        ):
            continue
        bullet = _BULLET.match(line)
        item = bullet is not None and bullet.end() > 0
        if item and bullet is not None:
            start += bullet.end()
        elif dateline := _DATELINE.match(line):
            start += dateline.end()
        paragraph += 1
        yield Block(start, end, paragraph, item)


def _goes_on(lines: list[str], number: int) -> bool:
    """Whether a list of key points goes on behind a blank line."""
    following = lines[number + 1] if number + 1 < len(lines) else ""
    return _SUMMARY_ITEM.match(following) is not None


def _is_headline(line: str, number: int, lines: list[str]) -> bool:
    """Whether a line is a title: no full stop, and text below it."""
    if _TERMINAL.search(line) or len(line) > 160:
        return False
    if not any(other.strip() for other in lines[number + 1 :]):
        return False
    return len(line.split()) < 25
