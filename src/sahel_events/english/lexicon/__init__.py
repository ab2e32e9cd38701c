"""What does a word mean? All word tables stand in ``data/``."""
