"""What a document may hold to harm whoever looks at what was made of it.

Each kind of output gets the same test: nothing of this leaves as it came, where it would do harm.
"""

from __future__ import annotations

__all__ = ["PAYLOADS"]

_CONTROLS = "\x01\x07\x08\x0b\x0c\x0e\x1a\x1b\x7f\x80\x84\x85\x90\x9b\x9c\x9d\x9f"
_DIRECTIONS = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
_BREAKS = "\u2028\u2029"
#: Characters and texts, each harmful to a terminal, an editor, a browser or a spreadsheet.
PAYLOADS = (
    *_CONTROLS,
    *_DIRECTIONS,
    *_BREAKS,
    "\x1b[2J",
    "\x1b]0;title\x07",
    "\x9b31m",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "&lt;b&gt;",
    "javascript:alert(1)",
    "=1+1",
    "+1+1",
    "-1+1",
    "@SUM(A1)",
    "=HYPERLINK(1)",
    '","x","',
)
assert len(PAYLOADS) == 44
