"""Sample letters of every kind: what `check` and a reload render before they trust a template."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from hashlib import sha256
from zoneinfo import ZoneInfo

from monitor import sample_cases as the
from monitor.claim import Claim, Entry, Tally
from rules.audience import stand_in
from rules.digest import Changed, Counts, Digest
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
from rules.library import Directory
from rules.model import Case
from rules.notices import LetterKind, Notice, NoticeKind
from rules.people import Officer
from rules.reconcile import ANOTHER_DAY
from rules.setting import Setting
from rules.stage_facts import StageReached
from rules.workdays import Workdays

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
NOW = datetime(2016, 7, 7, 1, 0, tzinfo=UTC)
TODAY = date(2016, 7, 7)
Told = tuple[Notice, Case | None]


def setting() -> Setting:
    """A calendar of weekends and fixed holidays, a few agencies and officers."""
    directory = Directory({officer.id: officer for officer in the.OFFICERS})
    agencies = {agency.id: agency for agency in the.AGENCIES}
    return Setting(Workdays.of((), ()), agencies, directory, ZONE, time(8, 0))


def reader(language: str, claim: Claim) -> Officer:
    """Who reads this letter: its officer, or the deputy of one who is away, in this language."""
    directory = setting().directory
    return replace(
        stand_in(directory.officers.get(claim.officer, the.OFFICERS[0]), TODAY, directory), language=language
    )


def named() -> Iterator[tuple[str, Claim]]:
    """Every kind of letter, with every kind of case and fact that changes what a letter says; a name each."""
    yield from _stages()
    several = (
        the.promised(),
        the.carried_over(),
        the.recurring(),
        the.running(),
        the.unsure(),
        the.undated(),
    )
    yield "bundle", claim("bundle", *(stage(case, "urged", occurrence=1) for case in several))
    yield "bundle-watch", watch()
    yield from _few()
    yield "bundle-many", many(60)
    quiet = datetime(2016, 7, 14, 1, 0, tzinfo=UTC)
    late = (replace(case, quiet_until=quiet) for case in (the.carried_over(), the.a_case()))
    yield "register", claim("register", *((notice("register", case), case) for case in late))
    unsure = [(notice("register", case), case) for case in (the.unsure(), replace(the.unsure(), number=24))]
    yield "register-unsure", claim("register", *unsure)
    yield from _changed()
    yield from _closings()
    yield "digest", digest()
    calm = Digest("lan", TODAY, 16, ending=(the.running(),), counts=Counts(1, 0, 0, 0, 0, 1))
    yield "digest-calm", claim("digest", digest=calm)
    yield "digest-quiet", claim("digest", digest=Digest("lan", TODAY, 18))
    text = "The mail server refused the login: 535 5.7.8.\nNothing goes out until the password is set."
    yield "failure", claim("failure", (replace(notice("failure", None), text=text), None))


def _few() -> Iterator[tuple[str, Claim]]:
    """Cases in time, without a day, or with nobody to tell, and a collective of which one is left."""
    in_time = (the.unheard(), the.running())
    yield "bundle-in-time", claim("bundle", *(stage(case, "reminder") for case in in_time))
    free = (the.continuous(), replace(the.continuous(), number=23, brief=the.undated().brief))
    yield "bundle-undated", claim("bundle", *(stage(case, "urged") for case in free), officer="tuan")
    last = claim("stage", stage(the.unheard(), "overdue", role="watch"), officer="anna")
    yield "stage-watch", replace(last, tallies=(("nq-23-2016/1", Tally(63, 61, 0, 1, 1)),))
    yield "stage-unsure", claim("stage", stage(the.unsure(), "overdue", role="watch"), officer="anna")


def _stages() -> Iterator[tuple[str, Claim]]:
    yield "stage", claim("stage", stage(the.a_case("overdue"), "escalated"))
    yield "stage-last", claim("stage", stage(the.a_case("overdue", due=TODAY), "last-call"))
    held = replace(stage(the.running(), "reminder")[0], held=("notice",), instead="leader")
    yield "stage-held", claim("stage", (held, the.running()))
    yield "stage-deputy", claim("stage", stage(the.extended(), "overdue", role="head"), officer="minh")
    yield "stage-deputy-watch", claim("stage", stage(the.extended(), "overdue", role="watch"), officer="minh")
    yield "stage-hostile", claim("stage", stage(the.hostile(), "notice", role="cooperating"))


def _changed() -> Iterator[tuple[str, Claim]]:
    case = the.extended()
    facts = dict(_changes())
    for name, fact in facts.items():
        after = replace(case, withdrawn=True) if isinstance(fact, Withdrawn) else case
        role = "promised" if name == "reopened" else "owner"
        yield f"change-{name}", claim("change", (notice("change", after, fact, role), after))
    done = notice("change", case, facts["extended"], role="told")
    yield "change-deputy", claim("change", (done, case), officer="minh")
    told = (
        (the.promised(), facts["broken"]),
        (the.continuous(), Withdrawn(case.key, TODAY, "Công văn 7/VPCP")),
    )
    yield "change-several", claim("change", *((notice("change", known, fact), known) for known, fact in told))


def _changes() -> Iterator[tuple[str, Fact]]:
    key, due, new = the.extended().key, the.DUE, date(2016, 7, 15)
    yield "extended", Extended(key, TODAY, 2, due, new, new, "Công văn 120/VPCP-KSTT", "chờ hạ tầng")
    yield "moved", DeadlineMoved(key, TODAY, 2, due, None, None, "the catalogue names another day")
    yield "brought-forward", DeadlineMoved(key, TODAY, 2, due, new, new, ANOTHER_DAY)
    yield "withdrawn", Withdrawn(key, TODAY, "Nghị quyết 50/NQ-CP", "nq-50-2016")
    lapsed = (Lapsed("lan", date(2016, 7, 12)),)
    yield "reopened", Reopened(key, TODAY, 2, "hồ sơ chưa đủ", lapsed=lapsed)
    yield "broken", PromiseBroken(key, TODAY, "lan", date(2016, 7, 6), "escalated")
    yield "assigned", Assigned(key, TODAY, "minh", "phân công lại")


def _closings() -> Iterator[tuple[str, Claim]]:
    for name, day, case in (
        ("closing", date(2016, 6, 28), the.a_case("reminder")),
        ("closing-late", date(2016, 7, 5), the.carried_over()),
    ):
        fact = Closed(case.key, day, "Báo cáo 101/BC-BYT ngày 28/6/2016", "bao-cao.pdf", "0" * 64)
        closed = replace(case, closed_on=day, evidence=fact.evidence)
        yield name, claim("closing", (notice("closing", closed, fact, role="told"), closed))
    done = tuple(replace(case, closed_on=TODAY) for case in (the.running(), the.continuous()))
    facts = (Closed(case.key, TODAY, "Báo cáo 102/BC-BYT") for case in done)
    told = ((notice("closing", case, fact), case) for case, fact in zip(done, facts, strict=True))
    yield "closing-several", claim("closing", *told)


def watch() -> Claim:
    """The monitoring office's letter: one collective obligation, several agencies, one of them unconfirmed."""
    names = ("bo-y-te", "bo-quoc-phong", "ha-noi", "ca-mau")
    cases = [the.a_case("overdue", agency=name, number=30 + at) for at, name in enumerate(names)]
    cases[3] = replace(cases[3], figure=the.FIGURE)
    told = (stage(case, "overdue", role="watch") for case in cases)
    tally = Tally(of=93, done=70, open_late=3, open_in_time=0, unconfirmed=20)
    made = claim("bundle", *told, officer="dung")
    return replace(made, tallies=(("nq-23-2016/1", tally),))


