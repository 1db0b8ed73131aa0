"""Instrument files into Instrument records."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from rules.instrument import Instrument, Obligation
from rules.library import Catalogue
from rules.schema.characters import is_id
from rules.schema.faults import Document, Findings
from rules.schema.fitting import shaped
from rules.schema.links import Written, check_links
from rules.schema.obligations import ObligationReader
from rules.schema.shapes import InstrumentShape, ObligationShape


def read_instruments(
    documents: Iterable[Document], base: Catalogue, findings: Findings
) -> tuple[Instrument, ...]:
    """Every instrument, against the agencies, ladders and calendar of ``base``."""
    written: list[Written] = []
    first: dict[str, str] = {}
    declared: set[str] = set()
    for document in documents:
        declared.update(_declared(document))
        entry = InstrumentReader(document, base, findings).read()
        if entry is None:
            continue
        id_ = entry.instrument.id
        if id_ in first:
            text = f'the instrument "{id_}" stands already in {first[id_]}'
            findings.add(document, ("instrument", "id"), text)
            continue
        first[id_] = document.file
        written.append(entry)
    check_links(written, declared, findings)
    return tuple(entry.instrument for entry in written)


def _declared(document: Document) -> Iterable[str]:
    """The ids that this file names, faulty or not: "instrument" and "instrument/obligation"."""
    id_ = document.at(("instrument", "id"))
    yield str(id_)
    for path in document.tables("obligation"):
        yield f"{id_}/{document.at((*path, 'id'))}"


@dataclass(frozen=True, slots=True)
class InstrumentReader:
    """Reads one instrument file."""

    document: Document
    base: Catalogue
    findings: Findings

    def read(self) -> Written | None:
        """The instrument with its obligations; None where its own table is faulty."""
        for key in self.document.tree.keys() - {"instrument", "obligation"}:
            self.findings.add(
                self.document, (key,), "is an unknown key; this file holds [instrument] and [[obligation]]"
            )
        if "instrument" not in self.document.tree:
            self.findings.add(self.document, (), "has no [instrument]")
        elif (shape := shaped(self.document, ("instrument",), InstrumentShape, self.findings)) is not None:
            return self._written(shape)
        for path in self._tables():
            shaped(self.document, path, ObligationShape, self.findings)
        return None

    def _written(self, shape: InstrumentShape) -> Written | None:
        self._check(shape)
        day = shape.known_from or shape.issued
        if day is None:
            return None
        instrument = Instrument(
            id=shape.id,
            kind=shape.kind,
            title=shape.title,
            issuer=shape.issuer,
            source=shape.source,
            day=day,
            number=shape.number,
            issued=shape.issued,
            effective=shape.effective,
            continues=tuple(shape.continues),
            amends=tuple(shape.amends),
            replaces=tuple(shape.replaces),
            place=(self.document.file, self.document.line(("instrument",))),
        )
        paths = {}
        obligations: list[Obligation] = []
        for path in self._tables():
            obligation = ObligationReader(self.document, path, instrument, self.base, self.findings).read()
            if obligation is None:
                continue
            if obligation.id in paths:
                self.findings.add(
                    self.document, (*path, "id"), f'the obligation "{obligation.id}" stands twice'
                )
                continue
            paths[obligation.id] = path
            obligations.append(obligation)
        return Written(replace(instrument, obligations=tuple(obligations)), self.document, paths)

    def _tables(self) -> tuple[tuple[str | int, ...], ...]:
        value = self.document.tree.get("obligation", [])
        if not isinstance(value, list):
            self.findings.add(self.document, ("obligation",), "must be written [[obligation]]")
        return self.document.tables("obligation")

    def _check(self, shape: InstrumentShape) -> None:
        if not is_id(shape.id):
            self._fault("id", f'"{shape.id}" is no id: a-z, 0-9 and hyphens only')
        if shape.issuer not in self.base.agencies:
            self._fault("issuer", f'there is no agency "{shape.issuer}"')
        if shape.secrecy != "none":
            text = f'marked "{shape.secrecy}": Duewatch takes no document with a secrecy level'
            self._fault("secrecy", text)
        for key, value in (("number", shape.number), ("issued", shape.issued)):
            if value is None and shape.known_from is None:
                self._fault(key, "is missing; without number or day of issue known_from is needed")
        if shape.known_from and shape.issued and shape.known_from < shape.issued:
            self._fault("known_from", "lies before the day of issue")

    def _fault(self, key: str, text: str) -> None:
        self.findings.add(self.document, ("instrument", key), text)
