"""Agency files into Agency records."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from rules.library import spellings
from rules.lines import KeyPath
from rules.people import Agency
from rules.schema.characters import is_id
from rules.schema.faults import Document, Findings
from rules.schema.fitting import shaped
from rules.schema.links import cycles
from rules.schema.shapes import AgencyShape

Place = tuple[Document, KeyPath]


def read_agencies(documents: Iterable[Document], findings: Findings) -> dict[str, Agency]:
    """Every agency by id, in the order of the files; the first of two with one id stays."""
    agencies: dict[str, Agency] = {}
    places: dict[str, Place] = {}
    faulty: set[str] = set()
    for document in documents:
        only_tables(document, ("agency",), findings)
        for path in document.tables("agency"):
            shape = shaped(document, path, AgencyShape, findings)
            if shape is None:
                faulty.add(str(document.at((*path, "id"))))
            elif shape.id in agencies:
                first = places[shape.id][0].file
                findings.add(document, (*path, "id"), f'the agency "{shape.id}" stands already in {first}')
            else:
                agencies[shape.id] = _agency(shape, document, path, findings)
                places[shape.id] = (document, path)
    _check_links(agencies, places, faulty, findings)
    _check_names(agencies, places, findings)
    return agencies


def only_tables(document: Document, names: tuple[str, ...], findings: Findings) -> None:
    """A fault for every top-level key that this kind of file does not have, or that is no array of tables."""
    for key, value in document.tree.items():
        if key not in names:
            findings.add(document, (key,), f"is an unknown key; this file holds {' and '.join(names)}")
        elif not isinstance(value, list):
            findings.add(document, (key,), f"must be written [[{key}]]")


def _agency(shape: AgencyShape, document: Document, path: KeyPath, findings: Findings) -> Agency:
    if not is_id(shape.id):
        findings.add(document, (*path, "id"), f'"{shape.id}" is no id: a-z, 0-9 and hyphens only')
    for number, roster in enumerate(shape.rosters):
        if not is_id(roster):
            findings.add(
                document, (*path, "rosters", number), f'"{roster}" is no id: a-z, 0-9 and hyphens only'
            )
    if shape.since and shape.until and shape.since > shape.until:
        findings.add(document, (*path, "until"), "lies before from")
    return Agency(
        shape.id,
        shape.name,
        shape.name_en,
        tuple(shape.aliases),
        shape.parent,
        tuple(shape.rosters),
        shape.since,
        shape.until,
        shape.successor,
    )


def _check_links(
    agencies: Mapping[str, Agency], places: Mapping[str, Place], faulty: set[str], findings: Findings
) -> None:
    for key in ("parent", "successor"):
        links = {agency.id: _link(agency, key) for agency in agencies.values()}
        for id_, linked in links.items():
            document, path = places[id_]
            for other in linked:
                if other not in agencies and other not in faulty:
                    findings.add(document, (*path, key), f'there is no agency "{other}"')
        for circle in cycles(links):
            document, path = places[circle[0]]
            findings.add(document, (*path, key), f"runs in a circle: {' → '.join((*circle, circle[0]))}")


def _link(agency: Agency, key: str) -> tuple[str, ...]:
    other = agency.parent if key == "parent" else agency.successor
    return (other,) if other is not None else ()


def _check_names(agencies: Mapping[str, Agency], places: Mapping[str, Place], findings: Findings) -> None:
    """Two agencies of the same time may not share a name, in whatever spelling."""
    known: dict[str, list[Agency]] = {}
    for agency in agencies.values():
        rivals = {
            other.id: other
            for name in spellings(agency)
            for other in known.get(name, ())
            if _together(agency, other)
        }
        for rival in rivals.values():
            shared = min(spellings(agency) & spellings(rival))
            document, path = places[agency.id]
            findings.add(
                document,
                path,
                f'"{shared}" names the agency "{rival.id}" too, once spelling and case are evened out',
            )
        for name in spellings(agency):
            known.setdefault(name, []).append(agency)


def _together(one: Agency, other: Agency) -> bool:
    """True if both existed on some day."""
    starts = [day for day in (one.since, other.since) if day is not None]
    ends = [day for day in (one.until, other.until) if day is not None]
    return not starts or not ends or max(starts) <= min(ends)
