"""Who receives a report and goes on with it: "gửi Sở A trước ngày …, để tổng hợp, báo cáo trước ngày …"."""

from __future__ import annotations

from collections.abc import Sequence

from rules.reading.judging.pieces import Piece
from rules.reading.naming.bodies import Body
from rules.reading.words.script import Script, Stretch


def who_goes_on(script: Script, piece: Piece, receivers: Sequence[Body]) -> Body | None:
    """The receiver whose own term a later one of a clause is; none where whoever hands in goes on.

    "Để kịp trình Bộ A" tells only whom it is to reach in time.
    """
    if not piece.after_first or piece.judged is None:
        return None
    due, first = piece.judged.place.first, piece.own.first
    goes_on = script.has({"để"}, first, first + 2) and not script.has({"kịp"}, first, first + 4)
    before = [
        one
        for one in receivers
        if one.place.last < due
        and (
            script.word(one.place.last) == "để"
            or (goes_on and one.place.last <= first)
            or _sums_up(script, one.place.last)
        )
    ]
    return before[-1] if before else None


def _sums_up(script: Script, at: int) -> bool:
    """ "Gửi Phòng A tổng hợp, báo cáo …": what only the receiver can do."""
    return script.words(Stretch(at, at + 2)) == "tổng hợp"
