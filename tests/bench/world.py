"""A made-up country: agencies with their officers, obligations, a house over them, and stores full of cases."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from pathlib import Path

from monitor.config import Config
from monitor.house import House
from monitor.library import load_library
from monitor.load import LOADED
from monitor.store import Change, Store
from monitor.timing import LOADED_DAY, note_timing
from notifiers.email_settings import EmailSettings
from rules.deadline import reckon
from rules.decide import next_look
from rules.model import CLOCK, Brief, Case
from rules.setting import Setting
from rules.term import OnDay

OPENED = datetime(2016, 6, 1, 3, 0, tzinfo=UTC)
ISSUED = date(2016, 5, 2)
FIRST_DUE, DUE_DAYS = date(2017, 1, 5), 700
OBLIGATIONS_A_FILE = 100
ROSTER = "co-quan"
CHUNK = 10_000
ROLES = ("owner", "head", "leader")
WATCH = """[[officer]]
id = "watch"
name = "Văn phòng Chính phủ"
email = "watch@example.org"
agency = "*"
role = "watch"
language = "vi"
digest = false
"""


@dataclass(frozen=True, slots=True)
class Size:
    """So many obligations, each of them for so many agencies."""

    obligations: int
    agencies: int

    @property
    def cases(self) -> int:
        return self.obligations * self.agencies


def agency_name(number: int) -> str:
    return f"co-quan-{number:04}"


def due_day(obligation: int) -> date:
    """Last days lie far ahead of everything that a bench does, spread over two years."""
    return FIRST_DUE + timedelta(days=obligation % DUE_DAYS)


def write_country(folder: Path, size: Size, roles: Sequence[str] = ROLES) -> None:
    """A directory and a catalogue folder as the administrator and the lawyers would write them."""
    (folder / "catalogue" / "agencies").mkdir(parents=True)
    numbers = range(size.agencies)
    (folder / "catalogue" / "agencies" / "country.toml").write_text("\n".join(map(_agency, numbers)), "utf-8")
    officers = (_officer(number, role) for number in numbers for role in roles)
    (folder / "directory.toml").write_text("\n".join([WATCH, *officers]), "utf-8")
    for start in range(0, size.obligations, OBLIGATIONS_A_FILE):
        wanted = range(start, min(start + OBLIGATIONS_A_FILE, size.obligations))
        text = "\n".join([_instrument(start), *map(_obligation, wanted)])
        (folder / "catalogue" / f"nq-{start}.toml").write_text(text, "utf-8")


def _agency(number: int) -> str:
    name = agency_name(number)
    return (
        f'[[agency]]\nid = "{name}"\nname = "Cơ quan số {number}"\nname_en = "Agency {number}"\n'
        f'rosters = ["{ROSTER}"]\n'
    )


def _officer(number: int, role: str) -> str:
    name, address = f"{role}-{number:04}", officer_address(role, number)
    return (
        f'[[officer]]\nid = "{name}"\nname = "Nguyễn Thị Hướng Dương {number}"\nemail = "{address}"\n'
        f'agency = "{agency_name(number)}"\nrole = "{role}"\nlanguage = "vi"\ndigest = false\n'
    )


def officer_address(role: str, number: int) -> str:
    return f"{role}-{number:04}@example.org"


def _instrument(start: int) -> str:
    return (
        f'[instrument]\nid = "nq-{start}"\nnumber = "{start}/NQ-CP"\nkind = "resolution"\n'
        f'title = "Nghị quyết về những việc từ số {start}"\nissuer = "chinh-phu"\nissued = {ISSUED}\n'
        'source = "Công báo"\n'
    )


def _obligation(number: int) -> str:
    return (
        f'[[obligation]]\nid = "{number}"\ntask = "{task(number)}"\nlead = ["@{ROSTER}"]\n'
        f"deadline = {{ day = {due_day(number)} }}\n"
    )


def task(number: int) -> str:
    return f"Hoàn thành việc kết nối và liên thông văn bản điện tử của đơn vị, phần thứ {number}."


def house_of(folder: Path, port: int = 25) -> House:
    """The house over a written country; letters go to a server on this machine."""
    config = Config(
        catalogue=(str(folder / "catalogue"),),
        directory=folder / "directory.toml",
        channels=("email",),
        email=EmailSettings.model_validate({"host": "127.0.0.1", "port": port, "security": "none"}),
    )
    library = load_library(config.catalogue, config.directory, config.language)
    if library.faults:
        raise ValueError("\n".join(map(str, library.faults[:5])))
    return House.of(config, library)


def briefs(house: House, count: int) -> tuple[Brief, ...]:
    """The obligations as their cases carry them."""
    return tuple(_brief(house, number) for number in range(count))


def _brief(house: House, number: int) -> Brief:
    term = OnDay(due_day(number))
    return Brief(
        instrument=f"nq-{number // OBLIGATIONS_A_FILE * OBLIGATIONS_A_FILE}",
        obligation=str(number),
        period=None,
        number=f"{number}/NQ-CP",
        instrument_kind="resolution",
        title=f"Nghị quyết về việc số {number}",
        issuer="chinh-phu",
        issued=ISSUED,
        source="Công báo",
        task=task(number),
        kind="obligation",
        deadline=reckon(term, {}, house.setting.workdays),
        term=term,
        quote=f"Các cơ quan hoàn thành việc số {number} trước khi hết hạn đã định.",
        phrase="trước ngày đã định",
        collective=(f"@{ROSTER}",),
        ladder=house.library.catalogue.ladders["collective"],
    )


def case_of(brief: Brief, agency: int, setting: Setting, last_day: date | None = None) -> Case:
    """An open case before anything has been decided; ``last_day`` is another day than the obligation's."""
    name = agency_name(agency)
    day = last_day or brief.deadline.last_day
    case = Case(
        key=f"{brief.instrument}/{brief.obligation}@{name}",
        agency=name,
        brief=brief,
        last_day=day,
        safe_day=None if day is None else setting.workdays.on_or_before(day),
        because=brief.deadline.because,
        opened=OPENED,
        original_last_day=None if last_day is None else brief.deadline.last_day,
    )
    return replace(case, next_look=next_look(case, OPENED, setting))


