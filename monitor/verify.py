"""Whether a journal and its outbox keep the contract, decided again without the program that wrote them.

This file imports nothing of Duewatch and reads the tables by plain SQL, so that an inspector with a copy of the
database can run it. It needs neither calendar, ladders nor catalogue: the journal says what each round intended.

It proves that no fact was changed, deleted or inserted since it was written (each carries the hash of its case's
chain, and the daily seals cover all of them: a chain written anew differs from a seal that came by mail); that each
planned stage has an outcome, each key one only, none before its moment, and each repeat follows the one before it;
that each stage that spoke has its notice, and each notice an accepted letter, an end with a reason, or a next time.
It does not prove that the days are right; nor, without a calendar, that the next repeat of a stage is decided before
the longest interval that its rule allows is over; nor that stages whose calendar or ladder changed during their round
are decided at their moments: there it only sees that no look at an open case is overdue.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

Rows = Callable[[str], Iterable[Sequence[object]]]
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# A stage whose moment passes on a day off, or while nothing runs, is decided on the next working morning: no row of
# days off is longer than Tết with a weekend at each end.
GRACE = timedelta(days=12)
SPAN_DAYS = {"d": 1, "wd": 2, "w": 7, "m": 31}
FACTS = (
    "SELECT number, recorded, effective, actor, login, via, fact, case_key, unique_key, body, hash "
    "FROM journal ORDER BY number"
)

OVERDUE = "SELECT key, next_look, failures FROM cases WHERE next_look <= {until} ORDER BY key"
# Each: what is wrong with a row, and how such rows are found.
OUTBOX = (
    (
        "{0}: it spoke, and has no notice",
        """SELECT unique_key FROM journal j WHERE fact = 'StageReached'
        AND NOT EXISTS (SELECT 1 FROM notices n WHERE n.key = j.unique_key)""",
    ),
    (
        "{0}: it was drawn, and has no notice",
        """SELECT unique_key FROM journal j WHERE fact = 'DigestDrawn'
        AND NOT EXISTS (SELECT 1 FROM notices n WHERE n.key = j.unique_key)""",
    ),
    (
        "notice {0}: no stage spoke for it",
        """SELECT key FROM notices n WHERE kind = 'stage'
        AND NOT EXISTS (SELECT 1 FROM journal j WHERE j.unique_key = n.key AND j.fact = 'StageReached')""",
    ),
    (
        "notice {0}: it is {1}, and nothing says why",
        """SELECT key, state FROM notices
        WHERE state IN ('superseded', 'held', 'dropped') AND coalesce(reason, '') = ''""",
    ),
    (
        "notice {0}: it is {1}, which is no state of a notice",
        """SELECT key, state FROM notices
        WHERE state NOT IN ('waiting', 'lettered', 'superseded', 'held', 'dropped')""",
    ),
    (
        "notice {0}: it waits although its moment has long come",
        "SELECT key FROM notices WHERE state = 'waiting' AND not_before <= {until}",
    ),
    (
        "notice {0}: it is in a letter that is not there",
        """SELECT key FROM notices n WHERE state = 'lettered'
        AND NOT EXISTS (SELECT 1 FROM letters l WHERE l.number = n.letter)""",
    ),
    (
        "letter {0}: {1}, and nothing says when it goes",
        """SELECT number, state FROM letters
        WHERE state IN ('waiting', 'uncertain') AND (next_attempt IS NULL OR next_attempt <= {until})""",
    ),
    (
        "letter {0}: {1}, and nothing says why",
        """SELECT number, state FROM letters WHERE state IN ('refused', 'superseded', 'held', 'dropped')
        AND coalesce(reason, '') = '' AND coalesce(last_answer, '') = ''""",
    ),
    (
        "letter {0}: {1}, by somebody whose lease is long over",
        """SELECT number, state FROM letters
        WHERE state IN ('claimed', 'handed-over') AND (lease_until IS NULL OR lease_until <= {until})""",
    ),
    (
        "letter {0}: {1}, which is no state of a letter",
        """SELECT number, state FROM letters WHERE state NOT IN
        ('waiting', 'claimed', 'handed-over', 'accepted', 'refused', 'uncertain', 'superseded', 'dropped', 'held')""",
    ),
    (
        "letter {0}: accepted, and nothing says when",
        "SELECT number FROM letters WHERE state = 'accepted' AND accepted_at IS NULL",
    ),
    (
        "letter {0}: it went out before the moment of {1}",
        """SELECT l.number, n.key FROM letters l JOIN notices n ON n.letter = l.number
        WHERE l.accepted_at < n.moment - {slip}""",
    ),
    (
        "letter {0}: it speaks to {1}, and its notice {2} is another's",
        """SELECT l.number, l.officer, n.key FROM letters l JOIN notices n ON n.letter = l.number
        WHERE l.officer <> n.officer""",
    ),
    (
        "{0}: two letters have this Message-ID",
        """SELECT message_id FROM letters WHERE message_id IS NOT NULL
        GROUP BY message_id HAVING count(*) > 1""",
    ),
)
Seal = tuple[str, int, int, str]


@dataclass(frozen=True, slots=True)
class Delivery:
    """What a mail server saw of one letter; ``after``: the last fact that was written before it was handed over."""

    message_id: str
    content: bytes
    at: datetime
    after: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was looked at, and what is wrong with it, a sentence each."""

    facts: int
    cases: int
    letters: int
    seals: int
    findings: tuple[str, ...]


