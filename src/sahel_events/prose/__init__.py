"""The English of reports: from sentences to losses, their sources, parties, dates and places."""
