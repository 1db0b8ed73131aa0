"""Which agency of the catalogue issued a document."""

from __future__ import annotations

import re
from datetime import date

from monitor.drafts.signs import one_line
from rules.library import Catalogue
from rules.reading.draft import DraftInstrument
from rules.reading.naming.ids import Identities

_GOVERNMENT = "chinh-phu"


def issuer_id(found: DraftInstrument, catalogue: Catalogue, day: date | None) -> tuple[str, str]:
    """The issuer's id, and what a person has to know of it where the document's own name for it is not ours.

    Then the letters in the number tell it, or the body that the head names above it; else the Government is put in.
    """
    issuer, identities = found.issuer, Identities(catalogue, day)
    named = identities.first(issuer.name) if issuer.name else None
    if named is not None:
        return named, ""
    told = f"{one_line(issuer.name)} is not in the catalogue" if issuer.name else "the text does not name it"
    lettered = _of_symbol(found, catalogue, day)
    if lettered is not None:
        letters = one_line(found.number or "")
        return lettered, f"{told}; {lettered} was put in, whose letters stand in {letters}"
    above = identities.first(issuer.above) if issuer.above else None
    if above is not None:
        return above, f"{told}; {above} was put in, which the text names above it"
    return _GOVERNMENT, f"{told}; {_GOVERNMENT} was put in"


def _of_symbol(found: DraftInstrument, catalogue: Catalogue, day: date | None) -> str | None:
    """A number's symbol holds the letters of who issued it: "05/2018/TT-BTTTT" (Decree 30/2020/NĐ-CP, annex I)."""
    letters = (part for part in re.split(r"[/-]", found.number or "") if part.isalpha() and len(part) > 2)
    agencies = (catalogue.find_agency(part, day) for part in letters)
    return next((agency.id for agency in agencies if agency is not None), None)
