"""Writes every golden letter anew; look at the difference before you commit it."""

from __future__ import annotations

from tests.golden import FOLDER, letters

for old in FOLDER.glob("*.eml"):
    old.unlink()
for name, content in letters().items():
    (FOLDER / name).write_bytes(content)
