"""From what was read in a document to a draft file."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import PurePath

from monitor.drafts.file import DraftFile, Entry, Note
from monitor.drafts.issuing import issuer_id
from monitor.drafts.signs import one_line, quoted
from monitor.drafts.terms import written_term
from monitor.drafts.weighing import instrument_of
from monitor.origins import Tree
from rules.library import Catalogue
from rules.model import InstrumentKind
from rules.reading.draft import Cited, Draft, DraftInstrument, DraftObligation
from rules.reading.head.header import effective_day
from rules.reading.head.mentions import KINDS
from rules.reading.naming.ids import Identities
from rules.reading.words.text import fold, slug
from rules.term import After

_PREFIXES: dict[InstrumentKind, str] = {
    "resolution": "nq", "decision": "qd", "decree": "nd", "circular": "tt", "directive": "ct", "notice": "tb",
    "dispatch": "cv", "law": "luat", "plan": "kh", "minutes": "bb",
}  # fmt: skip
_LONGEST_ID = 64


def drafted(
    draft: Draft, name: str, catalogue: Catalogue, published: date | None = None, text: str = ""
) -> DraftFile:
    """The draft of a document in the file of this name.

    ``published`` is the day of the news, ``text`` what was read: periods may count from the day that it takes effect.
    """
    drafting = _Drafting(
        draft, one_line(name) or "draft", catalogue, published or draft.instrument.published, text
    )
    return _without_false_checks(drafting.file(), catalogue)


@dataclass(frozen=True, slots=True)
class _Drafting:
    draft: Draft
    name: str
    catalogue: Catalogue
    published: date | None
    text: str

    @property
    def _day(self) -> date | None:
        """The day that the rule files count words without a year from."""
        return self.draft.instrument.issued or self.published

    def file(self) -> DraftFile:
        missing: list[str] = []
        head = self._head(missing)
        entries = [self._entry(number, found) for number, found in enumerate(self.draft.obligations, start=1)]
        notes = [
            Note("read from", self.name),
            *(Note("missing", words) for words in missing),
            *(Note("passed over", f'"{one_line(task.text)}" ({task.why})') for task in self.draft.passed),
            *(Note("not read", f'"{one_line(phrase.text)}" ({phrase.why})') for phrase in self.draft.unread),
        ]
        return DraftFile(head, tuple(entries), tuple(notes))

    def _head(self, missing: list[str]) -> Tree:
        found = self.draft.instrument
        head: Tree = {"id": instrument_id(found, self.published, self.name)}
        if found.number:
            head["number"] = one_line(found.number)
        head["kind"] = found.kind or "dispatch"
        head["title"] = one_line(found.title or "") or _called(found) or PurePath(self.name).stem
        head["issuer"], unsure = issuer_id(found, self.catalogue, self._day)
        if found.issued:
            head["issued"] = found.issued
        effective = effective_day(self.text, found.issued)
        if effective and any(_counts_from_effect(one) for one in self.draft.obligations):
            head["effective"] = effective
        if self.published and self.published != found.issued:
            head["known_from"] = self.published
        links = found.links
        for key, cited in (
            ("continues", links.continues),
            ("amends", links.amends),
            ("replaces", links.replaces),
        ):
            ids = [(self._known(one), one) for one in cited]
            known = dict.fromkeys(id_ for id_, _ in ids if id_ is not None)
            if known:
                head[key] = list(known)
            missing += [f"{key}: {_stranger(one)}" for id_, one in ids if id_ is None]
        head["source"] = PurePath(self.name).name
        missing += [] if found.kind else ["kind: the text does not name it; dispatch was put in"]
        missing += [] if found.title else [f"title: the text does not give one; {head['title']} was put in"]
        missing += [f"issuer: {unsure}"] if unsure else []
        missing += (
            [] if found.issued or self.published else ["issued: the text gives no day; give --published DAY"]
        )
        return head

    def _known(self, cited: Cited) -> str | None:
        """The id of the catalogue's instrument with this number, and of this year where the text tells it."""
        number = fold(cited.number)
        for one in self.catalogue.instruments:
            held = fold(one.number or "")
            # News leaves the symbol out: "Quyết định 509" is 509/QĐ-BTTTT where the kind agrees.
            same = held == number or (
                "/" not in number and one.kind == cited.kind and held.split("/")[0] == number
            )
            if same and cited.year in {None, one.day.year}:
                return one.id
        return None

    def _entry(self, number: int, found: DraftObligation) -> Entry:
        identities = Identities(self.catalogue, self._day, self.draft.instrument.issuer.is_local)
        lead, strangers = _identified(found.lead, identities)
        cooperating, others = _identified(found.cooperating, identities)
        term = written_term(found, self._day, self.published, self.catalogue.workdays.tet)
        table: Tree = {
            "id": str(number),
            **({"clause": one_line(found.clause)} if found.clause else {}),
            "task": one_line(found.task) or one_line(found.quote),
            "quote": quoted(found.quote),
        }
        table["lead"] = list(lead)
        if any(name not in lead for name in cooperating):
            table["cooperating"] = [name for name in cooperating if name not in lead]
        if found.deliverable and one_line(found.deliverable):
            table["deliverable"] = one_line(found.deliverable)
        if term.deadline is not None:
            table["deadline"] = term.deadline
            if found.due is not None and found.recurrence is None:
                table["last_day"] = found.due
        if found.kind != "obligation":
            table["kind"] = found.kind
        if term.anchors:
            table["anchors"] = term.anchors
        notes = [Note("sure", f"{found.confidence:.0%}"), Note("place", f"{found.start} to {found.end}")]
        notes += [Note("doubt", doubt) for doubt in self._doubts(found, term.other_day)]
        notes += [Note("unknown lead", one_line(name)) for name in strangers]
        notes += [Note("unknown cooperating", one_line(name)) for name in others]
        if found.deadline_phrase and not term.in_words:
            notes.append(Note("says", one_line(found.deadline_phrase)))
        return Entry(table, tuple(notes))

    def _doubts(self, found: DraftObligation, other_day: date | None) -> Iterable[str]:
        yield from (one_line(note) for note in found.notes)
        if not found.lead:
            yield "the text names no lead"
        if other_day is not None and not any(other_day.isoformat() in note for note in found.notes):
            yield f"can also be read as {other_day}; the stricter day counts"


