"""Losses that a verb tells of its subject or its objects."""
