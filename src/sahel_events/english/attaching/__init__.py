"""Which date, which place of a sentence goes with a word, and which do not, and why?"""
