"""Bodies named in part: by who heads them ("Bộ trưởng Bộ Y tế Nguyễn Văn An"), by the head of their name ("Bộ")."""

from __future__ import annotations

from collections.abc import Sequence

from rules.reading.naming.bodies import Body, Naming
from rules.reading.naming.rows_of_fields import FIELDS
from rules.reading.words.bodies_lexicon import HEADS, TITLES
from rules.reading.words.script import Script, Stretch
from rules.reading.words.text import fold

# Never called "Bộ" alone.
NO_MINISTRY = frozenset({"bộ chính trị"})


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


def named_in_full(
    script: Script, leads: Sequence[Body], before: Sequence[Sequence[Body]]
) -> tuple[Body, ...]:
    """ "…, Bộ phải …" behind "Bộ Y tế …": the head of a name alone means the first one before it that begins so."""
    if len(leads) != 1 or leads[0].kind not in {"common", "agency"}:
        return ()
    place = leads[0].place
    if HEADS.at(script.tokens, place.first, place.last) != len(place):
        return ()
    for bodies in before:
        if len(bodies) != 1 or bodies[0].kind == "title" or fold(bodies[0].name) in NO_MINISTRY:
            continue
        whole = bodies[0].place
        if len(whole) > len(place) and whole.last <= place.first:
            named = Stretch(whole.first, whole.first + len(place))
            return tuple(bodies) if script.words(named) == script.words(place) else ()
    return ()
