"""Places and belligerents that reports name: data files, and their look-ups."""
