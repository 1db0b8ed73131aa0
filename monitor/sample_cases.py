"""Sample agencies, officers and cases, one for each thing that a letter can have to say."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from rules.model import Brief, Case, Deadline, Figure, Ladder, Offset, Original, Promise, Snooze, Stage, Step
from rules.people import Absence, Agency, Officer
from rules.term import Continuous, Every, OnDay, Undated

WORKING_DAYS_10 = Offset(10, "wd", after=True)
LADDER = Ladder(
    "collective",
    (
        Stage("notice", Offset(30, "d", after=False), ("owner",)),
        Stage("reminder", Offset(7, "wd", after=False), ("owner", "cooperating")),
        Stage("last-call", Offset(1, "wd", after=False), ("owner", "head"), snoozable=False),
        Stage("overdue", Offset(1, "wd", after=True), ("owner", "head", "watch"), snoozable=False),
        Stage("escalated", Offset(5, "wd", after=True), ("head", "leader"), snoozable=False),
        Stage(
            "urged", WORKING_DAYS_10, ("leader", "watch"), snoozable=False, every=Offset(5, "wd", after=True)
        ),
    ),
    WORKING_DAYS_10,
    2,
)
AGENCIES = (
    Agency("chinh-phu", "Chính phủ", "Government"),
    Agency("vpcp", "Văn phòng Chính phủ", "Government Office", parent="chinh-phu", rosters=("ministries",)),
    Agency("bo-y-te", "Bộ Y tế", "Ministry of Health", parent="chinh-phu", rosters=("ministries",)),
    Agency(
        "bo-quoc-phong", "Bộ Quốc phòng", "Ministry of Defence", parent="chinh-phu", rosters=("ministries",)
    ),
    Agency("ha-noi", "Thành phố Hà Nội", "Hà Nội", parent="chinh-phu", rosters=("provinces",)),
    Agency("ca-mau", "Tỉnh Cà Mau", "Cà Mau Province", parent="chinh-phu", rosters=("provinces",)),
)
OFFICERS = (
    Officer("lan", "Nguyễn Thị Lan", "lan@example.org", "bo-y-te", "owner", "vi", deputy="minh"),
    Officer(
        "minh", "Trần Văn Minh", "minh@example.org", "bo-y-te", "head", "vi", deputy="lan",
        away=(Absence(date(2016, 7, 4), date(2016, 7, 8)),),
    ),
    Officer("hoa", "Lê Thị Hòa", "hoa@example.org", "bo-y-te", "leader", "vi"),
    Officer("dung", "Phạm Quốc Dũng", "dung@example.org", "*", "watch", "vi"),
    Officer("anna", "Anna Berg", "anna@example.org", "*", "watch", "en"),
)  # fmt: skip
DUE = date(2016, 6, 30)
FIGURE = Figure(("ministries",), 22, 30, date(2016, 3, 24), "báo cáo quý I/2016", about=True)
BECAUSE = (
    Step(
        "“trước ngày 1/7/2016” means that the last day is 2016-06-30",
        "“trước ngày 1/7/2016”: ngày cuối cùng là 30/6/2016",
    ),
    Step("2016-06-30 is a working day", "30/6/2016 là ngày làm việc"),
)
BRIEF = Brief(
    instrument="nq-23-2016",
    obligation="1",
    period=None,
    number="23/NQ-CP",
    instrument_kind="resolution",
    title="Phiên họp Chính phủ tháng 3 năm 2016",
    issuer="chinh-phu",
    issued=date(2016, 3, 30),
    source="https://example.org/23-nq-cp",
    task="Liên thông văn bản điện tử với Văn phòng Chính phủ",
    kind="obligation",
    deadline=Deadline(DUE, DUE, BECAUSE),
    term=OnDay(DUE),
    clause="mục 7",
    quote="hoàn thành việc liên thông trước ngày 1/7/2016",
    phrase="trước ngày 1/7/2016",
    deliverable="hệ thống quản lý văn bản đã liên thông",
    cooperating=("vpcp",),
    collective=("@ministries", "@provinces"),
    ladder=LADDER,
    figures=(FIGURE,),
)


def a_case(stage: str = "", *, due: date = DUE, agency: str = "bo-y-te", number: int = 12) -> Case:
    """An open case of this last day; ``stage``: the highest that has spoken."""
    names = [known.name for known in LADDER.stages]
    spoken = names.index(stage) if stage else -1
    return Case(
        key=f"nq-23-2016/1@{agency}",
        agency=agency,
        brief=BRIEF,
        last_day=due,
        safe_day=due,
        because=BECAUSE,
        number=number,
        decided=tuple(1 if index <= spoken else 0 for index in range(len(names))),
        spoken=(spoken, 0) if stage else None,
        opened=datetime(2016, 5, 25, tzinfo=UTC),
    )


def running() -> Case:
    """Still in time, snoozed."""
    ends = datetime(2016, 7, 20, 1, 0, tzinfo=UTC)
    snooze = Snooze(date(2016, 7, 20), ends, "chờ hướng dẫn kỹ thuật", "lan")
    return replace(a_case(due=date(2016, 7, 29), number=13), snooze=snooze, snoozes=1, progress=60)


def extended() -> Case:
    """Extended, with the original day visible."""
    return replace(a_case(due=date(2016, 7, 15), number=14), original_last_day=DUE, round=2)


def carried_over() -> Case:
    """Late, and carried over from an older instrument."""
    original = Original(date(2016, 3, 31), "Nghị quyết 36a/NQ-CP")
    brief = replace(BRIEF, original=original, collective=())
    return replace(
        a_case("overdue", number=15), brief=brief, original_last_day=original.last_day, vanished=True
    )


def promised() -> Case:
    """Late, with a promise that holds and one that was broken."""
    kept = Promise("lan", date(2016, 7, 12), datetime(2016, 7, 13, 1, 0, tzinfo=UTC), "đang chạy thử")
    broken = Promise(
        "hoa", date(2016, 7, 1), datetime(2016, 7, 4, 1, 0, tzinfo=UTC), "", "escalated", broken=True
    )
    return replace(a_case("overdue", number=16), promises=(kept, broken))


def unsure() -> Case:
    """Only a count covers it."""
    return replace(a_case(number=17), figure=FIGURE)


def undated() -> Case:
    """No day: it waits for the receipt of a document; without number, quote and phrase."""
    deadline = Deadline(None, None, (), waits_for="receipt")
    brief = replace(
        BRIEF, number=None, issued=None, quote=None, phrase=None, clause=None, deliverable=None, ladder=None,
        deadline=deadline, term=Undated(), cooperating=(), collective=(), figures=(),
    )  # fmt: skip
    return replace(
        a_case(number=18), brief=brief, last_day=None, safe_day=None, because=(), waits_for="receipt"
    )


def continuous() -> Case:
    """A duty without an end."""
    return replace(undated(), number=21, brief=replace(undated().brief, term=Continuous()), waits_for=None)


def unheard() -> Case:
    """Its stages speak to cooperating agencies, and there are none."""
    stages = tuple(replace(stage, to=("cooperating",)) for stage in LADDER.stages)
    brief = replace(BRIEF, ladder=replace(LADDER, stages=stages), cooperating=(), collective=("@provinces",))
    return replace(a_case(due=date(2016, 7, 29), number=22), brief=brief)


def recurring() -> Case:
    """The report of one period, with an hour, a first day, another reading and days that nobody has decided."""
    due = date(2016, 7, 9)
    deadline = Deadline(
        due,
        date(2016, 7, 8),
        BECAUSE,
        date(2016, 7, 1),
        "17:00",
        provisional=True,
        other_day=date(2016, 7, 10),
    )
    brief = replace(
        BRIEF, period="2016-Q2", kind="report", deadline=deadline, term=Every("quarter", ()), collective=()
    )
    return replace(a_case(due=due, number=19), brief=brief, safe_day=date(2016, 7, 8))


def hostile() -> Case:
    """Text that tries to be markup, a template, another direction of writing, or endless."""
    bad = "<script>alert(1)</script> {{ 7*7 }} {% raw %} \u202egnp.exe\u200b\r\nBcc: a@example.org"
    brief = replace(
        BRIEF, task=bad, quote=bad * 40, phrase=bad, deliverable=bad, number="1\u202e", clause="</td>"
    )
    return replace(a_case(number=20), brief=brief, key="nq-23-2016/1@x")
