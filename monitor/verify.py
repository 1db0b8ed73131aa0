"""Whether a journal and its outbox keep the contract, decided again without the program that wrote them.

This file imports nothing of Duewatch and reads the tables by plain SQL, so that an inspector with a copy of the
database can run it: ``python verify.py FILE [SEAL]``. It needs neither calendar, ladders nor catalogue: the journal
says what each round intended. Each class below reads the facts once, in their order, and says what is wrong.

It proves that no fact was changed, deleted or inserted since it was written (each carries the hash of its case's
chain, and the daily seals cover all of them: a chain written anew differs from a seal that came by mail); that the
cases stand as their facts have made them; that each planned stage has an outcome, each key one only, none before its
moment, and each repeat follows the one before it; that each stage that spoke has its notice, and each notice an
accepted letter, an end with a reason, or a next time; that no letter that a day's sealing covers was changed, and no
accepted one's bytes are gone before their time.

It does not prove that the days are right; nor, without a calendar, that the next repeat of a stage is decided before
the longest interval that its rule allows is over; nor that stages whose calendar or ladder changed during their round
are decided at their moments: there it only sees that no look at an open case is overdue. A stage is late from its
moment on, or from where its round began, or its snooze was ended, after that moment; it has ``grace`` then, since it
may wait for a working morning.
"""

from __future__ import annotations

import json
import sqlite3
import zlib
from base64 import encodebytes
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

Rows = Callable[[str], Iterable[Sequence[object]]]
Say = Callable[[str], None]
Body = Mapping[str, object]
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
# A stage whose moment passes on a day off, or while nothing runs, is decided on the next working morning: no row of
# days off is longer than Tết with a weekend at each end.
GRACE = timedelta(days=12)
SPAN_DAYS = {"d": 1, "wd": 2, "w": 7, "m": 31}
SHORTEST_SEAL = 16


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
    findings: list[str] = []
    say = findings.append
    chains, seals, digests = Chains(rows, say), Seals(rows, say), Digests(say)
    rounds, letters = Rounds(rows, say), Letters(rows, say, in_micros(slip))
    count, latest = 0, 0
    for fact in facts_of(rows):
        count, latest = count + 1, max(latest, fact.recorded)
        seals.come_to(fact.number)
        chains.follow(fact)
        seals.cover(fact.hash)
        for reader in (digests, rounds, letters):
            try:
                reader.read(fact)
            except (KeyError, TypeError, ValueError, AttributeError):
                say(f"{fact}: its content cannot be read")
    seals.end(digests.told, chains.restored)
    if seal is not None:
        seals.received(seal, chains.restored)
    chains.end()
    looked = micros(as_of) if as_of is not None else last_sign(rows, latest)
    rounds.end(looked, looked - in_micros(grace))
    letters.end(looked - in_micros(grace))
    if deliveries is not None:
        Wire(rows, say, in_micros(slip), rounds.ended).compare(tuple(deliveries))
    return Verdict(count, len(rounds.cases), letters.count, len(seals.made), tuple(findings))


def file_rows(path: Path) -> Rows:
    """Reads an SQLite file as it stands at this moment, and changes nothing in it."""
    log = path.with_name(f"{path.name}-wal")
    still = "" if log.exists() and log.stat().st_size else "&immutable=1"
    uri = f"{path.resolve().as_uri()}?mode=ro{still}"
    connection = sqlite3.connect(uri, uri=True, isolation_level=None)
    connection.execute("BEGIN")  # one moment for all questions, whoever writes meanwhile
    return connection.execute


def last_sign(rows: Rows, latest: int) -> int:
    """When the daemon last looked, as far as the database knows; ``latest``: when its last fact was written."""
    for _, value in rows("SELECT name, value FROM marks WHERE name = 'pulse'"):
        passed = json.loads(str(value)).get("last_pass")
        return max(latest, micros(passed)) if passed else latest
    return latest


