"""The English of casualty reports: what words mean, and what figures say.

Nothing in here knows of files or formats: text goes in, drafts with places in that text come out.
"""
