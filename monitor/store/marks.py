"""Small things to remember: marks, running numbers, digests drawn, status files read."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.exc import IntegrityError

from monitor.store.part import Part
from monitor.store.tables import digests, files, marks

_mark = select(marks.c.value).where(marks.c.name == bindparam("wanted"))


class Marks(Part):
    """Remembered by name; a name belongs to whoever sets it."""

    def mark(self, name: str) -> str | None:
        """What was remembered under this name."""
        return self.connection.execute(_mark, {"wanted": name}).scalar()

    def set_mark(self, name: str, value: str | None, changed: datetime | None = None) -> None:
        """Remember a value; None forgets the name."""
        if value is None:
            self.connection.execute(marks.delete().where(marks.c.name == name))
            return
        there = update(marks).where(marks.c.name == name).values(value=value, changed=changed)
        if self.connection.execute(there).rowcount == 0 and not self._begin_mark(name, value, changed):
            self.connection.execute(there)

    def _begin_mark(self, name: str, value: str, changed: datetime | None = None) -> bool:
        """Write a mark that was not there; False where another program has done so at the same moment."""
        try:
            with self.connection.begin_nested():
                self.connection.execute(insert(marks).values(name=name, value=value, changed=changed))
        except IntegrityError:
            return False
        return True

    def draw_number(self, name: str) -> int:
        """The next whole number of a series, from 1; drawn again only if this transaction is rolled back."""
        mark = f"number:{name}"
        while True:
            last = self.connection.execute(_mark.with_for_update(), {"wanted": mark}).scalar()
            if last is None and self._begin_mark(mark, "1"):
                return 1
            if last is not None:
                self.set_mark(mark, str(int(last) + 1))
                return int(last) + 1

    def digest_drawn(self, officer: str, day: date) -> bool:
        """Whether the officer's digest of that local day has been drawn (or found to be quiet)."""
        found = select(digests.c.day).where(digests.c.officer == officer, digests.c.day == day)
        return self.connection.execute(found).scalar() is not None

    def last_digest(
        self, officer: str, *, sent_only: bool = False, before: date | None = None
    ) -> tuple[date, datetime] | None:
        """The day and the moment of the officer's last digest, of a day ``before`` another.

        ``sent_only``: of the last that was a letter.
        """
        found = select(digests.c.day, digests.c.recorded).where(digests.c.officer == officer)
        if before is not None:
            found = found.where(digests.c.day < before)
        if sent_only:
            found = found.where(digests.c.number.is_not(None))
        row = self.connection.execute(found.order_by(digests.c.day.desc()).limit(1)).first()
        return None if row is None else (row.day, row.recorded)

    def write_digest(
        self, officer: str, day: date, number: int | None, quiet: bool, recorded: datetime
    ) -> None:
        """Remember that this digest was drawn; ``number`` None: nothing was sent. Raises where it was drawn before."""
        self.connection.execute(
            insert(digests).values(officer=officer, day=day, number=number, quiet=quiet, recorded=recorded)
        )

    def seen_file(self, sha256: str) -> bool:
        """Whether a status file with these bytes has been read."""
        return (
            self.connection.execute(select(files.c.name).where(files.c.sha256 == sha256)).scalar() is not None
        )

    def rows_refused(self, sha256: str) -> int:
        """How many rows of a status file that was read before did not stand."""
        found = self.connection.execute(select(files.c.rejected).where(files.c.sha256 == sha256)).scalar()
        return int(found or 0)

    def write_file(self, sha256: str, name: str, recorded: datetime, accepted: int, rejected: int) -> None:
        """Remember a status file and how many of its rows stood."""
        self.connection.execute(
            insert(files).values(
                sha256=sha256, name=name, recorded=recorded, accepted=accepted, rejected=rejected
            )
        )