def micros(moment: object) -> int:
    """Microseconds since 1970, from the journal's number, an ISO text or a moment."""
    if isinstance(moment, int):
        return moment
    aware = moment if isinstance(moment, datetime) else datetime.fromisoformat(str(moment))
    return in_micros(aware - EPOCH)


def in_micros(length: timedelta) -> int:
    return length // timedelta(microseconds=1)


def shown(moment: int) -> str:
    return f"{EPOCH + timedelta(microseconds=moment):%Y-%m-%d %H:%M} UTC"


def whole(value: object) -> int:
    """A column or field that holds a whole number."""
    return value if isinstance(value, int) else int(str(value))


# The journal, row by row


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of the journal; ``content``: what its hash covers, behind the hash before it."""

    number: int
    recorded: int
    effective: str
    name: str
    via: str
    case: str | None
    body: Body
    content: tuple[object, ...]
    hash: str

    def __str__(self) -> str:
        return f"journal row {self.number} ({self.name}, {self.case or 'no case'})"


def facts_of(rows: Rows) -> Iterator[Fact]:
    """Every fact, in the order in which it was written; one whose content is no JSON has an empty body."""
    text = (
        "SELECT number, recorded, effective, actor, login, via, fact, case_key, unique_key, body, hash "
        "FROM journal ORDER BY number"
    )
    for row in rows(text):
        recorded, effective = whole(row[1]), str(row[2])
        try:
            body = json.loads(str(row[9]))
        except ValueError:
            body = {}
        yield Fact(
            whole(row[0]),
            recorded,
            effective,
            str(row[6]),
            str(row[5]),
            None if row[7] is None else str(row[7]),
            body if isinstance(body, dict) else {},
            (row[1], effective, *row[3:10]),
            str(row[10]),
        )


class Chains:
    """Each fact carries the hash of its own content behind the hash of its case's fact before it."""

    def __init__(self, rows: Rows, say: Say) -> None:
        self._rows, self._say = rows, say
        self._last: dict[str | None, tuple[int, str]] = {}
        self.restored: list[str] = []

    def follow(self, fact: Fact) -> None:
        number, before = self._last.get(fact.case, (0, ""))
        text = json.dumps([before, *fact.content], ensure_ascii=False, separators=(",", ":"))
        if sha256(text.encode()).hexdigest() != fact.hash:
            after = f"row {number}" if number else "the beginning"
            self._say(
                f"{fact}: it does not follow {after} of its chain as it was written: it was changed, or a row between "
                "was taken out or put in"
            )
        self._last[fact.case] = (fact.number, fact.hash)
        if fact.name == "Restored":
            self.restored.append(fact.effective)

    def end(self) -> None:
        """Whether the last fact of each chain is the one that was written last."""
        heads = {str(key): str(head) for key, head in self._rows("SELECT key, head FROM cases")}
        for _, head in self._rows("SELECT name, value FROM marks WHERE name = 'journal-head'"):
            heads[""] = str(head)
        for case, (number, stored) in self._last.items():
            head = heads.pop(case or "", None)
            if head is None and case is not None:
                self._say(f"{case}: its facts are in the journal, and its row is gone")
            elif head != stored:
                self._say(
                    f"journal row {number}: it was not the last fact of {case or 'no case'}: one was taken out"
                )
        for case, head in heads.items():
            if head or case:
                self._say(f"{case or 'no case'}: every fact of it was taken out of the journal")


