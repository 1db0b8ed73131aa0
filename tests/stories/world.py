"""The world of a story: a real store, real files, the real watch and courier; clock and mailbox turned by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from pathlib import Path
from random import Random

from monitor.config import Config, DigestSettings, Operator, Source
from monitor.courier import Courier
from monitor.desk import Command, Outcome, carry_out
from monitor.digests import digest_moment, is_digest_day
from monitor.house import House
from monitor.library import load_library
from monitor.load import Loaded, accept
from monitor.restore import restore
from monitor.scribe import Scribe
from monitor.sources import Report, sweep
from monitor.store import Store
from monitor.watch import Tick, tick
from rules import commands
from rules.commands import Refusal
from rules.facts import Fact
from rules.model import Actor, Case
from rules.moments import moment_of
from tests.builders import HANOI, local
from tests.fakes import TurnedClock
from tests.stories.mailbox import Mailbox, NotingRenderer
from tests.stories.papers import Office, Shelf, Task, drop

DAY = timedelta(days=1)
AGAIN = timedelta(seconds=15)
LAWYER = Actor("owner-of-bo-y-te", "ntan", "cli")
OPERATOR = "operator@example.org"


class World:
    """One store, one daemon, one mail server."""

    def __init__(self, folder: Path, url: str | None = None) -> None:
        self._folder = folder
        self.shelf = Shelf(folder / "catalogue")
        self.office = Office(folder / "directory.toml")
        self.source = Source(name="agency-reports", path=folder / "reports", agencies=("@provinces",))
        self.config = Config(
            catalogue=(str(self.shelf.folder),),
            directory=self.office.file,
            operator=Operator(email=OPERATOR),
            digest=DigestSettings(quiet="never"),
        )
        self.store = Store.open(url or f"sqlite:///{folder / 'duewatch.db'}")
        self.clock = TurnedClock(local("2016-01-04"))
        self.mailbox = Mailbox(self.clock)
        self._open_the_daemon()

    def _open_the_daemon(self) -> None:
        self._scribe = Scribe(self.store)
        self.courier = Courier(self._scribe, [self.mailbox], self.clock, "story", Random(7), 1, lambda: False)

    async def close_down(self) -> None:
        await self._scribe.close()
        self.store.close()

    # What the administrator and the lawyers write.

    def reload(self) -> None:
        """Read all files anew; a faulty one fails the story."""
        self.office.write()
        self.shelf.folder.mkdir(exist_ok=True)
        library = load_library(self.config.catalogue, self.config.directory)
        wrong = [str(fault) for fault in library.faults if not fault.warning]
        if wrong:
            raise AssertionError(wrong)
        house = House.of(self.config, library)
        self.house = replace(house, renderer=NotingRenderer(self.mailbox.noted, self.config.templates))

    def accept_the_load(self) -> Loaded:
        return accept(self.store, self.house, self.clock.now(), LAWYER)

    async def opens(self, obligation: str, *, agency: str, due: str | None, on: str, more: str = "") -> Tick:
        """An instrument issued ``on`` that day puts a task on the agency, and the daemon sees it at 00:00."""
        instrument, _, number = obligation.partition("/")
        self.write(instrument, number, agency, due, on, more)
        self.reload()
        return await self.begins(on)

    def write(
        self, instrument: str, number: str, agency: str, due: str | None, on: str, more: str = ""
    ) -> None:
        """Put a task into an instrument's file; nobody has read it yet."""
        self.shelf.put(instrument, Task(number, agency, due, more), date.fromisoformat(on))

    async def begins(self, on: str) -> Tick:
        """The daemon sees the files at 00:00 of that day, or now where that is past."""
        if local(on) > self.clock.now():
            self.clock.jump(local(on) - self.clock.now())
        return await self.look()

    # What time does.

    async def look(self) -> Tick:
        """One turn of the daemon's loops."""
        house, now = self.house, self.clock.now()
        seen = await self._scribe.run(lambda store: tick(store, house, now))
        await self.courier.round(house)
        return seen

    async def advance(self, *, to: str) -> None:
        """Let the daemon live to that local moment."""
        end = local(to)
        while (now := self.clock.now()) < end:
            await self.clock.turn(min(await self._next(), end))
            if self.clock.now() <= now:
                raise AssertionError("time stands still")
            while (await self.look()).faults:
                await self.clock.turn(self.clock.now() + AGAIN)

    async def sleeps(self, *, until: str) -> None:
        """The daemon is down until that local moment, then starts again."""
        await self._scribe.close()
        self.clock.jump(local(until) - self.clock.now())
        self._open_the_daemon()
        await self.courier.rescue(everything=True)
        await self.look()

    async def restores(self, backup: Path, *, spoiled: bool) -> None:
        """The administrator stops the daemon, puts a backup back (over a file that nobody can read), and starts it."""
        await self._scribe.close()
        self.store.close()
        path = Path(self.store.name)
        if spoiled:
            path.write_bytes(b"nothing that anybody can read" * 400)
            path.with_name(f"{path.name}-wal").unlink(missing_ok=True)
        restore(backup, path, self.house, self.clock, LAWYER, lambda _lapse, _known: None, accept=False)
        self.store = Store.open(f"sqlite:///{path}")
        self._open_the_daemon()
        await self.courier.rescue(everything=True)

    async def _next(self) -> datetime:
        now = self.clock.now()
        today = self.house.setting.legal_day(now)
        moments = [moment_of(today + DAY, time(0), HANOI), await self.courier.next_moment()]
        if self.office.digests and is_digest_day(self.house, today):
            moments.append(digest_moment(self.house, today))
        with self.store.reading() as ledger:
            moments.append(ledger.earliest_look())
        return min(moment for moment in moments if moment is not None and moment > now)

    # What officers do.

    async def does(self, command: Command, *keys: str, actor: Actor = LAWYER) -> Outcome | Refusal:
        """The command line's work, in the daemon's absence from the room; then the daemon notices."""
        outcome = await self.types(command, *keys, actor=actor)
        await self.look()
        return outcome

    async def types(self, command: Command, *keys: str, actor: Actor = LAWYER) -> Outcome | Refusal:
        """The same, before the daemon has noticed."""
        setting, now = self.house.setting, self.clock.now()
        return await self._scribe.run(
            lambda store: carry_out(store, setting, now, actor, keys or self.keys(), command)
        )

    def closing(self, evidence: str = "12/TT-BYT", on: str | None = None) -> Command:
        day = date.fromisoformat(on) if on is not None else None
        return lambda case: commands.close(case, evidence, day, self.clock.now(), self.house.setting)

    def snoozing(self, until: str) -> Command:
        day = date.fromisoformat(until)
        return lambda case: commands.snooze(
            case, day, "chờ ý kiến", LAWYER.name, self.clock.now(), self.house.setting
        )

    def promising(self, until: str, officer: str = LAWYER.name) -> Command:
        day = date.fromisoformat(until)
        return lambda case: commands.acknowledge(case, officer, day, "", self.clock.now(), self.house.setting)

    def extending(self, to: str) -> Command:
        day = date.fromisoformat(to)
        return lambda case: commands.extend(
            case, day, "5012/VPCP", "chờ hạ tầng", self.clock.now(), self.house.setting
        )

    def anchoring(self, day: str) -> Command:
        on = date.fromisoformat(day)
        return lambda case: commands.anchor(
            case, "receipt", on, "dấu đến", self.clock.now(), self.house.setting
        )

    def reporting(self, percent: int) -> Command:
        return lambda case: commands.progress(case, percent, "", self.clock.now(), self.house.setting)

    def reopening(self) -> Command:
        return lambda case: commands.reopen(case, "nhầm việc", self.clock.now(), self.house.setting)

    def assigning(self, officer: str) -> Command:
        return lambda case: commands.assign(
            case, officer, "thay người nghỉ ốm", self.clock.now(), self.house.setting
        )

    def unsnoozing(self) -> Command:
        return lambda case: commands.unsnooze(case, self.clock.now(), self.house.setting)

    def withdrawing(self) -> Command:
        return lambda case: commands.withdraw(case, "77/VPCP", self.clock.now(), self.house.setting)

    # What agencies' systems do.

    def drops(self, name: str, text: str) -> Path:
        return drop(self.source.path, name, text, self.clock.now())

    def sweeps(self) -> tuple[Report, ...]:
        return sweep(self.store, self.house, self.source, self.clock.now())

    # What one can ask.

    def copy(self) -> Store:
        """A scratch copy of the present journal."""
        scratch = Store.scratch()
        self.store.copy_into(scratch)
        return scratch

    def keys(self) -> tuple[str, ...]:
        with self.store.reading() as ledger:
            return tuple(case.key for case in ledger.matching("*"))

    def case(self, key: str | None = None) -> Case:
        with self.store.reading() as ledger:
            found = ledger.case(key or self.keys()[0])
        if found is None:
            raise LookupError(key)
        return found

    def facts(self, kind: type[Fact]) -> list[Fact]:
        with self.store.reading() as ledger:
            return [entry.fact for entry in ledger.history() if isinstance(entry.fact, kind)]

    def outbox(self) -> list[str]:
        """What is not over, as "state kind officer"."""
        with self.store.reading() as ledger:
            return [f"{row.state} {row.letter} {row.officer}" for row in ledger.outbox()]


def refusal_of(answer: Outcome | Refusal | Loaded) -> str:
    """Why it was refused; "" where it was not."""
    match answer:
        case Refusal(sentence):
            return sentence
        case Loaded(refused=refused):
            return refused or ""
        case _:
            return ""
