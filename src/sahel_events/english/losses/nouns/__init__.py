"""Losses that a noun or an adjective tells: "deaths", "bodies", "the wounded"."""
