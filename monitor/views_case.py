"""What is said of one case: where it stands, its days, the law's words, and what happens next."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from monitor.foreign import visible
from monitor.views import Block
from monitor.views_standing import Scene, judged_by, standing
from monitor.wording import Words
from rules.audience import audience
from rules.coming import Coming
from rules.model import Case, Figure, Promise, Snooze

COMING = 2
PEOPLE, FEW = 6, 2


def facts(case: Case, scene: Scene) -> tuple[tuple[str, str], ...]:
    """Labelled facts, each on a line of its own; the deadline first."""
    brief, say = case.brief, scene.words.say
    found: list[tuple[str, str]] = []
    if case.last_day is not None:
        found.append(("deadline", last_day(case, case.last_day, scene)))
        if case.safe_day is not None and case.safe_day != case.last_day:
            found.append(("safe", scene.lore.weekday(case.safe_day)))
    if not case.withdrawn and case.original_last_day not in (None, case.last_day):
        found.append(("original", _original(case, scene)))
    if brief.deadline.other_day is not None and case.last_day == brief.deadline.last_day:
        found.append(("other-day", say("said.other-day", date=scene.words.day(brief.deadline.other_day))))
    if case.unconfirmed and case.figure is not None:
        found.append(("unconfirmed", figure(case.figure, scene)))
    if case.progress is not None:
        found.append(("progress", say("said.progress", percent=case.progress)))
    found.extend(("promise", promised(promise, scene)) for promise in case.promises)
    if case.snooze is not None:
        found.append(("snooze", _snoozed(case.snooze, scene)))
    told = scene.lore.of(brief)
    found.append(("lead", ", ".join(scene.lore.agency(lead) for lead in case.leads[:20])))
    found.append(("instrument", told.place))
    parts = (("cooperating", told.cooperating), ("period", told.period), ("deliverable", told.deliverable))
    found.extend(part for part in parts if part[1])
    if case.vanished:
        found.append(("vanished", say("said.vanished")))
    found.append(
        ("case", f"{case.number} · {visible(case.key, 160)}" if case.number else visible(case.key, 160))
    )
    return labelled(found, scene.words)


def labelled(found: Iterable[tuple[str, str]], words: Words) -> tuple[tuple[str, str], ...]:
    return tuple((words.says[f"fact.{key}"], text) for key, text in found)


def last_day(case: Case, day: date, scene: Scene) -> str:
    """The last permissible day, with the law's hour, the first possible day and doubt about the calendar."""
    words, deadline = scene.words, case.brief.deadline
    text = scene.lore.weekday(day)
    if day == deadline.last_day:
        if deadline.hour:
            text = words.say("said.hour", date=text, hour=visible(deadline.hour, 20))
        if deadline.earliest is not None and deadline.earliest != day:
            text = words.say("said.range", date=text, earliest=words.day(deadline.earliest))
        if deadline.provisional:
            text = words.say("said.provisional", date=text)
    return text


def _original(case: Case, scene: Scene) -> str:
    words, day = scene.words, case.original_last_day
    if day is None:
        return ""
    now = standing(case, scene).text
    text = words.say("said.original", date=words.day(day), then=judged_by(day, case, scene), now=now)
    source = case.brief.original
    if source is not None and source.last_day == day:
        text = words.say("said.original-source", judged=text, source=visible(source.source, 200))
    return text


def figure(known: Figure, scene: Scene) -> str:
    """The source's count without names, with its day."""
    words = scene.words
    count = str(known.done)
    if known.of is not None:
        count = words.say("said.figure-of", done=known.done, of=known.of)
    if known.about:
        count = words.say("said.figure-about", count=count)
    return words.say(
        "said.figure", count=count, date=words.day(known.as_of), source=visible(known.source, 200)
    )


def promised(promise: Promise, scene: Scene) -> str:
    """What an officer promised, so that letters to others cite it."""
    words = scene.words
    text = words.say(
        "said.promise", officer=scene.lore.officer(promise.officer), date=words.day(promise.until)
    )
    if promise.note:
        text = words.say("said.promise-note", promise=text, note=visible(promise.note, 200))
    return words.say("said.promise-broken", promise=text) if promise.broken else text


