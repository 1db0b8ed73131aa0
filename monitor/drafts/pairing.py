"""Which obligation of an instrument's older version a draft's entry is, where its words say so without any weighing."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace

from rules.instrument import Obligation
from rules.reading.words.text import fold

_Likeness = Callable[[Obligation], Hashable]


def pairs_of(mine: Sequence[Obligation], theirs: Sequence[Obligation]) -> dict[str, Obligation]:
    """Theirs by the ids of mine, each taken once: those alike in everything first, then in their words and leads.

    Weighing words cannot do this: "Báo cáo Thủ tướng Chính phủ" holds no word that tells two tasks apart.
    """
    found: dict[str, Obligation] = {}
    likenesses: tuple[_Likeness, ...] = (_everything, _all_but_id, _words_and_leads, _text)
    for likeness in likenesses:
        taken = {other.id for other in found.values()}
        left: dict[Hashable, list[Obligation]] = {}
        for other in theirs:
            if other.id not in taken:
                left.setdefault(likeness(other), []).append(other)
        for obligation in mine:
            if obligation.id not in found and (alike := left.get(likeness(obligation))):
                found[obligation.id] = alike.pop(0)
    return found


def _everything(obligation: Obligation) -> Hashable:
    return obligation.id, _all_but_id(obligation)


def _all_but_id(obligation: Obligation) -> Hashable:
    return _text(obligation), replace(obligation, id="", task="", deliverable=None, place=("", 0))


def _words_and_leads(obligation: Obligation) -> Hashable:
    return _text(obligation), frozenset(obligation.lead)


def _text(obligation: Obligation) -> Hashable:
    return fold(obligation.task).strip(" ."), fold(obligation.deliverable or "").strip(" .")
