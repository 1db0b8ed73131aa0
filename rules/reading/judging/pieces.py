"""A clause with several deadlines cut into one piece for each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from rules.reading.judging.refusals import Judged
from rules.reading.words.script import Script, Stretch
from rules.reading.words.verbs import VERBS

FILLERS = frozenset(
    [
        "thời",
        "gian",
        "hạn",
        "hoàn",
        "thành",
        "thực",
        "hiện",
        "xong",
        "là",
        "và",
        ",",
        ";",
        ":",
        ".",
        "(",
        ")",
        "-",
        "phải",
        "cần",
        "trong",
        "tất",
        "cả",
        "các",
        "nhiệm",
        "vụ",
        "nêu",
        "trên",
        "nội",
        "dung",
        "này",
        "tiến",
        "độ",
        "trước",
        "báo",
        "cáo",
        "định",
        "kỳ",
        "chậm",
        "nhất",
        "cụ",
        "thể",
        "như",
        "sau",
        "đó",
        "theo",
        "đồng",
        "cập",
        "nhật",
    ]
)
NOT_EMPTY = frozenset({"nhiệm", "báo"})
SHORT = 9
BOUNDARIES = frozenset({",", ";", ":", "và", "(", "đến", "từ"})
THEN = frozenset({"sau", "rồi", "đồng", "tiếp", "và", "trên"})


@dataclass(frozen=True, slots=True)
class Piece:
    """What one deadline governs; ``own`` is its own part, ``place`` what to quote; ``after_first``: not the first."""

    place: Stretch
    own: Stretch
    judged: Judged | None
    after_first: bool = False


def pieces_of(
    script: Script, clause: Stretch, dues: Sequence[Judged], *, inherited: bool
) -> tuple[Piece, ...]:
    """One piece for each deadline: what leads up to it, or what follows where it stands first."""
    if inherited or len(dues) <= 1:
        return (Piece(clause, clause, dues[0] if dues else None),)
    first_stands = time_stands_first(script, clause, dues[0])
    if first_stands and len(dues) == 2 and _how_long(script, dues[1]):
        return (Piece(clause, clause, dues[0]),)
    cut = _own_deeds(script, dues) if first_stands else None
    if cut is not None:
        starts = [clause.first, cut, *(due.place.last for due in dues[1:-1])]
        parts = [Stretch(a, b) for a, b in zip(starts, [*starts[1:], clause.last], strict=True)]
        return tuple(
            Piece(part, part, due, n > 0) for n, (part, due) in enumerate(zip(parts, dues, strict=True))
        )
    pieces: list[Piece] = []
    for number, due in enumerate(dues):
        if first_stands:
            start = clause.first if number == 0 else due.place.first
            end = dues[number + 1].place.first if number + 1 < len(dues) else clause.last
        else:
            start = clause.first if number == 0 else dues[number - 1].place.last
            end = clause.last if number + 1 == len(dues) else due.place.last
        own = Stretch(start, end)
        place = own if len(own) >= SHORT and _says_something(script, own, due.place) else clause
        pieces.append(Piece(place, own, due, number > 0))
    return tuple(pieces)


def _own_deeds(script: Script, dues: Sequence[Judged]) -> int | None:
    """ "Chậm nhất ngày 10 phải lập đề cương, trình duyệt trước ngày 25": where the first time's part ends.

    None where a later time stands before its deed too, so that each begins a part.
    """
    for before, due in pairwise(dues):
        joined = script.word(due.place.first - 1) in BOUNDARIES
        if joined or VERBS.within(script.tokens, before.place.last, due.place.first) is None:
            return None
    first, last = dues[0].place.last, dues[1].place.first
    cuts = [
        at
        for at in range(first + 1, last)
        if script.word(at) in {",", ";"}
        and VERBS.within(script.tokens, first, at) is not None
        and VERBS.within(script.tokens, at, last) is not None
    ]
    if not cuts:
        return None
    return next((at for at in cuts if script.word(at + 1) in THEN), cuts[-1]) + 1


def _how_long(script: Script, due: Judged) -> bool:
    """ "Trong tháng 9 trình nghị quyết giảm thuế đến hết năm 2020": how long the measure lasts."""
    return script.word(due.place.first) in {"đến", "tới"} and script.word(due.place.first - 1) not in {
        ",",
        "và",
    }


def time_stands_first(script: Script, clause: Stretch, due: Judged) -> bool:
    """Whether a time stands before any verb of its clause, so that it governs what follows."""
    if due.place.last >= clause.last:
        return False
    return VERBS.within(script.tokens, clause.first, due.place.first) is None


def is_only_time(script: Script, clause: Stretch, times: Sequence[Stretch]) -> bool:
    """Whether a clause holds a time and nothing else worth a duty."""
    if not times:
        return False
    if any(
        script.word(at) not in FILLERS and not any(at in time for time in times)
        for at in range(clause.first, clause.last)
    ):
        return False
    words = {script.word(at) for at in range(clause.first, clause.last)}
    return not {"báo", "cáo"} <= words


def _says_something(script: Script, own: Stretch, time: Stretch) -> bool:
    return VERBS.within(script.tokens, own.first, time.first) is not None or (
        VERBS.within(script.tokens, time.last, own.last) is not None
    )
