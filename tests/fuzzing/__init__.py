"""Texts that nobody would write, by the hundred thousand, and what each of them has to withstand.

from_patterns.py   texts that a compiled pattern matches, from the pattern itself
from_tables.py     sentences, cells and infoboxes made of the words of the library's own tables
mutants.py         documents with something changed, some of them by what their format is made of
trial.py           what is asked of every text: a reading or a ParseError, and in time
shrinking.py       the smallest text that fails in the same way
__main__.py        ``python -m tests.fuzzing --seconds 600``; ``nox -s fuzz`` runs it
"""
