"""What the empty and ditto cells of a table take from the rows above them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from rules.reading.judging.refusals import Judged
from rules.reading.naming.bodies import Body
from rules.reading.table.table_heads import Role
from rules.reading.words.script import Stretch


@dataclass(slots=True)
class Above:
    """What an empty or ditto cell takes from the rows above."""

    leads: tuple[Body, ...] = ()
    cooperating: tuple[Body, ...] = ()
    time: Stretch | None = None
    section: tuple[Body, ...] = ()
    # The times that a title over the rows names for all of them; whether rows stand below it.
    dues: tuple[Judged, ...] = ()
    rows: bool = True
    cells: tuple[list[Stretch], ...] = ()
    number: int = 0

    def spans(self, by_role: Mapping[Role, Stretch], columns: Mapping[int, Role]) -> bool:
        """Whether an empty cell of time may belong to the cell above.

        One row with a lead of its own has no time; where several in a row are empty they were one merged cell.
        """
        at = next((number for number, role in columns.items() if role == "time"), None)
        if at is None:
            return False
        if "lead" not in columns.values() or not by_role.get("lead"):
            return True
        beside = (self.number - 1, self.number + 1)
        rows = [self.cells[number] for number in beside if 0 <= number < len(self.cells)]
        return any(
            len(row) >= at and len([cell for cell in row if cell]) > 1 and not any(row[at:]) for row in rows
        )
