"""A draft beside the catalogue: which of its tasks are new, which are there, changed, and which restate older ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import Literal

from monitor.drafts.file import DraftFile
from monitor.drafts.pairing import pairs_of
from monitor.drafts.weighing import instrument_of
from rules.expected import deadline_of
from rules.instrument import Instrument, Obligation
from rules.library import Catalogue
from rules.reading.words.text import fold
from rules.term import Every

Relation = Literal["new", "same", "changed", "repeated", "gone"]
ALIKE = 0.6  # of the shorter text's words, weighed by how rare they are
RATHER_ALIKE = 0.45  # where the lead is the same and the deliverable or the day too
_WORD = re.compile(r"[^\W_]+")
_COUNTED = re.compile(r"\b(?:[0-9]+|[ivxl]+|[^\W\d_])\b")
# Words that every task holds tell no two apart.
_EMPTY = frozenset(
    _WORD.findall(
        "và các của về cho trong theo với được từ đến tại là có để trên do những một việc thực hiện triển khai tổ chức "
        "chủ trì phối hợp cơ quan đơn vị bộ ngành địa phương tỉnh thành phố trung ương chính phủ thủ tướng trình "
        "ban hành xây dựng hoàn thành báo cáo trước ngày tháng năm quý giao yêu cầu chỉ đạo trách nhiệm khẩn trương "
        "tiếp tục"
    )
)


@dataclass(frozen=True, slots=True)
class Finding:
    """One task of the draft, or of the instrument it stands for, beside its nearest of the catalogue."""

    relation: Relation
    entry: str | None
    task: str
    other: str | None = None
    likeness: float = 0.0
    changes: tuple[str, ...] = ()
    proposed: bool = False  # whether ``continues`` is proposed
    clause: str | None = None


@dataclass(frozen=True)
class Comparison:
    """Compares one draft with a catalogue; the draft's own instrument is known by its id, or by number, day and issuer."""

    draft: DraftFile
    catalogue: Catalogue

    @cached_property
    def instrument(self) -> Instrument | None:
        """The draft as an instrument; entries that cannot be read yet are missing in it."""
        return instrument_of(self.draft, self.catalogue)[0]

    @cached_property
    def present(self) -> Instrument | None:
        """The catalogue's own version of the same instrument."""
        mine = self.instrument
        if mine is None:
            return None
        for other in self.catalogue.instruments:
            same_paper = mine.number is not None and (fold(mine.number), mine.issuer, mine.issued) == (
                fold(other.number or ""),
                other.issuer,
                other.issued,
            )
            if other.id == mine.id or same_paper:
                return other
        return None

    def findings(self) -> Iterator[Finding]:
        """Every entry of the draft in order, then what the catalogue's version holds beyond them."""
        found = [
            replace(self._finding(entry.text("id"), entry.text("task")), clause=entry.text("clause") or None)
            for entry in self.draft.entries
            if entry.decision != "dropped"
        ]
        taken = {finding.other for finding in found if finding.relation in {"same", "changed"}}
        yield from _proposing(found)
        for obligation in self.present.obligations if self.present is not None else ():
            name = f"{self.present.id}/{obligation.id}" if self.present is not None else ""
            if name not in taken:
                yield Finding("gone", None, obligation.task, name, clause=obligation.clause)

    def _finding(self, id_: str, task: str) -> Finding:
        obligation = next((one for one in self._own if one.id == id_), None)
        if obligation is None or self.instrument is None:
            return Finding("new", id_, task, changes=("it cannot be read yet: see 'duewatch review'",))
        if self.present is not None:
            likeness, found = self._in_present(obligation, self.present)
            if found is not None:
                changes = (*self._changes(obligation, *found), *_moved(obligation.clause, found[1].clause))
                name = f"{found[0].id}/{found[1].id}"
                return Finding("changed" if changes else "same", id_, task, name, likeness, changes)
        likeness, found = self._nearest(obligation, self._older())
        if found is None:
            return Finding("new", id_, task)
        name = f"{found[0].id}/{found[1].id}"
        return Finding("repeated", id_, task, name, likeness, tuple(self._changes(obligation, *found)))

    def _in_present(
        self, obligation: Obligation, present: Instrument
    ) -> tuple[float, tuple[Instrument, Obligation] | None]:
        """The same task in the catalogue's version: the one in the same words, else the one most like it."""
        if obligation.id in self._pairs:
            return 1.0, (present, self._pairs[obligation.id])
        taken = {other.id for other in self._pairs.values()}
        return self._nearest(
            obligation, ((present, one) for one in present.obligations if one.id not in taken)
        )

    @cached_property
    def _pairs(self) -> dict[str, Obligation]:
        return pairs_of(self._own, self.present.obligations) if self.present is not None else {}

    @property
    def _own(self) -> tuple[Obligation, ...]:
        return self.instrument.obligations if self.instrument is not None else ()

    def _older(self) -> Iterator[tuple[Instrument, Obligation]]:
        """What other instruments up to this one's day assign, except what a later one has taken up already."""
        mine, present = self.instrument, self.present
        pairs = [
            (other, obligation)
            for other in self.catalogue.instruments
            for obligation in other.obligations
            if mine is not None and other is not present and other.id != mine.id and other.day <= mine.day
        ]
        continued = {obligation.continues for _, obligation in pairs}
        yield from (pair for pair in pairs if f"{pair[0].id}/{pair[1].id}" not in continued)

    def _nearest(
        self, obligation: Obligation, others: Iterable[tuple[Instrument, Obligation]]
    ) -> tuple[float, tuple[Instrument, Obligation] | None]:
        best: tuple[float, tuple[Instrument, Obligation] | None] = (0.0, None)
        for instrument, other in others:
            likeness = self._likeness(obligation, instrument, other)
            if likeness > best[0]:
                best = (likeness, (instrument, other))
        return best

    def _likeness(self, obligation: Obligation, instrument: Instrument, other: Obligation) -> float:
        """How alike two tasks are, from 0 to 1; 0 below what is worth showing, or where they have no lead in common."""
        if not set(self._leads(obligation, self.instrument)) & set(self._leads(other, instrument)):
            return 0.0
        mine, theirs = _words(obligation), _words(other)
        shared = mine & theirs
        smaller = min(self._weight(mine), self._weight(theirs))
        if len(shared) < 2 or not smaller:
            return 0.0
        likeness = self._weight(shared) / smaller
        nearly = self._day(obligation, self.instrument) == self._day(other, instrument) is not None
        return likeness if likeness >= (RATHER_ALIKE if nearly else ALIKE) else 0.0

    def _leads(self, obligation: Obligation, instrument: Instrument | None) -> tuple[str, ...]:
        day = (instrument.issued or instrument.day) if instrument is not None else date.max
        return self.catalogue.expand(obligation.lead, day)

    @cached_property
    def _rarity(self) -> dict[str, float]:
        """What a word weighs: the more tasks hold it, the less."""
        counts: dict[str, int] = {}
        for instrument in (*self.catalogue.instruments, *((self.instrument,) if self.instrument else ())):
            for obligation in instrument.obligations:
                for word in _words(obligation):
                    counts[word] = counts.get(word, 0) + 1
        return {word: 1 / count**0.5 for word, count in counts.items()}

    def _weight(self, words: frozenset[str]) -> float:
        return sum(self._rarity.get(word, 1.0) for word in words)

    def _day(self, obligation: Obligation, instrument: Instrument | None) -> date | None:
        if instrument is None or isinstance(obligation.term, Every):
            return None
        return deadline_of(instrument, obligation, self.catalogue).last_day

    def _changes(self, mine: Obligation, instrument: Instrument, other: Obligation) -> Iterator[str]:
        before, now = self._day(other, instrument), self._day(mine, self.instrument)
        if before != now:
            yield f"last day {before or 'none'} → {now or 'none'}"
        elif isinstance(mine.term, Every) != isinstance(other.term, Every) or (
            isinstance(mine.term, Every) and mine.term != other.term
        ):
            yield "it returns otherwise"
        before_leads, now_leads = self._leads(other, instrument), self._leads(mine, self.instrument)
        if set(before_leads) != set(now_leads):
            yield f"lead {_listed(other.lead)} → {_listed(mine.lead)}"
        if mine.kind != other.kind:
            yield f"kind {other.kind} → {mine.kind}"


