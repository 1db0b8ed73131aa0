"""Annex tables: columns by their heads, rows by their cells."""
