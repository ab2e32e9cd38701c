"""Whole documents from pieces of the grammar, as Hypothesis strategies.

A page is a title, an infobox and sections; it is written in either structured format by hand, so
that what the library writes is never the only thing that it reads.
"""

from __future__ import annotations

import re

import yaml
from attrs import field, frozen
from hypothesis import strategies as st

NUMBERS = (
    "3|14|1,200|30–40|~50|at least 12|181+|up to 30|dozens|1,000–1,500+|a dozen|25 to 30|2.860"
).split("|")
NOUNS = "|soldiers|civilians|Malian soldiers|JNIM fighters|tanks|VP11s|others|officers".split("|")
OUTCOMES = "|killed|wounded|captured|destroyed|killed or wounded|missing|POWs".split("|")
TAILS = (
    "|(2013)|(Nov. 2019)|(JNIM claim)|(at Konna)|(per ORTM)|(5 killed, 2 wounded)|in 2013|by JNIM"
    "|(12 March 2031)|(later freed)|()|[a]"
).split("|")
OPENINGS = "||🇲🇱 |🇫🇷 France: |Mali: |Total: |2031: |Per JNIM: |Civilian casualties: ".split("|")
BULLETS = ["", "", "* ", "** ", "• ", "- "]
WHOLE_LINES = "Heavy|None|Unknown|See below|Full list|🇹🇩 Chad|'''MINUSMA:'''|—|(disputed)".split(
    "|"
)
PARTIES = (
    "🇲🇱 Mali|Government of Mali|🇫🇷 France (2013–2022)|JNIM|* Ansar Dine (2012–17)|Supported by:"
    "|Islamic State|Movement of the North (2012)|ECOWAS Full List:"
).split("|")
PEOPLE = (
    "🇲🇱 Gen. Moussa Sow (2021–present)|Iyad Keita|Col. Sadio Traoré †|🇫🇷 Paul Martin"
    "|Omar Cissé (Ansar Dine)"
).split("|")
RESULTS = ["Malian victory", "* JNIM retreats to Ber", "Ongoing"]
DATES = ["3 May 2031", "16 January 2012 – present", "January 2013", "2030"]
WORDS = (
    "The army and JNIM fought near Konna on 3 May 2031, when 12 soldiers were killed. "
    "The Movement of the North attacked Malian forces."
).split()


@frozen
class Field:
    """A field of an infobox: its text, and the links in it as wtf_wikipedia lists them."""

    text: str
    links: tuple[dict[str, str], ...] = ()


@frozen
class Page:
    """A document before it is written in a format."""

    title: str
    box: dict[str, Field]
    lead: str
    sections: list[tuple[str, str]] = field(factory=list)

    def front_matter(self, style: str | None = None, width: int = 80) -> str:
        """YAML as PyYAML writes it in a style, then Markdown."""
        box = {
            name: {"text": cell.text, **({"links": list(cell.links)} if cell.links else {})}
            for name, cell in self.box.items()
        }
        front = {"infoboxes": [box], "title": self.title}
        head = yaml.dump(
            front, default_style=style, width=width, allow_unicode=True, sort_keys=False
        )
        body = "".join(f"## {heading}\n\n{text}\n\n" for heading, text in self.sections)
        return f"---\n{head}---\n\n{self.lead}\n\n{body}"

    def infobox(self, indent: str = "  ") -> str:
        """Bullets of a plain wiki article; the lines of a field go on behind an indent."""
        rows = ""
        for name, cell in self.box.items():
            text = re.sub(r"\n+", f"\n{indent}", _marked(cell))  # a blank line ends the infobox
            rows += f"- {name.capitalize()}: {text}\n"
        body = "".join(f"== {heading} ==\n{text}\n\n" for heading, text in self.sections)
        return f"= {self.title} =\n\nInfobox\n{rows}\n{self.lead}\n\n{body}"


def _marked(cell: Field) -> str:
    """The text with its links in wiki markup, citations behind it."""
    text = cell.text
    for link in cell.links:
        if "site" in link:
            text += f" [{link['site']}]"
        else:
            page, shown = link["page"], link["text"]
            markup = f"[[{page}]]" if page == shown else f"[[{page}|{shown}]]"
            text = text.replace(shown, markup, 1)
    return text


figures = st.tuples(*map(st.sampled_from, (OPENINGS, NUMBERS, NOUNS, OUTCOMES, TAILS))).map(
    lambda parts: " ".join(" ".join(parts).split())
)
lines = st.builds(
    "{}{}".format,
    st.sampled_from(BULLETS),
    st.lists(figures, min_size=1, max_size=3).map(", ".join) | st.sampled_from(WHOLE_LINES),
)


def joined(items: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Some items, with line breaks between them, or with what is left of those that were lost."""
    breaks = st.sampled_from(["\n", "\n", "\n\n", " "])
    found = st.lists(st.tuples(items, breaks), min_size=1, max_size=5)
    return found.map(lambda pairs: "".join(item + gap for item, gap in pairs).strip())


@st.composite
def fields(draw: st.DrawFn, texts: st.SearchStrategy[str], *, citations: bool) -> Field:
    """A field with links of some of its words, and with bare citations."""
    text = draw(texts)
    words = sorted({word for word in text.split() if word.isalpha() and len(word) > 2})
    shown = draw(st.lists(st.sampled_from(words), max_size=2, unique=True)) if words else []
    pages = st.sampled_from(["Page of it", "mali"])
    links = [
        {"text": word, "type": "internal", "page": draw(st.just(word) | pages)}
        for word in sorted(shown, key=text.index)
    ]
    count = draw(st.integers(0, 3)) if citations else 0
    links += [
        {"text": "", "type": "external", "site": f"https://example.org/2013/0{number + 1}/"}
        for number in range(count)
    ]
    return Field(text, tuple(links))


@st.composite
def pages(draw: st.DrawFn, *, citations: bool = True) -> Page:
    """Pages with one infobox; ``citations`` says whether its fields may have bare ones."""

    def some(texts: st.SearchStrategy[str]) -> Field:
        return draw(fields(texts, citations=citations))

    names = st.sampled_from(["Battle of Konna", "Mali War", "Clash at Ogossa"])
    box = {"conflict": Field(draw(names))}
    if draw(st.booleans()):
        box["date"] = Field(draw(st.sampled_from(DATES)))
    if draw(st.booleans()):
        box["place"] = some(st.just("Konna, Mali"))
        box["partof"] = some(st.just("the Mali War"))
        box["result"] = some(joined(st.sampled_from(RESULTS)))
    for side in range(1, draw(st.integers(1, 3)) + 1):
        box[f"combatant{side}"] = some(joined(st.sampled_from(PARTIES)))
        box[f"commander{side}"] = some(joined(st.sampled_from(PEOPLE)))
        box[f"strength{side}"] = some(joined(lines))
        box[f"casualties{side}"] = some(joined(lines))
    if draw(st.booleans()):
        box["notes"] = some(joined(lines))
    paragraphs = st.lists(st.sampled_from(WORDS), min_size=1, max_size=12).map(" ".join)
    headings = st.sampled_from(["Background", "Attack", "Aftermath (2031)"])
    sections = draw(st.lists(st.tuples(headings, paragraphs), max_size=3))
    return Page(draw(names | st.just("Été: a «title»")), box, draw(paragraphs), sections)
