"""How the documentation is built: ``nox -s docs``."""

from __future__ import annotations

import sys
from pathlib import Path

import sahel_events

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

project = "sahel_events"
author = "The sahel_events developers"
copyright = author
release = sahel_events.__version__

extensions = [
    "myst_parser",
    "sphinx.ext.autodoc",
    "constructions",
    "data_dictionary",
]
exclude_patterns = ["_build", "_ext"]

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "description"
autodoc_typehints_description_target = "documented"
add_module_names = False

# Names that are not documented here: other projects', and type variables.
nitpick_ignore_regex = [
    ("py:.*", r"(attr|attrs|datetime|collections|pathlib|os|re|types|typing|enum)(\..*)?"),
    ("py:.*", r"(pa|pyarrow|pd|pandas|pl|polars)(\..*)?"),
    ("py:.*", r"(Path|PathLike|Iterable|Iterator|Sequence|Mapping|Callable|Collection|Any|T|R)"),
    ("py:.*", r"sahel_events\..*\._.*"),
    ("py:class", r"sahel_events\.text\..*"),  # the form of a document: not for callers
]

html_theme = "pydata_sphinx_theme"
html_title = "sahel_events"
html_show_sourcelink = False
html_theme_options = {
    "navigation_with_keys": False,
    "secondary_sidebar_items": ["page-toc"],
    "show_prev_next": False,
}
