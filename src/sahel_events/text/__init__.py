"""Documents as text: decoding, repair, passages, and the layout that a format finds in them.

files.py      the one front door for files: which are documents, and how they are opened
document.py   the one front door for bytes, and places in a document
mojibake.py   UTF-8 that was read as Mac Roman, put right
passage.py    clean text that remembers where in the document it stands
layout.py     infoboxes, sections and title as passages
"""
