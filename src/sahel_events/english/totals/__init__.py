"""How many in all? Tolls, parts of totals, all losses of a sentence."""
