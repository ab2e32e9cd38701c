"""Documents as text: decoding, repair, passages, and the layout that a format finds in them.

document.py   the one front door for bytes, and places in a document
mojibake.py   UTF-8 that was read as Mac Roman, put right
passage.py    clean text that remembers where in the document it stands
layout.py     infoboxes, sections and title as passages
"""
