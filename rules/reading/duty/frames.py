"""The headings and entries that a block stands under."""

from __future__ import annotations

from rules.reading.duty.sketch import Frame
from rules.reading.judging.refusals import Judged
from rules.reading.naming.bodies import Body

RANKS = {
    "part": 0, "roman": 1, "article": 1, "number": 2, "decimal": 3, "deep": 4,
    "letter": 5, "slot": 6, "plain": 7, "dash": 8, "plus": 9,
}  # fmt: skip


class Frames:
    """A stack: what stands deeper hears what stands above it."""

    def __init__(self) -> None:
        self.stack: list[Frame] = []
        self._left: list[Frame] = []  # what stood before plain paragraphs that open nothing

    def enter(self, frame: Frame) -> None:
        """Leave what this block does not stand under, and go under the block itself."""
        if frame.kind == "plain":
            before = list(self.stack)
            self._leave_for_plain()
            self._left = [] if frame.opens else self._left or before
            self.stack.append(frame)
            return
        self._go_on_with_list(frame)
        kinds = [held.kind for held in self.stack]
        if frame.kind in kinds:
            del self.stack[kinds.index(frame.kind) :]
        else:
            while self.stack and self._is_deeper(self.stack[-1], frame):
                self.stack.pop()
        self.stack.append(frame)

    def _go_on_with_list(self, frame: Frame) -> None:
        """ "1. … / a paragraph / 2. …": the next number goes on with its list, under the heading of that list."""
        left, self._left = self._left, []
        if frame.number > 1 and any(held.number == frame.number - 1 for held in left):
            self.stack = left

    def leave(self) -> None:
        """What follows stands under nothing any more."""
        self._left = []
        self.stack.clear()

    def _leave_for_plain(self) -> None:
        for number, held in enumerate(self.stack):
            if held.kind == "slot" and held.told:
                # A timetable goes on with entries, or with one paragraph to a line of time.
                del self.stack[number:]
                break
            held.told = held.kind == "slot"
        if self.stack and self.stack[-1].kind in {"dash", "plus"} and self.stack[-1].opens:
            # Right below "- Đối với công tác kiểm tra:" it is this entry's own text, and the list goes on behind it.
            return
        while self.stack and self.stack[-1].kind in {"dash", "plus"}:
            self.stack.pop()
        if self.stack and self.stack[-1].kind != "plain" and self.stack[-1].opens:
            return
        kinds = [held.kind for held in self.stack]
        if "plain" in kinds:
            del self.stack[kinds.index("plain") :]

    def _is_deeper(self, held: Frame, frame: Frame) -> bool:
        if held.kind == "plain":
            return not held.opens
        return RANKS[held.kind] > RANKS[frame.kind]

    @property
    def above(self) -> list[Frame]:
        """The frames over the current block, nearest first."""
        return list(reversed(self.stack[:-1]))

    def leads(self) -> tuple[tuple[Body, ...], tuple[Body, ...]]:
        """The leads and helpers that the nearest frame above names."""
        for frame in self.above:
            if frame.leads:
                return frame.leads, frame.cooperating
        return (), ()

    def timed(self) -> Frame | None:
        """The nearest frame above whose heading names a time."""
        return next((frame for frame in self.above if frame.timing is not None), None)

    def is_purpose(self) -> bool:
        """Whether a heading above says that what stands below tells what a plan is for."""
        return any(frame.purpose for frame in self.stack[:-1])

    def tells_results(self) -> bool:
        """Whether a heading above says that what stands below tells how things are."""
        return any(frame.results for frame in self.stack[:-1])

    def aim(self) -> str:
        return next((frame.aim for frame in self.above if frame.aim), "")

    def regime(self) -> tuple[int, bool]:
        """After how many years the reports return that a heading above sets up; 0: none does."""
        return next((frame.regime for frame in self.above if frame.regime[0]), (0, False))

    def often(self) -> Judged | None:
        """How often the reports return that a heading above names ("IV. Báo cáo hằng tháng")."""
        return next((frame.often for frame in self.above if frame.often is not None), None)

    def monthly(self) -> bool:
        """Whether the nearest heading above that sets up a regime is that of a monthly report."""
        return next((frame.monthly for frame in self.above if frame.regime[0]), False)

    def counts_figures(self) -> bool:
        """Whether a heading above says that what stands below tells until when figures are counted."""
        return any(frame.figures for frame in self.above)
