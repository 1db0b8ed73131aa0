"""Drafts of instrument files: written from what was read, reviewed by a person, compared with the catalogue."""
