"""YAML front matter with wiki infoboxes, then Markdown.

    ---
    infoboxes:
      - conflict:
          text: Mali War
        casualties2:
          text: |-
            6–65 killed
            (conflict with Malian Army)
          links:
            - text: here
              type: internal
              page: Template:Mali War detailed map
    title: Mali War
    ---

    The **Mali War** is …

    ## Background

``infoboxes`` is a list of flat maps, as wtf_wikipedia's JSON gives them: each parameter holds
``text``, and may hold ``links``, ``formatting`` and ``number``. A link without ``text`` shows its
page's name; an external one with empty text is a bare citation. Links that the converter left in
the text (``[https://… text]``) are taken out of it.
"""

from __future__ import annotations

import re

from sahel_events.formats._format import Format
from sahel_events.formats._headings import MARKDOWN, read_sections, write_sections
from sahel_events.formats._links import with_markup, without_markup
from sahel_events.formats._yaml import Mapping, Node, Scalar, dump, load
from sahel_events.text.document import Document
from sahel_events.text.layout import Box, Fault, Layout
from sahel_events.text.passage import Link, Passage

__all__ = ["FORMAT"]

_FENCE = re.compile(r"^---[ \t]*\r?$", re.MULTILINE)
#: Keys of the front matter that say something of the document, and what they are called here.
_META = {
    "title": "title",
    "description": "description",
    "shortDescription": "short_description",
    "author": "author",
    "img": "image",
}


def _recognises(document: Document) -> bool:
    return document.text.startswith("---") and _FENCE.match(document.text) is not None


def _parse(document: Document) -> Layout:
    text = document.text
    opening = _FENCE.match(text)
    if opening is None:
        raise document.error("expected a line '---' that opens the front matter", 0)
    closing = _FENCE.search(text, opening.end())
    if closing is None:
        raise document.error("expected a line '---' that closes the front matter, found none", 0, 3)
    root = load(document, opening.end() + 1, closing.start())
    if root is not None and not isinstance(root, Mapping):
        raise document.error("expected keys and values in the front matter", opening.end() + 1)
    faults: list[Fault] = []
    boxes = _boxes(document, root, faults) if root else ()
    meta = {
        name: scalar.passage(document)
        for key, name in _META.items()
        if root and (scalar := root.text(key)) is not None
    }
    body = min(closing.end() + 1, len(text))
    return Layout(boxes, read_sections(text, body, MARKDOWN), meta, tuple(faults))


def _boxes(document: Document, root: Mapping, faults: list[Fault]) -> tuple[Box, ...]:
    boxes = []
    for node in root.items("infoboxes"):
        if isinstance(node, Mapping):
            boxes.append(_box(document, node, faults))
        else:
            faults.append(_fault("an infobox with parameters", node))
    return tuple(boxes)


def _box(document: Document, node: Mapping, faults: list[Fault]) -> Box:
    fields: dict[str, Passage] = {}
    for name, parameter in node.entries.items():
        text = parameter if isinstance(parameter, Scalar) else None
        links: tuple[Link, ...] = ()
        if isinstance(parameter, Mapping):
            text, links = parameter.text("text"), _links(parameter)
        if text is None:
            if isinstance(parameter, Scalar) or name not in ("image", "caption"):
                faults.append(_fault(f"the parameter {name!r} with its text", parameter))
            continue
        fields.setdefault(name.lower(), without_markup(text.passage(document, links)))
    return Box(fields)


def _fault(expected: str, node: Node) -> Fault:
    end = node.end if isinstance(node, Scalar) else node.start + 1
    return Fault(f"expected {expected}; it is left out", node.start, max(end, node.start + 1))


def _links(parameter: Mapping) -> tuple[Link, ...]:
    links = []
    for node in parameter.items("links"):
        if isinstance(node, Mapping):
            said = {k: v.value for k, v in node.entries.items() if isinstance(v, Scalar)}
            page = said.get("page")
            links.append(Link(said.get("text", page or ""), page, said.get("site")))
    return tuple(links)


def _render(layout: Layout) -> str:
    front: dict[str, object] = {}
    if layout.boxes:
        front["infoboxes"] = [
            {name: _parameter(passage) for name, passage in box.fields.items()}
            for box in layout.boxes
        ]
    for key, name in _META.items():
        if passage := layout.meta.get(name):
            front[key] = " ".join(passage.text.split())
    body = write_sections(layout.sections, MARKDOWN)
    return f"---\n{dump(front) if front else ''}---\n\n{body}"


def _parameter(passage: Passage) -> dict[str, object]:
    marked = with_markup(passage, listed=False).replace("\r\n", "\n")
    text = "\n".join(line.rstrip(" \t") for line in marked.split("\n")).strip("\n")
    links = [_link(link) for link in passage.links if link.at is None]
    return {"text": text, "links": links} if links else {"text": text}


def _link(link: Link) -> dict[str, str]:
    if link.site:
        return {"text": link.text, "type": "external", "site": link.site}
    page = link.page or ""
    shown = {"text": link.text} if link.text != page else {}
    return {**shown, "type": "internal", "page": page}


FORMAT = Format("front-matter", _recognises, _parse, _render, rank=10)
