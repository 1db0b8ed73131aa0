"""From a claim to a page: which cards a letter holds, in which order, and what its subject says."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from monitor.claim import Claim, Tally
from monitor.foreign import shortened, visible
from monitor.lore import Lore
from monitor.views import MARKS, Card, Page, Room, Row, Section, capital
from monitor.views_collective import collective, collective_name, collective_row, together
from monitor.views_digest import digest_page
from monitor.views_entry import card, row
from monitor.views_news import news_subject
from monitor.views_standing import Scene, standing
from monitor.wording import Words
from rules.model import Case
from rules.notices import Notice
from rules.people import Officer

LISTED = 50
FAILURE_LINES = 60
FULL = Room(cards=8, rows=LISTED)
# The start of a subject is the same for every letter of a case, so that mail programs thread them.
AGENCY, START, SUBJECT = 24, 60, 90

Known = tuple[Notice, Case]


def page_of(claim: Claim, reader: Officer, now: datetime, lore: Lore, room: Room) -> Page:
    """Everything a letter shows, in the words of one language, with at most ``room`` in each section."""
    words = lore.words
    is_known = claim.officer in lore.setting.directory.officers and claim.officer != reader.id
    meant = claim.officer if is_known else ""
    today = lore.setting.legal_day(now)
    scene = Scene(lore, words, lore.setting, now, today, reader, lore.on(today), meant)
    cause = stand_in_line(claim, scene)
    if claim.kind == "failure":
        return _failure(claim, scene)
    if claim.kind == "digest" and claim.digest is not None:
        return digest_page(claim.digest, cause, scene, room)
    known = tuple((entry.notice, entry.case) for entry in claim.entries if entry.case is not None)
    if not known:
        return _failure(claim, scene)
    groups = _collected(known)
    sections = tuple(_sections(claim, groups, scene, room))
    first = sections[0].cards[0] if sections[0].cards else None
    told = counted(tuple(case for _, case in known), scene) if len(groups) > 1 else ""
    start, state = _subject(claim, known, first, told, scene)
    tone = first.tone if first else "calm"
    return Page(
        kind=claim.kind,
        language=words.language,
        tone=tone,
        mark=MARKS[tone],
        start=start,
        state=state,
        headline=_headline(claim, known, sections, told, scene),
        name=visible(reader.name, 80),
        number="",
        day=words.day(scene.today),
        cause=cause,
        sections=sections,
    )


def stand_in_line(claim: Claim, scene: Scene) -> tuple[str, ...]:
    """For whom the deputy reads; empty when the intended officer does."""
    words = scene.words
    if claim.officer in (scene.reader.id, "") or claim.kind == "failure":
        return ()
    name = scene.lore.officer(claim.officer)
    intended = scene.setting.directory.officers.get(claim.officer)
    for absence in intended.away if intended else ():
        if absence.first <= scene.today <= absence.last:
            return (words.say("said.stand-in-until", officer=name, date=words.day(absence.last)),)
    return (words.say("said.stand-in", officer=name),)


def _failure(claim: Claim, scene: Scene) -> Page:
    said = (line for entry in claim.entries for line in entry.notice.text.splitlines()[:FAILURE_LINES])
    text = "\n".join(visible(line, 500) for line in said)
    words = scene.words
    return Page(
        kind="failure",
        language=words.language,
        tone="late",
        mark=MARKS["late"],
        start=words.say("subject.failure"),
        state=shortened(text.partition("\n")[0], 60),
        headline=words.say("subject.failure").removeprefix("[Duewatch] "),
        name=visible(scene.reader.name, 80),
        number="",
        day=words.day(scene.today),
        cause=(),
        sections=(),
        text=text or claim.key,
    )


def _sections(claim: Claim, groups: Sequence[Sequence[Known]], scene: Scene, room: Room) -> Iterable[Section]:
    words = scene.words
    longest = _longest((case for group in groups for _, case in group), scene)
    cards = [_card(group, claim, scene, longest) for group in groups[: room.cards]]
    yield Section(words.says["section.cases"] if len(groups) > 1 else "", cards=tuple(cards))
    rest = groups[room.cards :]
    if rest:
        listed = tuple(_row(group, claim, scene, longest) for group in rest[: max(0, room.rows - len(cards))])
        left = sum(len(group) for group in rest[len(listed) :])
        more = words.count("more", left) if left else ""
        yield Section(words.says["section.rest"], rows=listed, more=more)


def _row(group: Sequence[Known], claim: Claim, scene: Scene, longest: int) -> Row:
    notice, case = group[0]
    if not _is_collective(group):
        return row(case, scene, longest, _stage(notice, scene))
    cases = tuple(case for _, case in group)
    return collective_row(cases, _tally(claim, case), scene, longest, _stage(notice, scene))


def _stage(notice: Notice, scene: Scene) -> str:
    return capital(scene.words.named("stage", notice.stage)) if notice.stage else ""


def _collected(known: Iterable[Known]) -> list[list[Known]]:
    """Notices of one collective obligation together for the monitoring office; each other one alone."""
    return together(known, lambda entry: entry[1], lambda entry: _to_watch(entry[0]))


def _to_watch(notice: Notice) -> bool:
    return notice.kind == "stage" and notice.role == "watch"


def _is_collective(group: Sequence[Known]) -> bool:
    notice, case = group[0]
    return _to_watch(notice) and bool(case.brief.collective)


def _card(group: Sequence[Known], claim: Claim, scene: Scene, longest: int) -> Card:
    notice, case = group[0]
    if not _is_collective(group):
        return card(notice, case, scene, longest)
    return collective(group, _tally(claim, case), scene, longest)


def _tally(claim: Claim, case: Case) -> Tally | None:
    name = collective_name(case)
    return next((tally for known, tally in claim.tallies if known == name), None)


def _longest(cases: Iterable[Case], scene: Scene) -> int:
    return max((abs(standing(case, scene).days or 0) for case in cases), default=0)


def _subject(
    claim: Claim, known: Sequence[Known], card: Card | None, told: str, scene: Scene
) -> tuple[str, str]:
    """The part that never changes for a case, and its state; several cases are ``told`` by their count."""
    words = scene.words
    notice, case = known[0]
    if len(known) == 1:
        start = subject_start(case, words, scene)
        state = standing(case, scene).text
        if claim.kind in ("change", "closing"):
            state = news_subject(notice.fact, case, scene)
        return start, shortened(state, max(30, SUBJECT - len(start)))
    if claim.kind == "register":
        what = _registered(tuple(case for _, case in known), words)
    elif claim.kind in ("change", "closing"):
        what = words.say(f"subject.{claim.kind}", cases=words.count("cases", len(known)))
    elif card is not None and not told:
        empty = words.say("subject.collective", task="")
        return words.say("subject.collective", task=visible(case.brief.task, START - len(empty))), card.state
    else:
        what = told
    return words.say("subject.several", what=what), ""


def _registered(cases: Sequence[Case], words: Words) -> str:
    """ "345 obligations already late when first seen; 255 unconfirmed": of what only a count covers nobody knows."""
    unsure = sum(1 for case in cases if case.unconfirmed)
    late = len(cases) - unsure
    if not late:
        return words.say("subject.register-unsure", cases=words.count("cases", unsure))
    told = words.say("subject.register", cases=words.count("cases", late))
    return f"{told}; {words.count('unsure', unsure)}" if unsure else told


def subject_start(case: Case, words: Words, scene: Scene) -> str:
    """ "[Duewatch] Bộ Y tế: liên thông văn bản …": constant, whatever the state of the case."""
    agency = words.short_agency(case.agency, scene.setting.agencies, AGENCY)
    empty = words.say("subject.start", agency=agency, task="")
    task = visible(case.brief.task, max(20, START - len(empty)))
    return words.say("subject.start", agency=agency, task=task.rstrip("."))


def counted(cases: Sequence[Case], scene: Scene) -> str:
    """ "6 obligations: 3 late, worst 12 working days; 2 not late; 1 unconfirmed"."""
    words = scene.words
    days = [(case, standing(case, scene).days) for case in cases]
    late = [number for _, number in days if number is not None and number > 0]
    left = [number for _, number in days if number is not None and number <= 0]
    unsure = sum(1 for case, number in days if number is None and case.unconfirmed)
    other = len(days) - len(late) - len(left) - unsure
    parts = []
    if late:
        worst = words.count("wd", max(late))
        parts.append(words.say("subject.late-worst", late=words.count("late", len(late)), worst=worst))
    elif left:
        nearest = words.count("wd", -max(left))
        parts.append(words.say("subject.left-nearest", left=words.count("left", len(left)), nearest=nearest))
    counts = (("left", len(left) if late else 0), ("unsure", unsure), ("other", other))
    parts += [words.count(what, number) for what, number in counts if number]
    return words.say("subject.counted", cases=words.count("cases", len(cases)), counts="; ".join(parts))


def _headline(
    claim: Claim, known: Sequence[Known], sections: Sequence[Section], told: str, scene: Scene
) -> str:
    """The first line of the letter: what is late, and by how many working days."""
    if len(known) > 1:
        if claim.kind in ("change", "closing"):
            return scene.words.say(f"subject.{claim.kind}", cases=scene.words.count("cases", len(known)))
        if told:
            return told
    notice, case = known[0]
    first = sections[0].cards[0]
    if claim.kind == "change":
        news = news_subject(notice.fact, case, scene)
        return f"{first.agency}: {news}" if case.withdrawn else f"{first.agency}: {news} ({first.state})"
    return f"{first.agency}: {first.state[:1].lower()}{first.state[1:]}"