def _proposing(findings: Sequence[Finding]) -> Iterator[Finding]:
    """The findings, continues proposed once for each older task: by the entry most like it whose day is not another."""
    best: dict[str, Finding] = {}
    for finding in findings:
        if finding.relation == "repeated" and finding.other is not None and not _contradicts(finding):
            rival = best.get(finding.other)
            if rival is None or (finding.likeness, -len(finding.changes)) > (
                rival.likeness,
                -len(rival.changes),
            ):
                best[finding.other] = finding
    for finding in findings:
        yield replace(finding, proposed=True) if finding in best.values() else finding


def _contradicts(finding: Finding) -> bool:
    """Whether both name a day and not the same: it may be another deliverable, which a person must say."""
    days = [change for change in finding.changes if change.startswith("last day")]
    return any("none" not in change for change in days)


def _moved(mine: str | None, theirs: str | None) -> Iterator[str]:
    """Another entry of the same instrument; "II.3" and "khoản 3 mục II" are one, and words without a number tell nothing."""
    now, before = (frozenset(_COUNTED.findall(fold(clause or ""))) for clause in (mine, theirs))
    if now and before and now != before:
        yield f"clause {theirs} → {mine}"


def _words(obligation: Obligation) -> frozenset[str]:
    """What tells this task from others: its words and those of its deliverable."""
    folded = fold(f"{obligation.task} {obligation.deliverable or ''}")
    return frozenset(word for word in _WORD.findall(folded) if word not in _EMPTY and len(word) > 1)


def _listed(names: Iterable[str]) -> str:
    return ", ".join(names)
