"""One officer's digest: late first, then due soon, changed, about to end, unconfirmed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from monitor.foreign import visible
from monitor.views import MARKS, Page, Room, Row, Section, Tone, capital
from monitor.views_case import figure, promised
from monitor.views_collective import collective_row, together
from monitor.views_entry import row
from monitor.views_news import news_of
from monitor.views_standing import Scene, standing
from rules.digest import Changed, Digest
from rules.model import Case


def digest_page(digest: Digest, cause: tuple[str, ...], scene: Scene, room: Room) -> Page:
    """The digest as a page; a quiet one says that there is nothing to report."""
    words = scene.words
    day = words.day(digest.day)
    sections = tuple(_sections(digest, scene, room))
    state = _in_short(digest, scene)
    tone: Tone = "late" if digest.overdue else "soon" if digest.due_soon else "calm"
    return Page(
        kind="digest",
        language=words.language,
        tone=tone,
        mark=MARKS[tone],
        start=words.say("subject.digest", number=digest.number, date=day),
        state=state,
        headline=capital(state),
        name=visible(scene.reader.name, 80),
        number=str(digest.number),
        day=day,
        cause=cause,
        sections=sections,
        seal=digest.seal,
    )


def _in_short(digest: Digest, scene: Scene) -> str:
    """ "3 late, 5 due soon"; only what there is."""
    words, counts = scene.words, digest.counts
    late = max(counts.overdue, len(digest.overdue))
    soon = max(counts.due_soon, len(digest.due_soon))
    parts = [
        words.say(f"subject.{key}", n=number)
        for key, number in (("overdue", late), ("due-soon", soon))
        if number
    ]
    if parts:
        return ", ".join(parts)
    return words.say("subject.quiet") if digest.is_quiet else words.say("subject.changed")


def _sections(digest: Digest, scene: Scene, room: Room) -> Iterable[Section]:
    counts = digest.counts
    longest = max(
        (abs(standing(case, scene).days or 0) for case in (*digest.overdue, *digest.due_soon)), default=0
    )
    found = (
        ("overdue", tuple((case, "") for case in digest.overdue), counts.overdue),
        ("due-soon", tuple((case, "") for case in digest.due_soon), counts.due_soon),
        ("changed", _changed(digest, scene), counts.changed),
        ("ending", tuple((case, _ending(case, scene)) for case in digest.ending), counts.ending),
        (
            "unconfirmed",
            tuple((case, _figure(case, scene)) for case in digest.unconfirmed),
            counts.unconfirmed,
        ),
    )
    for key, cases, total in found:
        if cases:
            limit = room.rows if key == "overdue" else max(1, room.rows // 3)
            yield _section(key, cases, max(total, len(cases)), longest, scene, limit)


def _section(
    key: str, cases: Sequence[tuple[Case, str]], total: int, longest: int, scene: Scene, limit: int
) -> Section:
    words = scene.words
    # News, snoozes and promises belong to one agency each; what is merely late or due may stand together.
    watching = scene.reader.role == "watch" and key in ("overdue", "due-soon", "unconfirmed")
    groups = together(cases, lambda entry: entry[0], lambda _: watching)[:limit]
    rows = tuple(_row(group, scene, longest) for group in groups)
    left = total - sum(len(group) for group in groups)
    return Section(
        f"{words.says[f'section.{key}']} ({total})", rows=rows, more=words.count("more", left) if left else ""
    )


def _row(group: Sequence[tuple[Case, str]], scene: Scene, longest: int) -> Row:
    case, note = group[0]
    if len(group) == 1:
        return row(case, scene, longest, note)
    return collective_row(tuple(known for known, _ in group), None, scene, longest, note)


def _changed(digest: Digest, scene: Scene) -> tuple[tuple[Case, str], ...]:
    return tuple((changed.case, _news(changed, scene)) for changed in digest.changed)


def _news(changed: Changed, scene: Scene) -> str:
    return " · ".join(line.rstrip(".") for line in news_of(changed.fact, changed.case, scene))


def _ending(case: Case, scene: Scene) -> str:
    """Which snooze or promise is about to end."""
    words = scene.words
    parts = [promised(promise, scene) for promise in case.promises if not promise.broken]
    if case.snooze is not None:
        day = words.day(case.snooze.until)
        parts.insert(0, words.say("news.snoozed", date=day, reason=visible(case.snooze.reason, 120)))
    return "; ".join(parts)


def _figure(case: Case, scene: Scene) -> str:
    return figure(case.figure, scene) if case.figure is not None else ""