class Seals:
    """The seals, reckoned again from the facts' hashes as they are read; each begins with the one before it."""

    def __init__(self, rows: Rows, say: Say) -> None:
        text = "SELECT day, number, facts, hash FROM seals ORDER BY day DESC"
        self._waiting = [
            (str(day), whole(number), whole(facts), str(seal)) for day, number, facts, seal in rows(text)
        ]
        self._say = say
        self.made: dict[str, str] = {}
        self._begin("")

    def come_to(self, number: int | None) -> None:
        """Set every seal that ends before the fact of this number (None: the journal is over)."""
        while self._waiting and (number is None or number > self._waiting[-1][1]):
            day, _, facts, stored = self._waiting.pop()
            reckoned = self._digest.hexdigest()
            if (reckoned, self._facts) != (stored, facts):
                self._say(
                    f"seal of {day}: the {facts} facts under it are not what they were, or another seal is"
                )
            self.made[reckoned] = day
            self._begin(reckoned)

    def cover(self, fact: str) -> None:
        """The next fact's hash."""
        self._digest.update(fact.encode())
        self._facts += 1

    def end(self, told: Mapping[str, int], restored: Sequence[str]) -> None:
        """Whether the seals that the digests told are those that the journal makes."""
        self.come_to(None)
        for seal, number in told.items():
            if seal not in self.made:
                self._say(
                    f"journal row {number}: its digest told the seal {seal[:16]}…, which is none of this journal's"
                    f"{_unless(restored)}"
                )

    def received(self, seal: str, restored: Sequence[str]) -> None:
        """Whether a seal that somebody received is one of those that the journal's facts make."""
        asked = seal.strip().lower()
        if len(asked) < SHORTEST_SEAL or not any(made.startswith(asked) for made in self.made):
            why = "what it covers was written anew, or it is another journal's"
            self._say(f"the seal {seal} is none of this journal's: {why}{_unless(restored)}")

    def _begin(self, before: str) -> None:
        self._facts = 0
        self._digest = sha256((before + (self._waiting[-1][0] if self._waiting else "")).encode())


def _unless(restored: Sequence[str]) -> str:
    return f" (or it was set in what the restore of {restored[-1]} took out)" if restored else ""


class Digests:
    """An officer's digests are numbered without a gap. ``told``: the seals they told, and the fact that drew each."""

    def __init__(self, say: Say) -> None:
        self._say = say
        self._last: dict[str, int] = {}
        self.told: dict[str, int] = {}

    def read(self, fact: Fact) -> None:
        if fact.name != "DigestDrawn":
            return
        officer, drawn = str(fact.body["officer"]), whole(fact.body["number"])
        before = self._last.get(officer, 0)
        if drawn != before + 1:
            self._say(f"{fact}: digest {drawn} of {officer} does not follow {before}")
        self._last[officer] = drawn
        if fact.body.get("seal"):
            self.told.setdefault(str(fact.body["seal"]), fact.number)


# Cases: what their facts have made of them


@dataclass(slots=True)
class Round:
    """A case's life under one plan, as far as it has been read; ``plan`` None: it was not kept."""

    number: int
    begun: int
    plan: tuple[Body, ...] | None
    quiet: int = 0
    snoozed: int = 0
    is_open: bool = True
    keys: set[tuple[str, int, str]] = field(default_factory=set)
    last: dict[str, tuple[int, int]] = field(default_factory=dict)

    @classmethod
    def begin(cls, number: int, fact: Fact) -> Round:
        plan, quiet = fact.body.get("plan"), fact.body.get("quiet_until")
        kept = tuple(entry for entry in plan if isinstance(entry, dict)) if isinstance(plan, list) else None
        return cls(number, fact.recorded, kept, micros(quiet) if quiet is not None else 0)

    def due(self, planned: Body) -> int:
        """When the stage was to be decided: a snooze moves those that it may, to its end or to where it was ended."""
        moment = micros(planned["moment"])
        return max(moment, self.snoozed) if planned.get("snoozable", True) else moment

    def undecided(self, until: int) -> Iterator[tuple[str, int]]:
        """The stages that were due by then and have no outcome, each with its moment.

        Nobody can decide before the round has begun: one whose moment had passed by then is late from there on.
        """
        for planned in self.plan or ():
            due = max(self.due(planned), self.quiet, self.begun)
            if due <= until and str(planned["stage"]) not in self.last:
                yield str(planned["stage"]), due


