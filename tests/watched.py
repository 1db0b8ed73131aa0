"""A case under watch in memory: what the daemon does, without its database, for tests of the rules."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from rules.commands import Answer, Refusal
from rules.decide import decide, next_look
from rules.facts import CaseFact
from rules.life import evolve
from rules.model import Case
from rules.setting import Setting
from rules.stage_facts import StageHeld, StageReached, StageSkipped
from tests.builders import SETTING, local, shown


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a journal."""

    moment: datetime
    fact: CaseFact


@dataclass(slots=True)
class Watched:
    """A case that is looked at, commanded, and keeps its journal: the daemon without its database."""

    case: Case
    setting: Setting = SETTING
    journal: list[Entry] = field(default_factory=list)
    next_look: datetime | None = None

    def __post_init__(self) -> None:
        if self.next_look is None and self.case.opened is not None:
            self.next_look = next_look(self.case, self.case.opened, self.setting)

    def look(self, at: str | datetime) -> tuple[CaseFact, ...]:
        """What one look at this moment finds."""
        moment = local(at) if isinstance(at, str) else at
        decision = decide(self.case, moment, self.setting)
        self.case, self.next_look = decision.case, decision.next_look
        self.journal.extend(Entry(moment, fact) for fact in decision.facts)
        return decision.facts

    def run(self, until: str | datetime) -> Watched:
        """Look only when ``next_look`` says so, up to and with this moment."""
        end = local(until) if isinstance(until, str) else until
        last: datetime | None = None
        while (due := self._due(end)) is not None:
            if last is not None and due <= last:
                raise AssertionError(f"the next look stands still at {due}")
            self.look(due)
            last = due
        return self

    def _due(self, end: datetime) -> datetime | None:
        return self.next_look if self.next_look is not None and self.next_look <= end else None

    def do(self, answer: Answer, at: str | datetime) -> Watched:
        """Carry out a command's answer; a refusal is an error of the test."""
        if isinstance(answer, Refusal):
            raise AssertionError(answer.sentence)
        moment = local(at) if isinstance(at, str) else at
        for fact in answer:
            self.case = evolve(self.case, fact)
            self.journal.append(Entry(moment, fact))
        self.next_look = next_look(self.case, moment, self.setting)
        return self

    @property
    def facts(self) -> tuple[CaseFact, ...]:
        return tuple(entry.fact for entry in self.journal)

    @property
    def spoken(self) -> list[tuple[str, str]]:
        """(local moment, stage) of every stage that spoke, once for all its officers."""
        lines = [
            (shown(entry.moment) or "", entry.fact.stage)
            for entry in self.journal
            if isinstance(entry.fact, StageReached)
        ]
        return list(dict.fromkeys(lines))

    def outcomes(self, stage: str) -> dict[str, str]:
        """By officer, what became of the stage: "spoke", or the reason for its silence."""
        return {
            fact.officer: "spoke" if isinstance(fact, StageReached) else fact.reason
            for fact in self.facts
            if isinstance(fact, StageReached | StageSkipped | StageHeld) and fact.stage == stage
        }

    def told(self, stage: str) -> set[str]:
        """The officers to whom the stage spoke."""
        return {officer for officer, outcome in self.outcomes(stage).items() if outcome == "spoke"}
