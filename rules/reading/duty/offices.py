"""The body that a person heads or speaks for: "Bộ trưởng Bộ Y tế Nguyễn Văn An" and "Bộ Y tế"."""

from __future__ import annotations

from rules.reading.naming.bodies import Body, Naming
from rules.reading.naming.rows_of_fields import FIELDS
from rules.reading.words.bodies_lexicon import TITLES
from rules.reading.words.script import Script, Stretch


def office_of(script: Script, naming: Naming, body: Body) -> Body | None:
    """The body named in a title, without the person's name; None where the title names none."""
    place = body.place
    at = place.first + TITLES.at(script.tokens, place.first, place.last)
    if at in {place.first, place.last}:
        return None
    known = naming.known.at(script.tokens, at, place.last)
    field = FIELDS.at(script.tokens, at + 1, place.last)
    length = max(known, field and field + 1)
    if not length:
        found = naming.body_at(script, at, place.last)
        return found if found is not None and found.kind == "agency" else None
    whole = Stretch(at, at + length)
    return Body(whole, script.written(whole), "agency")
