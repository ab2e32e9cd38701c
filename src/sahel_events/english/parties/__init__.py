"""Whose are they?"""
