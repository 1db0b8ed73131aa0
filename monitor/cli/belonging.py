"""Whether an officer has to do with a case: a promise or an assignment across agencies is carried out, and remarked."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from rules.model import Case
    from rules.people import Officer
    from rules.setting import Setting


def stranger(case: Case, name: str, day: date, setting: Setting) -> str | None:
    """A sentence where this officer of the directory belongs to another agency than the case; else None."""
    officer = setting.directory.officers.get(name)
    if officer is None or _belongs(case, officer, day, setting):
        return None
    return f"{officer.id} is an officer of {officer.agency}, not of {', '.join(case.leads)}"


def _belongs(case: Case, officer: Officer, day: date, setting: Setting) -> bool:
    """Officers of its agencies or their successors, whoever is told in their place, deputies, assignee and watch."""
    from rules.audience import LINE, audience, present

    if officer.role == "watch" or officer.id == case.assigned:
        return True
    homes = {home for lead in case.leads for home in (lead, present(lead, day, setting))}
    told = [one.officer for one in audience(case, LINE, day, setting)]
    deputies = {setting.directory.officers[one].deputy for one in told}
    return officer.agency in homes or officer.id in told or officer.id in deputies
