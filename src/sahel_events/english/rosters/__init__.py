"""Who fought? Combatants, commanders and citations of an infobox."""
