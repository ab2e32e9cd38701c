"""How long typed reading of front matter takes, beside loading it untyped.

Both sides get the same bytes, in turns. The untyped side parses the YAML into dictionaries; the
typed side repairs the text, reads every figure, party and date, and places each in the file.
"""

from __future__ import annotations

import sys
from pathlib import Path

import frontmatter
from turns import in_turns

import sahel_events as se

ROUNDS = 60
DEFAULT = Path(__file__).parent.parent / "seeds" / "001_mali_war.txt"


def main() -> None:
    """Print both medians and their ratio."""
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else DEFAULT
    data = path.read_bytes().split(b"\n---\n", 1)[0] + b"\n---\n"
    reading = se.parse(data, name=path.name)
    records = sum(len(rows) for rows in reading.tables().values())
    untyped, typed = in_turns(
        ROUNDS,
        lambda: frontmatter.loads(data.decode("utf-8")),
        lambda: se.parse(data, name=path.name),
    )
    print(f"{path.name}: {len(data):,} bytes of front matter, {records} records")
    print(f"untyped (python-frontmatter)   median {untyped * 1000:7.2f} ms")
    print(f"typed   (sahel_events)         median {typed * 1000:7.2f} ms")
    print(f"ratio                          {typed / untyped:14.2f}")


if __name__ == "__main__":
    main()