def _called(found: DraftInstrument) -> str:
    """What a document without a title is called: "Chỉ thị 17/CT-TTg"; empty without a kind and a number."""
    if found.kind is None or not found.number:
        return ""
    names = [words for words, kind in KINDS if kind == found.kind]
    urgent = "CĐ" in found.number.upper()
    name = "công điện" if found.kind == "dispatch" and urgent else min(names, key=len)
    return f"{name.capitalize()} {one_line(found.number)}"


def _counts_from_effect(found: DraftObligation) -> bool:
    return isinstance(found.term, After) and found.term.anchor == "effective"


def _without_false_checks(draft: DraftFile, catalogue: Catalogue) -> DraftFile:
    """The draft without last days that a rule file would reckon otherwise: there they are doubts for a person."""
    faults = {fault.key: fault.text for fault in instrument_of(draft, catalogue)[1] if not fault.warning}
    entries = []
    for entry in draft.entries:
        fault = faults.get(f"obligation[{entry.text('id')}].last_day")
        if fault is None:
            entries.append(entry)
        else:
            doubtful = replace(entry, notes=(*entry.notes, Note("doubt", fault)))
            entries.append(doubtful.put(last_day=None))
    return replace(draft, entries=tuple(entries))


def _stranger(cited: Cited) -> str:
    """What to tell of an instrument that we do not hold: its words, and the id that its file would have."""
    year = cited.year
    number = re.match(r"[0-9]+[a-zđ]?", fold(cited.number))
    id_ = f"{_PREFIXES[cited.kind]}-{slug(number[0])}-{year}" if year is not None and number else None
    named = f"{one_line(cited.text)} is not in the catalogue"
    return f"{named}; its file would have the id {id_}" if id_ else named


def instrument_id(found: DraftInstrument, published: date | None, name: str) -> str:
    """An id like nq-23-2016: kind, number, year; of a document without a number, its file's name."""
    day = found.issued or published
    number = re.match(r"[0-9]+[a-zđ]?", (found.number or "").lower())
    if number is None:
        return slug(PurePath(name).stem)[:_LONGEST_ID].strip("-") or "draft"
    parts = [_PREFIXES[found.kind] if found.kind else "vb", slug(number[0]), str(day.year) if day else ""]
    return "-".join(part for part in parts if part)


def _identified(names: Iterable[str], identities: Identities) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Our ids and @rosters for these names, each once, and the names that we do not know."""
    found: dict[str, None] = {}
    unknown: dict[str, None] = {}
    for name in names:
        ids = identities.of(name)
        found.update(dict.fromkeys(ids))
        if not ids:
            unknown[name] = None
    return tuple(found), tuple(unknown)
