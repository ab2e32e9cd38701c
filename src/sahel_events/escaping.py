"""What leaves is readable, and harmless wherever it is shown.

Documents come from elsewhere, and what they hold ends up where people look at it: in a terminal, an
editor, a notebook. Letters stay as they are. Characters that steer a terminal (C0 and C1 controls),
turn the direction of writing round, break lines or are no characters at all do not: JSON holds them
as escapes, which every reader of JSON turns back, and a page shows a mark in their place.
"""

from __future__ import annotations

import html
import json
import re

__all__ = ["json_line", "shown_as_html"]

#: What JSON allows in a string, and no text should hold: DEL and C1, marks and overrides of the
#: direction of writing, line and paragraph separators, halves of surrogate pairs. JSON itself
#: escapes C0.
_HARMFUL = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]"
)


def json_line(value: object) -> str:
    r"""The value as one line of JSON.

    >>> json_line({"place": "Gao \x9b31m\u202e"})
    '{"place": "Gao \\u009b31m\\u202e"}'
    """
    text = json.dumps(value, ensure_ascii=False)
    return text if text.isascii() and "\x7f" not in text else _HARMFUL.sub(_escaped, text)


def shown_as_html(text: str) -> str:
    r"""The text for a page: no markup, and a mark for each character that would do harm.

    >>> shown_as_html("a <b> \x1b[2J")
    'a &lt;b&gt; �[2J'
    """
    marked = _HARMFUL.sub("\ufffd", text)
    return html.escape("".join("\ufffd" if c < " " and c not in "\t\n" else c for c in marked))


def _escaped(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"
