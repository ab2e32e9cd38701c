"""What does the cell of an infobox state? Headings, labels, brackets, figures."""