@dataclass(slots=True)
class Round:
    """A case's life under one plan, as far as it has been read; ``plan`` None: it was not kept."""

    number: int
    begun: int
    plan: tuple[Mapping[str, object], ...] | None
    quiet: int = 0
    snoozed: int = 0
    is_open: bool = True
    keys: set[tuple[str, int, str]] = field(default_factory=set)
    last: dict[str, tuple[int, int]] = field(default_factory=dict)

    def due(self, planned: Mapping[str, object]) -> int:
        """When the stage was to be decided at the latest: a snooze moves those that it may."""
        moment = micros(planned["moment"])
        return max(moment, self.snoozed) if planned.get("snoozable", True) else moment


def file_rows(path: Path) -> Rows:
    """Reads an SQLite file and changes nothing in it."""
    connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
    return connection.execute


def verify(
    rows: Rows,
    *,
    seal: str | None = None,
    as_of: datetime | None = None,
    grace: timedelta = GRACE,
    slip: timedelta = timedelta(hours=2),
    deliveries: Iterable[Delivery] | None = None,
) -> Verdict:
    """Decide contract lines 1 to 5 again, and follow the chains.

    ``seal``: one that somebody received, at least its first sixteen digits. ``as_of``: when the daemon last looked
    (None: its last sign of life); what was due ``grace`` before must be decided. ``slip``: how far the clock may have
    been set back. ``deliveries``: what the mail server saw, where it can be asked.
    """
    check = _Check(rows, grace // timedelta(microseconds=1), slip // timedelta(microseconds=1))
    facts = check.journal()
    check.heads()
    if seal is not None:
        check.seal(seal)
    check.open_rounds(micros(as_of) if as_of is not None else check.last_sign())
    check.outbox()
    if deliveries is not None:
        check.delivered(tuple(deliveries))
    letters = sum(1 for _ in rows("SELECT number FROM letters"))
    return Verdict(facts, len(check.rounds), letters, len(check.sealed), tuple(check.findings))


def micros(moment: object) -> int:
    """Microseconds since 1970, from the journal's number, an ISO text or a moment."""
    if isinstance(moment, int):
        return moment
    aware = moment if isinstance(moment, datetime) else datetime.fromisoformat(str(moment))
    return (aware - EPOCH) // timedelta(microseconds=1)


def shown(moment: int) -> str:
    return f"{EPOCH + timedelta(microseconds=moment):%Y-%m-%d %H:%M} UTC"


def whole(value: object) -> int:
    """A column or field that holds a whole number."""
    return value if isinstance(value, int) else int(str(value))


class _Check:
    """One reading of one database; ``findings`` grows."""

    def __init__(self, rows: Rows, grace: int, slip: int) -> None:
        self.rows, self.grace, self.slip = rows, grace, slip
        self.findings: list[str] = []
        self.rounds: dict[str, Round] = {}
        self.last_hash: dict[object, tuple[int, str]] = {}
        self.digests: dict[object, int] = {}
        self.sealed: dict[str, str] = {}
        self.told_seals: dict[str, int] = {}
        self.ended: list[
            tuple[str, int, int]
        ] = []  # case, the round that ended or may no longer speak, the fact
        self.replanned = [
            str(row[0]).split("|")
            for row in rows("SELECT name FROM marks WHERE substr(name, 1, 10) = 'replanned|'")
        ]
        self.latest = 0

    def say(self, sentence: str) -> None:
        self.findings.append(sentence)

    def journal(self) -> int:
        """Read every fact once, in order: its chain, the seals, what it means; returns how many there are."""
        seals = _Seals(self.rows)
        count = 0
        for row in self.rows(FACTS):
            number, recorded, name, case = whole(row[0]), whole(row[1]), str(row[6]), row[7]
            seals.come_to(number)
            before, stored = self.last_hash.get(case, (0, "")), str(row[10])
            if not _follows(before[1], row):
                after = f"row {before[0]}" if before[0] else "the beginning"
                self.say(
                    f"journal row {number} ({name}, {case or 'no case'}): it does not follow {after} of its chain as it "
                    "was written: it was changed, or a row between was taken out or put in"
                )
            self.last_hash[case] = (number, stored)
            seals.cover(stored)
            count += 1
            self.latest = max(self.latest, recorded)
            body = json.loads(str(row[9]))
            if case is None:
                self._digest(number, name, body)
            else:
                self._meant(number, recorded, name, str(case), body)
        seals.come_to(None)
        self.sealed = seals.sealed
        self.findings += seals.findings
        for told, number in self.told_seals.items():
            if told not in self.sealed:
                self.say(
                    f"journal row {number}: its digest told the seal {told[:16]}…, which is none of this journal's"
                )
        return count

    def seal(self, received: str) -> None:
        """Whether a seal that somebody received is one of those that the journal's facts make."""
        asked = received.strip().lower()
        if len(asked) < 16 or not any(known.startswith(asked) for known in self.sealed):
            why = "what it covers was written anew, or it is another journal's"
            self.say(f"the seal {received} is none of this journal's: {why}")

    def heads(self) -> None:
        """Whether the last fact of each chain is the one that was written last."""
        stood = {str(key): str(head) for key, head in self.rows("SELECT key, head FROM cases")}
        for _, value in self.rows("SELECT name, value FROM marks WHERE name = 'journal-head'"):
            stood[""] = str(value)
        for case, (number, stored) in self.last_hash.items():
            if stood.pop("" if case is None else str(case), "") != stored:
                self.say(
                    f"journal row {number}: it was not the last fact of {case or 'no case'}: one was taken out"
                )
        for case, head in stood.items():
            if head:
                self.say(f"{case or 'no case'}: every fact of it was taken out of the journal")

    def _digest(self, number: int, name: str, body: Mapping[str, object]) -> None:
        if name != "DigestDrawn":
            return
        officer, drawn = body.get("officer"), whole(body.get("number", 0))
        if drawn != self.digests.get(officer, 0) + 1:
            self.say(
                f"journal row {number}: digest {drawn} of {officer} does not follow {self.digests.get(officer, 0)}"
            )
        self.digests[officer] = drawn
        if body.get("seal"):
            self.told_seals.setdefault(str(body["seal"]), number)

    def _meant(self, number: int, recorded: int, name: str, case: str, body: Mapping[str, object]) -> None:
        """What the fact does to its case's round."""
        now = self.rounds.get(case)
        if name == "CaseOpened":
            self.rounds[case] = _begun(1, recorded, body)
        elif now is None:
            self.say(f"journal row {number} ({name}): {case} was never opened")
        elif name in {"StageReached", "StageSkipped", "StageHeld"}:
            self._outcome(number, recorded, name, case, now, body)
        elif name in {"Closed", "Withdrawn"}:
            self._over(case, now, recorded)
            self.ended.append((case, now.number, number))
            now.is_open = False
        elif name in {"DeadlineMoved", "Extended", "Reopened", "AnchorSet"} or (
            name in {"Acknowledged", "ProgressReported"} and body.get("quiet_until") is not None
        ):
            self._over(case, now, recorded)
            self.ended.append((case, now.number, number))
            self.rounds[case] = _begun(whole(body.get("round", now.number + 1)), recorded, body)
            if self.rounds[case].number != now.number + 1:
                self.say(
                    f"journal row {number} ({name}): {case} goes from round {now.number} to {body.get('round')}"
                )
        elif name in {"Snoozed", "Unsnoozed"}:
            now.snoozed = micros(body["ends"]) if name == "Snoozed" else 0

    def _outcome(
        self, number: int, recorded: int, name: str, case: str, now: Round, body: Mapping[str, object]
    ) -> None:
        stage, occurrence, moment = str(body["stage"]), whole(body["occurrence"]), micros(body["moment"])
        key, where = (
            (stage, occurrence, str(body["officer"])),
            f"journal row {number} ({name} {body['stage']}, {case})",
        )
        if whole(body["round"]) != now.number or not now.is_open:
            self.say(f"{where}: it speaks of a round that was over")
        if key in now.keys:
            self.say(f"{where}: a second outcome for {key[2] or 'nobody'}")
        if moment > recorded:
            self.say(f"{where}: decided before its moment, {shown(moment)}")
        before = now.last.get(stage, (-1, 0))
        skips_ahead = occurrence > before[0] + 1 and not (name == "StageSkipped" and recorded == now.begun)
        if skips_ahead or occurrence < before[0] or (occurrence > before[0] >= 0 and moment < before[1]):
            self.say(f"{where}: occurrence {occurrence + 1} follows {before[0] + 1}")
        planned = {str(entry["stage"]): entry for entry in now.plan or ()}
        if now.plan is not None and not self._is_soft(case, now, recorded):
            if stage not in planned:
                self.say(f"{where}: its round never planned it")
            elif occurrence == 0 and micros(planned[stage]["moment"]) != moment:
                self.say(
                    f"{where}: planned for {shown(micros(planned[stage]['moment']))}, not {shown(moment)}"
                )
        now.keys.add(key)
        now.last[stage] = (occurrence, moment)

    def _over(self, case: str, now: Round, recorded: int) -> None:
        """A round ends: whatever had been due by then has its outcome."""
        if not now.is_open or self._is_soft(case, now, recorded):
            return
        for planned in now.plan or ():
            if now.due(planned) <= recorded and str(planned["stage"]) not in now.last:
                self.say(
                    f"{case}, round {now.number}: {planned['stage']} was due {shown(now.due(planned))} and has no "
                    f"outcome, though the round ended {shown(recorded)}"
                )

    def _is_soft(self, case: str, now: Round, until: int) -> bool:
        """The calendar, the ladders or the obligation's words changed during the round: its plan may not stand."""
        mine = ("*", case.partition("/")[0])
        return any(scope in mine and now.begun <= micros(at) <= until for _, scope, at in self.replanned)

    def last_sign(self) -> int:
        """When the daemon last looked, as far as the database knows."""
        for _, value in self.rows("SELECT name, value FROM marks WHERE name = 'pulse'"):
            passed = json.loads(str(value)).get("last_pass")
            return max(self.latest, micros(passed)) if passed else self.latest
        return self.latest

    def open_rounds(self, as_of: int) -> None:
        """Whatever was due so long ago that it cannot wait any more has its outcome, and no look is overdue."""
        until = self.as_of = as_of - self.grace
        for case, now in self.rounds.items():
            if not now.is_open or not now.plan or self._is_soft(case, now, as_of):
                continue
            for planned in now.plan:
                due = max(now.due(planned), now.quiet)
                if due <= until and str(planned["stage"]) not in now.last:
                    self.say(
                        f"{case}, round {now.number}: {planned['stage']} was due {shown(due)} and has no outcome"
                    )
            every, last = now.plan[-1].get("every"), now.last.get(str(now.plan[-1]["stage"]))
            if (
                every is not None
                and last is not None
                and max(last[1] + _longest(str(every)), now.quiet) <= until
            ):
                self.say(
                    f"{case}, round {now.number}: {now.plan[-1]['stage']} repeats every {every}, and last was due "
                    f"{shown(last[1])}"
                )
        for key, look, failures in self.rows(OVERDUE.format(until=until)):
            why = f", which failed {failures} times" if failures else ""
            self.say(f"{key}: it was to be looked at {shown(whole(look))}{why}, and no look was taken")

    def outbox(self) -> None:
        """Each stage that spoke has its notice, and no notice disappears."""
        for sentence, text in OUTBOX:
            for row in self.rows(text.format(until=self.as_of, slip=self.slip)):
                self.say(sentence.format(*row))

    def delivered(self, deliveries: Sequence[Delivery]) -> None:
        """What the server saw against what the outbox says: lines 2 to 5 at the far end of the wire."""
        text = "SELECT number, message_id, state, was_uncertain FROM letters WHERE message_id IS NOT NULL"
        letters = {str(row[1]): row for row in self.rows(text)}
        inside: dict[int, list[Sequence[object]]] = {}
        for row in self.rows(
            "SELECT letter, key, kind, case_key, round, moment FROM notices WHERE state = 'lettered'"
        ):
            inside.setdefault(whole(row[0]), []).append(row)
        seen: dict[str, Delivery] = {}
        for delivery in deliveries:
            letter, first = letters.get(delivery.message_id), seen.setdefault(delivery.message_id, delivery)
            if letter is None:
                self.say(f"{delivery.message_id}: it arrived, and no letter of the outbox is it")
                continue
            number, mine = whole(letter[0]), inside.get(whole(letter[0]), [])
            if first is not delivery and (not letter[3] or first.content != delivery.content):
                why = "not byte for byte" if letter[3] else "and nobody knows of it"
                self.say(f"letter {number}: it arrived twice, {why}")
            for notice in mine:
                if micros(delivery.at) < whole(notice[5]) - self.slip:
                    self.say(f"letter {number}: it arrived before the moment of {notice[1]}")
            stale = [notice for notice in mine if self._is_stale(notice, delivery.after)]
            # Bytes that were perhaps delivered before go again as long as anything in them is wanted.
            if stale and (not letter[3] or len(stale) == len(mine)):
                self.say(
                    f"letter {number}: it was handed over although {stale[0][1]} was not wanted any more"
                )
        for known, letter in letters.items():
            if letter[2] == "accepted" and known not in seen:
                self.say(f"letter {letter[0]}: accepted, and the server never saw it")

    def _is_stale(self, notice: Sequence[object], after: int) -> bool:
        """The notice's round was over, as the journal stood when its letter was handed over."""
        return notice[2] in {"stage", "register"} and any(
            (case, turn) == (notice[3], notice[4]) and number <= after for case, turn, number in self.ended
        )


class _Seals:
    """The seals, reckoned again from the facts' hashes as they are read; each begins with the one before it."""

    def __init__(self, rows: Rows) -> None:
        text = "SELECT day, number, facts, hash FROM seals ORDER BY day"
        self.waiting: list[Seal] = [(str(d), whole(n), whole(f), str(h)) for d, n, f, h in rows(text)][::-1]
        self.findings: list[str] = []
        self.sealed: dict[str, str] = {}
        self._begin("")

    def come_to(self, number: int | None) -> None:
        """Set every seal that ends before the fact of this number (None: the journal is over)."""
        while self.waiting and (number is None or number > self.waiting[-1][1]):
            day, _, facts, stored = self.waiting.pop()
            reckoned = self.digest.hexdigest()
            if (reckoned, self.facts) != (stored, facts):
                self.findings.append(
                    f"seal of {day}: the {facts} facts under it are not what they were, or another seal is"
                )
            self.sealed[reckoned] = day
            self._begin(reckoned)

    def cover(self, fact: str) -> None:
        """The next fact's hash."""
        self.digest.update(fact.encode())
        self.facts += 1

    def _begin(self, before: str) -> None:
        self.facts = 0
        self.digest = sha256((before + (self.waiting[-1][0] if self.waiting else "")).encode())


def _begun(number: int, recorded: int, body: Mapping[str, object]) -> Round:
    plan, quiet = body.get("plan"), body.get("quiet_until")
    kept = tuple(entry for entry in plan if isinstance(entry, dict)) if isinstance(plan, list) else None
    return Round(number, recorded, kept, micros(quiet) if quiet is not None else 0)


def _follows(before: str, row: Sequence[object]) -> bool:
    """Whether the row's hash is that of its content behind ``before``."""
    content = [before, row[1], str(row[2]), *row[3:10]]
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode()).hexdigest() == row[10]


def _longest(every: str) -> int:
    """The longest time until the next repeat of "5wd", "2w" and the like, days off and all."""
    count = int("".join(sign for sign in every if sign.isdigit()))
    days = count * SPAN_DAYS[every.lstrip("0123456789")] + 14
    return timedelta(days=days) // timedelta(microseconds=1)


if __name__ == "__main__":
    import sys

    found = verify(file_rows(Path(sys.argv[1])), seal=sys.argv[2] if len(sys.argv) > 2 else None)
    sys.stdout.write("".join(f"{finding}\n" for finding in found.findings) or f"ok: {found.facts} facts\n")
    sys.exit(1 if found.findings else 0)
