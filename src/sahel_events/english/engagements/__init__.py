"""Which attack does a word tell of?"""
