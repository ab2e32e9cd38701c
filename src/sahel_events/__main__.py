"""``python -m sahel_events`` is the command ``sahel-events``."""

from __future__ import annotations

from sahel_events.cli import main

if __name__ == "__main__":
    main(prog_name="sahel-events")