def many(count: int) -> Claim:
    """A letter of so many late cases."""
    cases = (
        replace(the.a_case("overdue", number=number), key=f"nq-23-2016/{number}@bo-y-te")
        for number in range(1, count + 1)
    )
    return claim("bundle", *(stage(case, "overdue") for case in cases))


def digest() -> Claim:
    """A digest that holds something in each section, and more than it lists."""
    extension = next(fact for name, fact in _changes() if name == "extended")
    changed = (
        Changed(the.extended(), extension),
        *(Changed(the.running(), fact) for fact in _smaller_facts()),
    )
    drawn = Digest(
        "lan",
        TODAY,
        17,
        overdue=(the.carried_over(), the.promised()),
        due_soon=(the.recurring(), the.extended()),
        changed=changed,
        ending=(the.running(), the.promised()),
        unconfirmed=(the.unsure(),),
        counts=Counts(40, 60, 2, 1, len(changed), 2),
        seal=sha256(b"sample").hexdigest(),
    )
    return claim("digest", digest=drawn)


def _smaller_facts() -> tuple[Fact, ...]:
    """What changes no deadline."""
    key, day = the.running().key, date(2016, 7, 20)
    return (
        ProgressReported(key, TODAY, 60, "đang chạy thử"),
        ProgressReported(key, TODAY, None, "đang chờ thẩm định"),
        Snoozed(key, TODAY, day, NOW, "chờ hướng dẫn kỹ thuật", "lan"),
        Unsnoozed(key, TODAY),
        Acknowledged(key, TODAY, "lan", day, NOW),
        AnchorSet(key, TODAY, 2, "receipt", TODAY, "Công văn đến số 15", day, day),
        Assigned(key, TODAY, "minh", "phân công lại"),
        CaseOpened(key, TODAY, "bo-y-te", day, day),
        CaseVanished(key, TODAY),
        CaseVanished(key, TODAY, returned=True),
    )


def stage(case: Case, name: str, *, role: str = "owner", occurrence: int = 0) -> tuple[Notice, Case]:
    """A notice that a stage of the case causes, planned for today, a last call for the day before."""
    planned = NOW - timedelta(days=1 if name == "last-call" else 0)
    fact = StageReached(case.key, TODAY, case.round, name, occurrence, "lan", planned, "", role)
    return replace(notice("stage", case, fact, role), stage=name, occurrence=occurrence), case


def notice(kind: NoticeKind, case: Case | None, fact: Fact | None = None, role: str = "owner") -> Notice:
    """A notice of this kind to Lan."""
    key = f"{case.key if case else ''}|{kind}|lan"
    return Notice(key, kind, "lan", NOW, case=case.key if case else None, role=role, fact=fact)


def claim(kind: LetterKind, *told: Told, officer: str = "lan", digest: Digest | None = None) -> Claim:
    """A claimed letter of these notices, worst first."""
    entries = tuple(Entry(notice, case) for notice, case in told)
    return Claim(1, f"{kind}/{officer}/sample", kind, officer, entries, 1, NOW, digest=digest)
