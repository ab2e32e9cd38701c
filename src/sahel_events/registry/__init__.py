"""Parties, places and reporters that documents name: data files, and their look-ups."""
