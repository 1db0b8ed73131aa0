"""What every letter says alike: an obligation's words, days and names in one language, worded once and kept."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from monitor.foreign import shortened, visible
from monitor.reckoned import Reckoned
from monitor.views import Block
from monitor.wording import Words
from rules.kept import Kept
from rules.model import Brief, Case, Step
from rules.setting import Setting

STEPS = 12
QUOTE = 500
TASK, SHORT_TASK, SHORT_TITLE = 300, 120, 70


@dataclass(frozen=True, slots=True)
class Told:
    """One obligation in words: its document, the law's sentence, what is to be delivered and who helps."""

    task: str
    short_task: str
    short_instrument: str
    place: str
    phrase: str
    law: Block | None
    cooperating: str
    deliverable: str
    period: str


class Lore:
    """Words kept for one language and one setting; nothing in it depends on the reader."""

    def __init__(self, words: Words, setting: Setting) -> None:
        self.words = words
        self.setting = setting
        self._told: Kept[int, tuple[Brief, Told]] = Kept()
        self._steps: Kept[int, tuple[tuple[Step, ...], Block | None]] = Kept()
        self._moments: Kept[datetime, str] = Kept()
        self._days: Kept[date, str] = Kept()
        self._agencies: Kept[str, str] = Kept()
        self._officers: Kept[str, str] = Kept()
        self._reckoned: Reckoned | None = None

    def on(self, day: date) -> Reckoned:
        """What is reckoned of that legal day; another day's is forgotten."""
        known = self._reckoned
        if known is None or known.day != day:
            known = self._reckoned = Reckoned(day, self.setting)
        return known

    def of(self, brief: Brief) -> Told:
        """The obligation in words. Kept by identity: equal briefs are stored once, and hashing one is slow."""
        return self._told.of(id(brief), lambda: (brief, self._tell(brief)))[1]

    def because(self, case: Case) -> Block | None:
        """Every step that led from the phrase to the day."""
        steps = case.because or case.brief.deadline.because
        return self._steps.of(id(steps), lambda: (steps, self._reasons(steps)))[1]

    def agency(self, id: str) -> str:  # noqa: A002  (the word of the rule files)
        return self._agencies.of(id, lambda: self.words.agency(id, self.setting.agencies))

    def officer(self, id: str) -> str:  # noqa: A002
        """The officer's name; one who has left the directory by the id."""
        return self._officers.of(id, lambda: self._name(id))

    def moment(self, moment: datetime) -> str:
        return self._moments.of(moment, lambda: self.words.moment(moment.astimezone(self.setting.zone)))

    def weekday(self, day: date) -> str:
        return self._days.of(day, lambda: self.words.weekday(day))

    def _name(self, id: str) -> str:  # noqa: A002
        officer = self.setting.directory.officers.get(id)
        return visible(officer.name if officer else id, 80)

    def _tell(self, brief: Brief) -> Told:
        words = self.words
        document = words.instrument(brief)
        issuer = self.agency(brief.issuer)
        # A title often names its issuer: once is enough.
        place = (
            document if issuer in document else words.say("instrument.issued", name=document, issuer=issuer)
        )
        if brief.clause:
            place = words.say("instrument.clause", name=place, clause=visible(brief.clause, 80))
        phrase = words.say("said.phrase-only", phrase=visible(brief.phrase, 80)) if brief.phrase else ""
        return Told(
            task=visible(brief.task, TASK),
            short_task=visible(brief.task, SHORT_TASK),
            short_instrument=shortened(document, SHORT_TITLE),
            place=place,
            phrase=phrase,
            law=self._law(brief),
            cooperating=", ".join(self.agency(name) for name in brief.cooperating[:20]),
            deliverable=visible(brief.deliverable, 200) if brief.deliverable else "",
            period=visible(brief.period, 40) if brief.period else "",
        )

    def _law(self, brief: Brief) -> Block | None:
        lines = []
        if brief.quote:
            lines.append(self.words.say("said.phrase-only", phrase=visible(brief.quote, QUOTE)))
        if brief.phrase:
            lines.append(self.words.say("said.phrase", phrase=visible(brief.phrase, 200)))
        return Block(self.words.says["section.law"], tuple(lines), quoted=True) if lines else None

    def _reasons(self, steps: tuple[Step, ...]) -> Block | None:
        vietnamese = self.words.language == "vi"
        lines = tuple(visible(step.vi if vietnamese else step.en, 300) for step in steps[:STEPS])
        return Block(self.words.says["section.because"], lines) if lines else None
