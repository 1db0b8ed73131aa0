"""digest: one officer's digest as it would go out."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from monitor.cli.command import as_json, reading
from monitor.cli.machine_forms import Json, of_record, print_json
from monitor.cli.paper import hint, say
from monitor.cli.types import MOMENT, OFFICER
from monitor.cli.wiring import Wiring

if TYPE_CHECKING:
    from monitor.claim import Rendered
    from rules.digest import Digest
    from rules.model import Case
    from rules.people import Officer


@click.command()
@click.option("--for", "name", type=OFFICER, required=True, metavar="OFFICER", help="Whose digest.")
@click.option("--at", type=MOMENT, metavar="MOMENT", help="As of this moment (now).")
@as_json
@reading
def digest(wiring: Wiring, name: str, at: datetime | None, as_json: bool) -> None:
    """The digest as it would go out; nothing is sent and no number is used."""
    officer = wiring.officer(name)
    moment = wiring.moment(at)
    drawn = _gathered(wiring, officer, moment)
    reader, rendered = _rendered(wiring, drawn, officer, moment)
    if as_json:
        print_json(_machine(wiring, drawn, reader, rendered))
        return
    say(f"To: {reader.name} <{reader.email}>")
    say(f"Subject: {rendered.subject}")
    say()
    say(rendered.text.rstrip())


def _gathered(wiring: Wiring, officer: Officer, moment: datetime) -> Digest:
    from monitor.digests import gather
    from monitor.news import News
    from monitor.scopes import scopes_of

    setting = wiring.setting
    scope = scopes_of(setting, setting.legal_day(moment))[officer.id]
    with wiring.ledger() as ledger:
        if (began := ledger.first_recorded()) is not None and moment < began:
            hint(
                f"Nothing had begun by then: the journal begins at {began.astimezone(wiring.zone):%Y-%m-%d %H:%M}."
            )
        drawn = int(ledger.mark(f"number:digest|{officer.id}") or 0)
        return gather(News(ledger), wiring.house, officer.id, scope, moment, drawn + 1)


def _rendered(wiring: Wiring, drawn: Digest, officer: Officer, moment: datetime) -> tuple[Officer, Rendered]:
    from monitor.claim import Claim, Entry
    from rules.audience import stand_in
    from rules.notices import digest_notice

    house = wiring.house
    notice = digest_notice(officer.id, drawn.day, drawn.number, moment)
    claim = Claim(
        number=0,
        key=notice.key,
        kind="digest",
        officer=officer.id,
        entries=(Entry(notice, None),),
        attempts=0,
        formed=moment,
        digest=drawn,
    )
    reader = stand_in(officer, drawn.day, house.setting.directory)
    return reader, house.renderer.render(claim, reader, house.setting, moment)


def _machine(wiring: Wiring, drawn: Digest, reader: Officer, rendered: Rendered) -> Json:
    return {
        "officer": drawn.officer,
        "to": reader.email,
        "day": drawn.day.isoformat(),
        "number": drawn.number,
        "quiet": drawn.is_quiet,
        "counts": of_record(drawn.counts, wiring.zone),
        "overdue": _keys(drawn.overdue),
        "due_soon": _keys(drawn.due_soon),
        "changed": _keys(tuple(changed.case for changed in drawn.changed)),
        "ending": _keys(drawn.ending),
        "unconfirmed": _keys(drawn.unconfirmed),
        "subject": rendered.subject,
        "text": rendered.text,
    }


def _keys(cases: tuple[Case, ...]) -> Json:
    return [case.key for case in cases]