@dataclass(slots=True)
class Standing:
    """What the facts say of the columns of a case's row; the names are those of the columns."""

    last_day: object
    safe_day: object
    original_last_day: object = None
    closed_on: object = None
    withdrawn: bool = False
    progress: object = None
    assigned: object = None
    vanished: bool = False
    returned: bool = False

    def take(self, fact: Fact) -> None:
        body = fact.body
        match fact.name:
            case "Closed":
                self.closed_on = fact.effective
            case "Withdrawn":
                self.withdrawn = True
            case "Reopened":
                self.closed_on, self.withdrawn = None, False
            case "DeadlineMoved" | "AnchorSet" | "Extended":
                if fact.name == "Extended":
                    self.original_last_day = self.original_last_day or self.last_day
                self.last_day, self.safe_day = body["last_day"], body["safe_day"]
            case "ProgressReported":
                self.progress = self.progress if body["percent"] is None else body["percent"]
            case "Assigned":
                self.assigned = body["officer"]
            case "CaseVanished":
                self.vanished = not body.get("returned", False)
                self.returned = self.returned or not self.vanished


class Rounds:
    """Each planned stage has one outcome, not before its moment; ``ended``: case, round, and the fact that ended it."""

    def __init__(self, rows: Rows, say: Say) -> None:
        self._rows, self._say = rows, say
        self.cases: dict[str, tuple[Round, Standing]] = {}
        self.ended: list[tuple[str, int, int]] = []
        self._looks: list[int] = []
        marks = rows("SELECT name FROM marks WHERE substr(name, 1, 10) = 'replanned|'")
        self._replanned = [(scope, micros(at)) for _, scope, at in (str(row[0]).split("|") for row in marks)]

    def read(self, fact: Fact) -> None:
        if fact.via == "clock" and fact.recorded not in self._looks[-1:]:
            self._looks.append(fact.recorded)
        if fact.case is None:
            return
        if fact.name == "CaseOpened":
            days = (fact.body["last_day"], fact.body["safe_day"], fact.body.get("original_last_day"))
            self.cases[fact.case] = Round.begin(1, fact), Standing(*days)
            return
        known = self.cases.get(fact.case)
        if known is None:
            self._say(f"{fact}: it was never opened")
            return
        now, standing = known
        standing.take(fact)
        if fact.name in {"StageReached", "StageSkipped", "StageHeld"}:
            self._outcome(fact, fact.case, now)
        elif fact.name in {"Closed", "Withdrawn"}:
            self._over(fact, fact.case, now)
            now.is_open = False
        elif fact.name in {"DeadlineMoved", "Extended", "Reopened", "AnchorSet"} or (
            fact.name in {"Acknowledged", "ProgressReported"} and fact.body.get("quiet_until") is not None
        ):
            self._over(fact, fact.case, now)
            following = Round.begin(whole(fact.body.get("round", now.number + 1)), fact)
            if following.number != now.number + 1:
                self._say(f"{fact}: it goes from round {now.number} to {following.number}")
            self.cases[fact.case] = following, standing
        elif fact.name in {"Snoozed", "Unsnoozed"}:
            now.snoozed = micros(fact.body["ends"]) if fact.name == "Snoozed" else fact.recorded

    def _outcome(self, fact: Fact, case: str, now: Round) -> None:
        body = fact.body
        stage, occurrence, moment = str(body["stage"]), whole(body["occurrence"]), micros(body["moment"])
        key, where = (
            (stage, occurrence, str(body["officer"])),
            f"journal row {fact.number} ({fact.name} {stage}, {case})",
        )
        if whole(body["round"]) != now.number or not now.is_open:
            self._say(f"{where}: it speaks of a round that was over")
        if key in now.keys:
            self._say(f"{where}: a second outcome for {key[2] or 'nobody'}")
        if moment > fact.recorded:
            self._say(f"{where}: decided before its moment, {shown(moment)}")
        before, at = now.last.get(stage, (-1, 0))
        skips_ahead = occurrence > before + 1 and not (
            fact.name == "StageSkipped" and fact.recorded == now.begun
        )
        if skips_ahead or occurrence < before or (occurrence > before >= 0 and moment < at):
            self._say(f"{where}: occurrence {occurrence + 1} follows {before + 1}")
        if now.plan is not None and not self._is_soft(case, now, fact.recorded):
            planned = [micros(entry["moment"]) for entry in now.plan if str(entry["stage"]) == stage]
            if not planned:
                self._say(f"{where}: its round never planned it")
            elif occurrence == 0 and planned[0] != moment:
                self._say(f"{where}: planned for {shown(planned[0])}, not {shown(moment)}")
        now.keys.add(key)
        now.last[stage] = (occurrence, moment)

    def _over(self, fact: Fact, case: str, now: Round) -> None:
        """The round ends: whatever had been due by then has its outcome."""
        self.ended.append((case, now.number, fact.number))
        if not now.is_open or self._is_soft(case, now, fact.recorded):
            return
        for planned in now.plan or ():
            if now.due(planned) <= fact.recorded and str(planned["stage"]) not in now.last:
                self._say(
                    f"{case}, round {now.number}: {planned['stage']} was due {shown(now.due(planned))} and has no "
                    f"outcome, though the round ended {shown(fact.recorded)}"
                )

    def _is_soft(self, case: str, now: Round, until: int) -> bool:
        """The calendar, the ladders or the obligation's words changed during the round: its plan may not stand."""
        mine = ("*", case.partition("/")[0])
        return any(scope in mine and now.begun <= at <= until for scope, at in self._replanned)

    def end(self, looked: int, until: int) -> None:
        """Whatever was due ``until`` then has its outcome, no look is overdue, and the rows stand as the facts say."""
        latest = looked + looked - until
        awaited = f"SELECT key FROM cases WHERE next_look > {until} AND next_look <= {latest}"  # noqa: S608
        waiting = {str(row[0]) for row in self._rows(awaited)}
        for case, (now, _) in self.cases.items():
            if now.is_open and now.plan and not self._is_soft(case, now, looked):
                self._open_round(case, now, now.plan, until, awaited=case in waiting)
        overdue = f"SELECT key, next_look, failures FROM cases WHERE next_look <= {until} ORDER BY key"  # noqa: S608
        for key, look, failures in self._rows(overdue):
            why = f", which failed {failures} times" if failures else ""
            self._say(f"{key}: it was to be looked at {shown(whole(look))}{why}, and no look was taken")
        self._compare()

    def _open_round(self, case: str, now: Round, plan: Sequence[Body], until: int, *, awaited: bool) -> None:
        """``awaited``: its row says that it will be looked at soon."""

        def was_missed(due: int) -> bool:
            # Who was away at that moment and comes back on a day off speaks on the next working morning. A row that
            # promises so is believed only as long as nobody has been seen to look in time and let it pass.
            return not awaited or any(due <= look <= until for look in self._looks)

        for stage, due in now.undecided(until):
            if was_missed(due):
                self._say(f"{case}, round {now.number}: {stage} was due {shown(due)} and has no outcome")
        every, last = plan[-1].get("every"), now.last.get(str(plan[-1]["stage"]))
        if every is None or last is None:
            return
        due = max(last[1] + _longest(str(every)), now.quiet)
        if due <= until and was_missed(due):
            self._say(
                f"{case}, round {now.number}: {plan[-1]['stage']} repeats every {every}, and last was due "
                f"{shown(last[1])}"
            )

    def _compare(self) -> None:
        """Each case's row against what its facts have made of it."""
        names = (
            "last_day",
            "safe_day",
            "original_last_day",
            "closed_on",
            "progress",
            "assigned",
            "withdrawn",
            "vanished",
        )
        text = f"SELECT key, round, {', '.join(names)} FROM cases ORDER BY key"  # noqa: S608
        for key, turn, *values in self._rows(text):
            if str(key) not in self.cases:
                continue
            now, standing = self.cases[str(key)]
            if whole(turn) != now.number:
                self._say(f"{key}: its row is in round {turn}, and its facts in round {now.number}")
            for name, value in zip(names, values, strict=True):
                # The last working day moves with the calendar, without a fact.
                loose = name == "safe_day" and (standing.returned or self._is_soft(str(key), now, 1 << 62))
                said = getattr(standing, name)
                if not loose and _plain(value) != _plain(said):
                    self._say(f"{key}: its row has {name} {_plain(value)}, and its facts say {_plain(said)}")


