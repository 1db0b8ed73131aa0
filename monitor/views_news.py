"""What became of a case, in sentences: extended, moved, withdrawn, reopened, a promise broken, closed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from monitor.foreign import visible
from monitor.views_standing import Scene, judged_by, standing
from monitor.wording import Words
from rules.facts import (
    Acknowledged,
    AnchorSet,
    Assigned,
    CaseOpened,
    CaseVanished,
    Closed,
    DeadlineMoved,
    Extended,
    Fact,
    Lapsed,
    ProgressReported,
    PromiseBroken,
    Reopened,
    Snoozed,
    Unsnoozed,
    Withdrawn,
)
from rules.model import Case
from rules.plain_facts import PlainFact
from rules.reconcile import ANOTHER_DAY
from rules.stage_facts import StageHeld, StageReached, StageSkipped

REASON = 400


def news_of(fact: Fact | None, case: Case, scene: Scene) -> tuple[str, ...]:
    """The fact's own sentences; a stage that speaks has none (its letter says so elsewhere)."""
    words, say = scene.words, scene.words.say
    match fact:
        case Extended() | DeadlineMoved():
            return _new_day(fact, case, scene)
        case Withdrawn():
            authority = visible(fact.authority, REASON)
            if fact.by_instrument is None:
                return (say("news.withdrawn", authority=authority),)
            later = visible(fact.by_instrument, 80)
            return (say("news.withdrawn-by", authority=authority, instrument=later),)
        case Reopened():
            return (say("news.reopened", reason=visible(fact.reason, REASON)), *_ended(fact.lapsed, scene))
        case AnchorSet():
            return (_smaller(fact, scene), *_ended(fact.lapsed, scene))
        case PromiseBroken():
            line = say(
                "news.promise-broken", officer=scene.lore.officer(fact.officer), date=words.day(fact.until)
            )
            if fact.held is None:
                return (line,)
            return line, say("news.promise-held", stage=words.named("stage", fact.held))
        case Closed():
            return _closed(fact, case, scene)
        case StageReached() | StageSkipped() | StageHeld() | None:
            return ()
        case _ if isinstance(fact, PlainFact):
            return ()
        case _:
            return (_smaller(fact, scene),)


def _smaller(
    fact: CaseOpened
    | CaseVanished
    | Snoozed
    | Unsnoozed
    | Acknowledged
    | ProgressReported
    | AnchorSet
    | Assigned,
    scene: Scene,
) -> str:
    """What changes nothing in the deadline, for the digest."""
    words, say = scene.words, scene.words.say
    match fact:
        case CaseOpened():
            return say("news.opened")
        case CaseVanished():
            return say("news.returned" if fact.returned else "news.vanished")
        case Snoozed():
            return say("news.snoozed", date=words.day(fact.until), reason=visible(fact.reason, REASON))
        case Unsnoozed():
            return say("news.unsnoozed")
        case Acknowledged():
            return say(
                "news.acknowledged", officer=scene.lore.officer(fact.officer), date=words.day(fact.until)
            )
        case ProgressReported():
            if fact.percent is None:
                return say("news.reported", note=visible(fact.note, REASON))
            return say("news.progress", percent=fact.percent)
        case AnchorSet():
            name = words.anchor(fact.name)
            return say(
                "news.anchor",
                anchor=name[:1].upper() + name[1:],
                date=words.day(fact.day),
                evidence=visible(fact.evidence),
            )
        case Assigned():
            officer = scene.lore.officer(fact.officer)
            return say("news.assigned", officer=officer, reason=visible(fact.reason, REASON))


def _new_day(fact: Extended | DeadlineMoved, case: Case, scene: Scene) -> tuple[str, ...]:
    words, say = scene.words, scene.words.say
    was, reason = day_or_none(fact.was, words), visible(fact.reason, REASON)
    if fact.reason == ANOTHER_DAY:
        reason = say("news.another-day")
    now = day_or_none(fact.last_day, words)
    if isinstance(fact, Extended):
        line = say(
            "news.extended", was=was, day=now, authority=visible(fact.authority, REASON), reason=reason
        )
    else:
        line = say("news.moved", was=was, day=now, reason=reason)
    return line, *_by_original(fact.last_day, case, scene), *_ended(fact.lapsed, scene)


def _by_original(day: date | None, case: Case, scene: Scene) -> tuple[str, ...]:
    """Where the case stands by the day it first had; nothing where that is the day it has."""
    original = case.original_last_day
    if original is None or original == day:
        return ()
    state = judged_by(original, case, scene)
    return (scene.words.say("news.judged", date=scene.words.day(original), state=state),)


def _ended(lapsed: Iterable[Lapsed], scene: Scene) -> Iterator[str]:
    """The promises that ended with the old day."""
    words = scene.words
    for promise in lapsed:
        officer = scene.lore.officer(promise.officer)
        yield words.say("news.promise-ended", officer=officer, date=words.day(promise.until))


def _closed(fact: Closed, case: Case, scene: Scene) -> tuple[str, ...]:
    words, say = scene.words, scene.words.say
    lines = [say("news.closed", date=words.day(fact.effective), evidence=visible(fact.evidence, REASON))]
    if fact.file_name and fact.file_sha256:
        lines.append(
            say("news.closed-file", file=visible(fact.file_name, 120), sha256=visible(fact.file_sha256, 64))
        )
    return (*lines, *_by_original(case.last_day, case, scene))


def news_subject(fact: Fact | None, case: Case, scene: Scene) -> str:
    """The fact in the few words that a subject has room for."""
    words, say = scene.words, scene.words.say
    match fact:
        case Extended():
            return say("subject.extended", date=words.day(fact.last_day))
        case DeadlineMoved():
            if fact.last_day is None:
                return say("subject.moved-away")
            return say("subject.moved", date=words.day(fact.last_day))
        case Withdrawn():
            return say("subject.withdrawn")
        case Reopened():
            return say("subject.reopened")
        case PromiseBroken():
            return say("subject.promise-broken", date=words.day(fact.until))
        case Closed():
            return standing(case, scene).text
        case Assigned():
            return say("subject.assigned", officer=scene.lore.officer(fact.officer))
        case _:
            return say("subject.changed")


def day_or_none(day: date | None, words: Words) -> str:
    """A day, or the words for none."""
    return words.day(day) if day is not None else words.say("news.no-day")
