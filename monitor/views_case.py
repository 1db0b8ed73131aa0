"""What is said of one case: where it stands, its days, the law's words, and what happens next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from monitor.foreign import visible
from monitor.views import Block, Tone
from monitor.wording import Words
from rules.audience import audience
from rules.ladder import Coming, coming, lateness
from rules.model import Case, Figure, Officer, Promise
from rules.setting import Setting
from rules.status import status_of

SOON = 3
COMING = 3
PEOPLE = 6
STEPS = 12
QUOTE = 500


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """One letter's surroundings: whose language, which day, who reads."""

    words: Words
    setting: Setting
    now: datetime
    today: date
    reader: Officer

    def agency(self, id: str) -> str:  # noqa: A002
        return self.words.agency(id, self.setting.agencies)

    def officer(self, id: str) -> str:  # noqa: A002
        """The officer's name; one who has left the directory by the id."""
        officer = self.setting.directory.officers.get(id)
        return visible(officer.name if officer else id, 80)

    def moment(self, moment: datetime) -> str:
        return self.words.moment(moment.astimezone(self.setting.zone))


@dataclass(frozen=True, slots=True)
class Standing:
    """How late a case is: ``days`` counts working days, negative while some are left; None where none count."""

    tone: Tone
    text: str
    days: int | None


def standing(case: Case, scene: Scene) -> Standing:
    """Where the case stands today, in the reader's language."""
    words = scene.words
    if case.unconfirmed and case.last_day is not None and scene.today > case.last_day:
        return Standing("calm", words.say("state.unconfirmed"), None)
    status = status_of(case, scene.today)
    match status:
        case "open-late" | "open-in-time":
            return _running(case, scene)
        case "done-late" if case.closed_on is not None:
            late = words.count("wd", lateness(case, case.closed_on, scene.setting.workdays))
            return Standing("done", words.say("state.done-late", count=late), None)
        case "not-running":
            waits = words.anchor(case.waits_for or "")
            return Standing("calm", words.say("state.not-running", anchor=waits), None)
        case "done-in-time" | "done-undated":
            return Standing("done", words.say(f"state.{status}"), None)
        case _:
            return Standing("calm", words.say(f"state.{status}"), None)


def _running(case: Case, scene: Scene) -> Standing:
    words = scene.words
    days = lateness(case, scene.today, scene.setting.workdays)
    if days > 0:
        return Standing("late", words.say("state.late", count=words.count("wd", days)), days)
    if days < 0:
        tone: Tone = "soon" if days >= -SOON else "calm"
        return Standing(tone, words.say("state.left", count=words.count("wd", -days)), days)
    if case.last_day == scene.today or case.last_day is None:
        return Standing("soon", words.say("state.today"), 0)
    return Standing("soon", words.say("state.ends", date=words.day(case.last_day)), 0)


def judged_by(day: date, case: Case, scene: Scene) -> str:
    """The same case judged by another last day."""
    return standing(replace(case, last_day=day, figure=None), scene).text


def facts(case: Case, scene: Scene) -> tuple[tuple[str, str], ...]:
    """Labelled facts, each on a line of its own; the deadline first."""
    brief, say = case.brief, scene.words.say
    found: list[tuple[str, str]] = []
    if case.last_day is not None:
        found.append(("deadline", last_day(case, case.last_day, scene)))
        if case.safe_day is not None and case.safe_day != case.last_day:
            found.append(("safe", scene.words.weekday(case.safe_day)))
    if case.original_last_day is not None and case.original_last_day != case.last_day:
        found.append(("original", _original(case, case.original_last_day, scene)))
    if brief.deadline.other_day is not None and case.last_day == brief.deadline.last_day:
        found.append(("other-day", say("said.other-day", date=scene.words.day(brief.deadline.other_day))))
    if case.unconfirmed and case.figure is not None:
        found.append(("unconfirmed", figure(case.figure, scene)))
    if case.progress is not None:
        found.append(("progress", say("said.progress", percent=case.progress)))
    found.extend(("promise", promised(promise, scene)) for promise in case.promises)
    if case.snooze is not None:
        found.append(("snooze", _snoozed(case, scene)))
    found.append(("lead", ", ".join(scene.agency(lead) for lead in case.leads[:20])))
    if brief.cooperating:
        found.append(("cooperating", ", ".join(scene.agency(name) for name in brief.cooperating[:20])))
    found.append(("instrument", instrument(case, scene)))
    if brief.period:
        found.append(("period", visible(brief.period, 40)))
    if brief.deliverable:
        found.append(("deliverable", visible(brief.deliverable, 200)))
    if case.vanished:
        found.append(("vanished", say("said.vanished")))
    found.append(("case", f"{case.number} · {visible(case.key, 160)}" if case.number else visible(case.key, 160)))
    return labelled(found, scene.words)


def labelled(found: Iterable[tuple[str, str]], words: Words) -> tuple[tuple[str, str], ...]:
    return tuple((words.says[f"fact.{key}"], text) for key, text in found)