def office_hours(setting: Setting) -> datetime:
    """A moment on a working day at which stages may speak, and for some hours to come."""
    day = setting.workdays.on_or_after(setting.legal_day(OPENED) + timedelta(days=40))
    return setting.speaks(day) + timedelta(hours=2)


def speaking_at(brief: Brief, agency: int, setting: Setting, moment: datetime) -> Case:
    """A case whose first stage has passed in quiet days that end at this very moment, in office hours."""
    last_day = setting.legal_day(moment) + timedelta(days=20)
    return replace(case_of(brief, agency, setting, last_day), quiet_until=moment, next_look=moment)


def fill(store: Store, cases: Iterable[Case]) -> None:
    """Write cases, ten thousand a transaction; their openings stay out of the journal."""
    left = iter(cases)
    while chunk := [Change(case) for case in islice(left, CHUNK)]:
        with store.writing() as ledger:
            ledger.record(chunk, OPENED, CLOCK)


def mark_loaded(store: Store, house: House, moment: datetime) -> None:
    """A tick of that day finds the catalogue loaded already."""
    with store.writing() as ledger:
        ledger.set_mark(LOADED, house.digest)
        ledger.set_mark(LOADED_DAY, house.setting.legal_day(moment).isoformat())
        note_timing(ledger, house.timing, house.setting, (), moment)


def speaking_days(brief: Brief, setting: Setting, count: int) -> Sequence[tuple[date, datetime]]:
    """Last days, each with the moment at which a case of it first speaks; all moments are different."""
    found: dict[datetime, date] = {}
    day = setting.legal_day(OPENED) + timedelta(days=40)
    while len(found) < count:
        look = case_of(brief, 0, setting, day).next_look
        if look is not None:
            found.setdefault(look, day)
        day += timedelta(days=1)
    return [(day, look) for look, day in found.items()]
