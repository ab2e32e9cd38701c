"""How does the sentence hang together? Chunks, clauses, coordination, what is told as fact."""
