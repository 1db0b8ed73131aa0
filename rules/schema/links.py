"""Links between instruments and between obligations: unknown ones and circles."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from rules.instrument import Instrument
from rules.lines import KeyPath
from rules.schema.faults import Document, Findings


@dataclass(frozen=True, slots=True)
class Written:
    """An instrument and the file that it was read from; ``paths`` are its obligations' places."""

    instrument: Instrument
    document: Document
    paths: Mapping[str, KeyPath]


def cycles(links: Mapping[str, Sequence[str]]) -> tuple[tuple[str, ...], ...]:
    """Every circle that a walk along the links meets, once, from its first member in their order."""
    order = {name: number for number, name in enumerate(links)}
    done: set[str] = set()
    found: list[tuple[str, ...]] = []
    for start in links:
        trail: list[str] = []
        ahead: list[tuple[str, int]] = [(start, 0)]
        while ahead:
            name, depth = ahead.pop()
            done.update(trail[depth:])
            del trail[depth:]
            if name in trail:
                circle = trail[trail.index(name) :]
                first = circle.index(min(circle, key=order.__getitem__))
                found.append((*circle[first:], *circle[:first]))
            elif name not in done:
                trail.append(name)
                ahead.extend((other, depth + 1) for other in links.get(name, ()) if other in links)
        done.update(trail)
    return tuple(dict.fromkeys(found))


def check_links(written: Sequence[Written], declared: Collection[str], findings: Findings) -> None:
    """Faults for links to instruments or obligations that do not exist, and for circles.

    ``declared`` holds what the files name even where a fault keeps it from being read: a mistake there is
    not told a second time here.
    """
    _check_instruments(written, declared, findings)
    _check_obligations(written, declared, findings)


def _check_instruments(written: Sequence[Written], declared: Collection[str], findings: Findings) -> None:
    links: dict[str, tuple[str, ...]] = {}
    documents = {entry.instrument.id: entry.document for entry in written}
    for entry in written:
        instrument = entry.instrument
        relations = {
            "continues": instrument.continues,
            "amends": instrument.amends,
            "replaces": instrument.replaces,
        }
        links[instrument.id] = tuple(other for others in relations.values() for other in others)
        for key, others in relations.items():
            for number, other in enumerate(others):
                if other not in declared:
                    path: KeyPath = ("instrument", key, number)
                    findings.add(entry.document, path, f'there is no instrument "{other}"')
    for circle in cycles(links):
        text = f"continues, amends or replaces itself in a circle: {_round(circle)}"
        findings.add(documents[circle[0]], ("instrument",), text)


def _check_obligations(written: Sequence[Written], declared: Collection[str], findings: Findings) -> None:
    links: dict[str, tuple[str, ...]] = {}
    places: dict[str, tuple[Document, KeyPath]] = {}
    for entry in written:
        for obligation in entry.instrument.obligations:
            key = f"{entry.instrument.id}/{obligation.id}"
            links[key] = (obligation.continues,) if obligation.continues else ()
            places[key] = (entry.document, (*entry.paths[obligation.id], "continues"))
            if obligation.continues and (
                "/" not in obligation.continues or obligation.continues not in declared
            ):
                text = f'there is no obligation "{obligation.continues}" (instrument/obligation)'
                findings.add(*places[key], text)
    for circle in cycles(links):
        findings.add(*places[circle[0]], f"runs in a circle: {_round(circle)}")


def _round(circle: Sequence[str]) -> str:
    return " → ".join((*circle, circle[0]))