def _snoozed(snooze: Snooze, scene: Scene) -> str:
    return scene.words.say(
        "said.snooze",
        date=scene.words.day(snooze.until),
        officer=scene.lore.officer(snooze.by),
        reason=visible(snooze.reason, 200),
    )


def ahead(case: Case, scene: Scene, shared: bool = False) -> Block:
    """What happens next, when, and to whom; ``shared``: to which roles, where the case stands for many."""
    words = scene.words
    title = words.says["section.coming"]
    if not case.is_open:
        return Block(title, (words.say("said.withdrawn-over" if case.withdrawn else "said.over"),))
    lines = [_line(stage, case, scene, shared) for stage in upcoming(case, scene, COMING)]
    if case.unconfirmed:
        lines.append(words.say("said.unconfirmed-coming"))
    return Block(title, tuple(lines or [words.say("said.nothing-coming")]))


def upcoming(case: Case, scene: Scene, limit: int) -> tuple[Coming, ...]:
    """The stages that will speak; of an unconfirmed case only those before the last day do."""
    stages = scene.reckoned.upcoming(case, scene.now, limit)
    if not case.unconfirmed or case.last_day is None:
        return stages
    return tuple(
        stage for stage in stages if stage.moment.astimezone(scene.setting.zone).date() <= case.last_day
    )


def next_line(case: Case, scene: Scene, shared: bool = False) -> str:
    """The next stage in short: when, which, to whom; ``shared``: to which roles, where the case stands for many."""
    for stage in upcoming(case, scene, 1):
        return _line(stage, case, scene, shared, short=True)
    return ""


def _line(stage: Coming, case: Case, scene: Scene, shared: bool, *, short: bool = False) -> str:
    """When, which, to whom as things stand (``short``: a few names); kept for the letter."""
    asked = id(stage), shared, short, case.leads, case.assigned, case.brief.cooperating
    known = scene.ahead.get(asked)
    if known is None:
        people = _roles(stage, scene) if shared else _people(stage, case, scene, short)
        known = scene.ahead[asked] = stage, _next(stage, people, scene)
    return known[1]


def _next(stage: Coming, people: str, scene: Scene) -> str:
    moment, name = scene.lore.moment(stage.moment), scene.words.named("stage", stage.stage)
    if not people:
        return scene.words.say("said.coming-nobody", moment=moment, stage=name)
    return scene.words.say("said.coming", moment=moment, stage=name, people=people)


def _roles(stage: Coming, scene: Scene) -> str:
    return ", ".join(scene.words.named("role", role) for role in stage.roles)


def _people(stage: Coming, case: Case, scene: Scene, short: bool) -> str:
    """Names and roles of those who will be told."""
    words = scene.words
    people = audience(case, stage.roles, scene.setting.legal_day(stage.moment), scene.setting)
    if short:
        few = [scene.lore.officer(person.officer) for person in people[:FEW]]
        return ", ".join([*few, f"+{len(people) - FEW}"] if len(people) > FEW else few)
    named = [
        words.say(
            "said.person", name=scene.lore.officer(person.officer), role=words.named("role", person.role)
        )
        for person in people[:PEOPLE]
    ]
    return ", ".join([*named, f"+{len(people) - PEOPLE}"] if len(people) > PEOPLE else named)


def answer(case: Case, scene: Scene, snoozable: bool = False) -> Block:
    """The commands that answer the letter, with the case's number, on one line."""
    ref = str(case.number) if case.number else f"'{visible(case.key, 160)}'"
    commands = [f'duewatch close {ref} --evidence "…" --on DAY', f"duewatch ack {ref} --until DAY"]
    if snoozable:
        commands.append(f'duewatch snooze {ref} --until DAY --reason "…"')
    return Block(scene.words.says["section.answer"], (" · ".join(commands),))
