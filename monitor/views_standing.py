"""How a case stands on the day of a letter, in the reader's words: late, nearly due, done, or not running."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass, field
from datetime import date, datetime

from monitor.lore import Lore
from monitor.reckoned import Reckoned, Standing
from monitor.views import Tone
from monitor.wording import Words
from rules.coming import Coming
from rules.ladder import late_by
from rules.model import Case
from rules.people import Officer
from rules.setting import Setting
from rules.status import status_by

SOON = 3


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """One letter's surroundings: in which language, on which day, for whom.

    ``meant``: the absent officer for whom the reader reads it; empty where it is the reader's own.
    """

    lore: Lore
    words: Words
    setting: Setting
    now: datetime
    today: date
    reader: Officer
    reckoned: Reckoned
    meant: str = ""
    # A letter asks several times how late a case is, and its cases mostly share their stages and their people: once is
    # enough. Who is kept by identity lives as long as the letter is made.
    standings: dict[int, Standing] = field(default_factory=dict)
    ahead: dict[Hashable, tuple[Coming, str]] = field(default_factory=dict)


def standing(case: Case, scene: Scene) -> Standing:
    """Where the case stands today, in the reader's language."""
    known = scene.standings.get(id(case))
    if known is None:
        known = scene.standings[id(case)] = _stands(case, scene)
    return known


def _stands(case: Case, scene: Scene) -> Standing:
    if case.unconfirmed and case.last_day is not None and scene.today > case.last_day:
        return Standing("calm", scene.words.say("state.unconfirmed"), None)
    return _judged(case.last_day, case, scene)


def judged_by(day: date, case: Case, scene: Scene) -> str:
    """Where the same case stands, judged by another last day."""
    return _judged(day, case, scene).text


def _judged(last_day: date | None, case: Case, scene: Scene) -> Standing:
    words = scene.words
    match status_by(last_day, case, scene.today):
        case "open-late" | "open-in-time" if last_day is not None:
            day = last_day
            return scene.reckoned.running(day, lambda: _running(day, scene))
        case "done-late" if case.closed_on is not None and last_day is not None:
            late = words.count("wd", late_by(last_day, case.closed_on, scene.setting.workdays))
            return Standing("done", words.say("state.done-late", count=late), None)
        case "not-running":
            waits = words.anchor(case.waits_for or "")
            return Standing("calm", words.say("state.not-running", anchor=waits), None)
        case "done-in-time" | "done-undated" as status:
            return Standing("done", words.say(f"state.{status}"), None)
        case status:
            return Standing("calm", words.say(f"state.{status}"), None)


def _running(last_day: date, scene: Scene) -> Standing:
    words = scene.words
    days = late_by(last_day, scene.today, scene.setting.workdays)
    if days > 0:
        return Standing("late", words.say("state.late", count=words.count("wd", days)), days)
    if days < 0:
        tone: Tone = "soon" if days >= -SOON else "calm"
        return Standing(tone, words.say("state.left", count=words.count("wd", -days)), days)
    if last_day == scene.today:
        return Standing("soon", words.say("state.today"), 0)
    return Standing("soon", words.say("state.ends", date=words.day(last_day)), 0)