def _plain(value: object) -> str:
    """A column of any database, and a field of a fact, in the same words; SQLite writes yes and no as 1 and 0."""
    return "nothing" if value is None else str(int(value)) if isinstance(value, bool) else str(value)


def _longest(every: str) -> int:
    """The longest time until the next repeat of "5wd", "2w" and the like, days off and all."""
    count = int("".join(sign for sign in every if sign.isdigit()))
    return in_micros(timedelta(days=count * SPAN_DAYS[every.lstrip("0123456789")] + 14))


# The outbox

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


class Letters:
    """No notice and no letter disappears, none is in a state that nothing explains, and none was changed afterwards."""

    def __init__(self, rows: Rows, say: Say, slip: int) -> None:
        self._rows, self._say, self._slip = rows, say, slip
        self._dropped: dict[int, Fact] = {}
        self._sealed: dict[int, tuple[str, Fact]] = {}
        self._until = self._forgotten = 0
        self.count = sum(1 for _ in rows("SELECT number FROM letters"))

    def read(self, fact: Fact) -> None:
        match fact.name:
            case "LetterDropped":
                self._dropped[whole(fact.body["row"])] = fact
            case "LettersSealed":
                self._until = micros(fact.body["until"])
                letters = fact.body["letters"]
                for number, stored in letters if isinstance(letters, list) else ():
                    self._sealed[whole(number)] = (str(stored), fact)
            case "LettersForgotten":
                self._forgotten = max(self._forgotten, micros(fact.body["before"]))

    def end(self, until: int) -> None:
        """What was due ``until`` then is on its way, and the rest is over for a reason."""
        for sentence, text in OUTBOX:
            for row in self._rows(text.format(until=until, slip=self._slip)):
                self._say(sentence.format(*row))
        self._moved()
        self._bytes()

    def _moved(self) -> None:
        """What a person has dropped stays dropped."""
        for text in (
            "SELECT number, state FROM letters",
            "SELECT number, state FROM notices WHERE letter IS NULL",
        ):
            for number, state in self._rows(text) if self._dropped else ():
                fact = self._dropped.get(whole(number))
                if fact is not None and state != "dropped":
                    self._say(f"letter {number}: {state}, and {fact} says that it was dropped")

    def _bytes(self) -> None:
        """A letter's bytes are those that its day's sealing covers, unless they were forgotten for their age."""
        missing = dict(self._sealed)
        text = (
            "SELECT number, accepted_at, content FROM letters WHERE accepted_at IS NOT NULL ORDER BY number"
        )
        for number, accepted, content in self._rows(text):
            stored, fact = missing.pop(whole(number), (None, None))
            if content is None:
                if whole(accepted) >= self._forgotten:
                    self._say(f"letter {number}: its bytes are gone, and nothing says why")
            elif fact is None:
                if whole(accepted) < self._until - in_micros(timedelta(days=2)):
                    self._say(
                        f"letter {number}: accepted {shown(whole(accepted))}, and no sealing since covers it"
                    )
            elif _unpacked(content) != stored:
                self._say(f"letter {number}: its bytes are not those that {fact} covers: they were changed")
        for number, (_, fact) in missing.items():
            self._say(f"letter {number}: {fact} covers it, and it is not there as an accepted letter")