def last_day(case: Case, day: date, scene: Scene) -> str:
    """The last permissible day, with the law's hour, the first possible day and doubt about the calendar."""
    words, deadline = scene.words, case.brief.deadline
    text = words.weekday(day)
    if day == deadline.last_day:
        if deadline.hour:
            text = words.say("said.hour", date=text, hour=visible(deadline.hour, 20))
        if deadline.earliest is not None and deadline.earliest != day:
            text = words.say("said.range", date=text, earliest=words.day(deadline.earliest))
        if deadline.provisional:
            text = words.say("said.provisional", date=text)
    return text


def _original(case: Case, day: date, scene: Scene) -> str:
    words = scene.words
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
    return words.say("said.figure", count=count, date=words.day(known.as_of), source=visible(known.source, 200))


def promised(promise: Promise, scene: Scene) -> str:
    """What an officer promised, so that letters to others cite it."""
    words = scene.words
    text = words.say("said.promise", officer=scene.officer(promise.officer), date=words.day(promise.until))
    if promise.note:
        text = words.say("said.promise-note", promise=text, note=visible(promise.note, 200))
    return words.say("said.promise-broken", promise=text) if promise.broken else text


def _snoozed(case: Case, scene: Scene) -> str:
    assert case.snooze is not None
    return scene.words.say(
        "said.snooze",
        date=scene.words.day(case.snooze.until),
        officer=scene.officer(case.snooze.by),
        reason=visible(case.snooze.reason, 200),
    )


def instrument(case: Case, scene: Scene) -> str:
    """The document that assigns the obligation, with the place in it."""
    words, brief = scene.words, case.brief
    name = words.say("instrument.issued", name=words.instrument(brief), issuer=scene.agency(brief.issuer))
    return words.say("instrument.clause", name=name, clause=visible(brief.clause, 80)) if brief.clause else name


def law(case: Case, scene: Scene) -> Block | None:
    """The instrument's own words: the quote and the deadline's phrase."""
    lines = []
    if case.brief.quote:
        lines.append(scene.words.say("said.phrase-only", phrase=visible(case.brief.quote, QUOTE)))
    if case.brief.phrase:
        lines.append(scene.words.say("said.phrase", phrase=visible(case.brief.phrase, 200)))
    return Block(scene.words.says["section.law"], tuple(lines), quoted=True) if lines else None


def because(case: Case, scene: Scene) -> Block | None:
    """Every step that led from the phrase to the day."""
    steps = (case.because or case.brief.deadline.because)[:STEPS]
    vietnamese = scene.words.language == "vi"
    lines = tuple(visible(step.vi if vietnamese else step.en, 300) for step in steps)
    return Block(scene.words.says["section.because"], lines) if lines else None


def ahead(case: Case, scene: Scene) -> Block:
    """What happens next, when, and to whom."""
    words = scene.words
    title = words.says["section.coming"]
    if not case.is_open:
        return Block(title, (words.say("said.withdrawn-over" if case.withdrawn else "said.over"),))
    lines = [_next(stage, case, scene) for stage in upcoming(case, scene, COMING)]
    if case.unconfirmed:
        lines.append(words.say("said.unconfirmed-coming"))
    return Block(title, tuple(lines or [words.say("said.nothing-coming")]))


def upcoming(case: Case, scene: Scene, limit: int) -> tuple[Coming, ...]:
    """The stages that will speak; of an unconfirmed case only those before the last day do."""
    stages = coming(case, scene.now, scene.setting, limit)
    if not case.unconfirmed or case.last_day is None:
        return stages
    return tuple(stage for stage in stages if stage.moment.astimezone(scene.setting.zone).date() <= case.last_day)


def next_line(case: Case, scene: Scene) -> str:
    """The next stage in short: when and which."""
    words = scene.words
    for stage in upcoming(case, scene, 1):
        return words.say("said.coming-nobody", moment=scene.moment(stage.moment), stage=words.named("stage", stage.stage))
    return ""


def _next(stage: Coming, case: Case, scene: Scene) -> str:
    words, setting = scene.words, scene.setting
    moment, name = scene.moment(stage.moment), words.named("stage", stage.stage)
    people = audience(case, stage.roles, setting.legal_day(stage.moment), setting)
    if not people:
        return words.say("said.coming-nobody", moment=moment, stage=name)
    named = [
        words.say("said.person", name=scene.officer(person.officer), role=words.named("role", person.role))
        for person in people[:PEOPLE]
    ]
    more = [f"+{len(people) - PEOPLE}"] if len(people) > PEOPLE else []
    return words.say("said.coming", moment=moment, stage=name, people=", ".join([*named, *more]))


def answer(case: Case, scene: Scene, snoozable: bool = False) -> Block:
    """The commands that answer the letter, with the case's number, on one line."""
    ref = str(case.number) if case.number else f"'{visible(case.key, 160)}'"
    commands = [f'duewatch close {ref} --evidence "…" --on DAY', f"duewatch ack {ref} --until DAY"]
    if snoozable:
        commands.append(f'duewatch snooze {ref} --until DAY --reason "…"')
    return Block(scene.words.says["section.answer"], (" · ".join(commands),))
