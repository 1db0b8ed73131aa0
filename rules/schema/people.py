"""A directory file into Officer records."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from itertools import product

from rules.instrument import Obligation
from rules.library import Catalogue, Directory
from rules.lines import KeyPath
from rules.model import Ladder, Role
from rules.people import Absence, Officer
from rules.schema.agencies import only_tables
from rules.schema.characters import is_address, is_id
from rules.schema.faults import Document, Findings
from rules.schema.fitting import one_of, shaped
from rules.schema.links import cycles
from rules.schema.shapes import OfficerShape

EVERYWHERE = "*"


def read_officers(
    document: Document, catalogue: Catalogue, language: str, findings: Findings
) -> dict[str, Officer]:
    """Every officer by id; ``language`` is that of officers who do not say."""
    only_tables(document, ("officer",), findings)
    officers: dict[str, Officer] = {}
    places: dict[str, KeyPath] = {}
    faulty: set[str] = set()
    for path in document.tables("officer"):
        shape = shaped(document, path, OfficerShape, findings)
        if shape is None:
            faulty.add(str(document.at((*path, "id"))))
        elif shape.id in officers:
            findings.add(document, (*path, "id"), f'the officer "{shape.id}" stands twice')
        else:
            _check(shape, document, path, catalogue, findings)
            officers[shape.id] = _officer(shape, language)
            places[shape.id] = path
    _check_deputies(officers, places, faulty, document, findings)
    _check_logins(officers, places, document, findings)
    return officers


def warn_of_gaps(document: Document, catalogue: Catalogue, directory: Directory, findings: Findings) -> None:
    """Warnings for roles that nobody fills and for cooperating agencies without an owner."""
    if not directory.holders(EVERYWHERE, "watch"):
        text = (
            'nobody is the monitoring office (agency "*", role watch): what reaches no one else is not told'
        )
        findings.add(document, (), text, warning=True)
    empty: dict[Role, dict[str, None]] = {}
    silent: dict[str, None] = {}
    for instrument in catalogue.instruments:
        for obligation in instrument.obligations:
            ladder = catalogue.ladders.get(obligation.ladder or "")
            if ladder is None:
                continue
            for role, agency in product(_roles(ladder), catalogue.expand(obligation.lead, instrument.day)):
                if not directory.holders(agency, role):
                    empty.setdefault(role, {})[agency] = None
            silent.update(dict.fromkeys(_without_owner(obligation, catalogue, instrument.day, directory)))
    for role, agencies in empty.items():
        text = f"nobody is {role} for {one_of(tuple(agencies))}: the letters go to whoever is next in line"
        findings.add(document, (), text, warning=True)
    if silent:
        text = f"nobody is owner for {one_of(tuple(silent))}: where they cooperate they are told nothing"
        findings.add(document, (), text, warning=True)


def warn_of_languages(
    document: Document, fallback: str, languages: Sequence[str], findings: Findings
) -> None:
    """Warnings for officers whose language no letters are written in."""
    for path in document.tables("officer"):
        spoken = document.at((*path, "language"))
        if isinstance(spoken, str) and spoken not in languages:
            text = f'no letters are written in "{spoken}", these go in "{fallback}"; there are {", ".join(languages)}'
            findings.add(document, (*path, "language"), text, warning=True)


def _roles(ladder: Ladder) -> tuple[Role, ...]:
    """The roles of the lead agency that this ladder speaks to."""
    roles = dict.fromkeys(role for stage in ladder.stages for role in stage.to)
    return tuple(role for role in roles if role not in ("cooperating", "watch"))


def _without_owner(
    obligation: Obligation, catalogue: Catalogue, day: date, directory: Directory
) -> tuple[str, ...]:
    agencies = catalogue.expand(obligation.cooperating, day)
    return tuple(agency for agency in agencies if not directory.holders(agency, "owner"))


def _officer(shape: OfficerShape, language: str) -> Officer:
    return Officer(
        id=shape.id,
        name=shape.name,
        email=shape.email,
        agency=shape.agency,
        role=shape.role,
        language=shape.language or language,
        digest=shape.digest,
        login=shape.login,
        deputy=shape.deputy,
        away=tuple(Absence(absence.first, absence.last) for absence in shape.away),
    )


def _check(
    shape: OfficerShape, document: Document, path: KeyPath, catalogue: Catalogue, findings: Findings
) -> None:
    if not is_id(shape.id):
        findings.add(document, (*path, "id"), f'"{shape.id}" is no id: a-z, 0-9 and hyphens only')
    if not is_address(shape.email):
        findings.add(document, (*path, "email"), f'"{shape.email}" is no plain ASCII e-mail address')
    if (shape.agency == EVERYWHERE) != (shape.role == "watch"):
        text = 'the monitoring office is agency "*" with role "watch", one never without the other'
        findings.add(document, (*path, "agency"), text)
    elif shape.agency != EVERYWHERE and shape.agency not in catalogue.agencies:
        findings.add(document, (*path, "agency"), f'there is no agency "{shape.agency}"')
    for number, absence in enumerate(shape.away):
        if absence.first > absence.last:
            findings.add(document, (*path, "away", number), f"begins after it ends ({absence.last})")


def _check_deputies(
    officers: Mapping[str, Officer],
    places: Mapping[str, KeyPath],
    faulty: Collection[str],
    document: Document,
    findings: Findings,
) -> None:
    links = {officer.id: (officer.deputy,) if officer.deputy else () for officer in officers.values()}
    for id_, linked in links.items():
        for deputy in linked:
            if deputy not in officers and deputy not in faulty:
                findings.add(document, (*places[id_], "deputy"), f'there is no officer "{deputy}"')
    for circle in cycles(links):
        text = f"the deputies run in a circle: {' → '.join((*circle, circle[0]))}"
        findings.add(document, (*places[circle[0]], "deputy"), text)


def _check_logins(
    officers: Mapping[str, Officer], places: Mapping[str, KeyPath], document: Document, findings: Findings
) -> None:
    known: dict[str, str] = {}
    for officer in officers.values():
        if officer.login is None:
            continue
        if officer.login in known:
            text = f'"{officer.login}" is the login of "{known[officer.login]}" too'
            findings.add(document, (*places[officer.id], "login"), text)
        known.setdefault(officer.login, officer.id)