def _unpacked(content: object) -> str:
    """The hash of a letter's bytes."""
    try:
        return sha256(_sent(bytes(content) if isinstance(content, bytes | memoryview) else b"")).hexdigest()
    except (zlib.error, ValueError):
        return ""


def _sent(packed: bytes) -> bytes:
    """What was sent: compressed whole, or behind a zero in pieces, with the lengths of these in a first line.

    Of the pieces every second one is text, which went in base64, 57 bytes a line.
    """
    if packed[:1] != b"\0":
        return zlib.decompress(packed)
    lengths, _, text = zlib.decompress(packed[1:]).partition(b"\n")
    found, at = b"", 0
    for place, length in enumerate(map(int, lengths.split())):
        piece = text[at : at + length]
        found += encodebytes(piece).replace(b"\n", b"\r\n") if place % 2 else piece
        at += length
    return found


class Wire:
    """What the server saw against what the outbox says: lines 2 to 5 at the far end of the wire."""

    def __init__(self, rows: Rows, say: Say, slip: int, ended: Sequence[tuple[str, int, int]]) -> None:
        self._say, self._slip, self._ended = say, slip, ended
        text = "SELECT number, message_id, state, was_uncertain FROM letters WHERE message_id IS NOT NULL"
        self._letters = {str(row[1]): row for row in rows(text)}
        self._inside: dict[int, list[Sequence[object]]] = {}
        text = "SELECT letter, key, kind, case_key, round, moment FROM notices WHERE state = 'lettered'"
        for row in rows(text):
            self._inside.setdefault(whole(row[0]), []).append(row)

    def compare(self, deliveries: Sequence[Delivery]) -> None:
        seen: dict[str, Delivery] = {}
        for delivery in deliveries:
            first = seen.setdefault(delivery.message_id, delivery)
            letter = self._letters.get(delivery.message_id)
            if letter is None:
                self._say(f"{delivery.message_id}: it arrived, and no letter of the outbox is it")
            else:
                self._arrived(delivery, first, whole(letter[0]), was_uncertain=bool(letter[3]))
        for known, letter in self._letters.items():
            if letter[2] == "accepted" and known not in seen:
                self._say(f"letter {letter[0]}: accepted, and the server never saw it")

    def _arrived(self, delivery: Delivery, first: Delivery, number: int, *, was_uncertain: bool) -> None:
        mine = self._inside.get(number, [])
        if first is not delivery and (not was_uncertain or first.content != delivery.content):
            why = "not byte for byte" if was_uncertain else "and nobody knows of it"
            self._say(f"letter {number}: it arrived twice, {why}")
        for notice in mine:
            if micros(delivery.at) < whole(notice[5]) - self._slip:
                self._say(f"letter {number}: it arrived before the moment of {notice[1]}")
        stale = [notice for notice in mine if self._is_stale(notice, delivery.after)]
        # Bytes that were perhaps delivered before go again as long as anything in them is wanted.
        if stale and (not was_uncertain or len(stale) == len(mine)):
            self._say(f"letter {number}: it was handed over although {stale[0][1]} was not wanted any more")

    def _is_stale(self, notice: Sequence[object], after: int) -> bool:
        """The notice's round was over, as the journal stood when its letter was handed over."""
        return notice[2] in {"stage", "register"} and any(
            (case, turn) == (notice[3], notice[4]) and number <= after for case, turn, number in self._ended
        )


if __name__ == "__main__":
    import sys

    if len(sys.argv) not in {2, 3}:
        sys.exit(f"usage: {sys.argv[0]} FILE [SEAL]")
    try:
        found = verify(file_rows(Path(sys.argv[1])), seal=sys.argv[2] if len(sys.argv) > 2 else None)
    except sqlite3.Error as error:
        sys.exit(f"{sys.argv[1]} cannot be read: {error}")
    sys.stdout.write("".join(f"{finding}\n" for finding in found.findings) or f"ok: {found.facts} facts\n")
    sys.exit(1 if found.findings else 0)
