"""What is still ahead of a case, and what of the case decides it."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest

from rules.coming import coming, footing
from rules.model import Case, Figure, Promise, Snooze
from rules.term import OnDay
from tests.builders import SETTING, a_brief, a_case, local, shown

DUE = date(2016, 6, 30)
SNOOZE = Snooze(date(2016, 6, 24), local("2016-06-24T08:00"), "holiday", "lan")
# Another value of every field of a case.
OTHERS: dict[str, object] = {
    "key": "nq-1/9@bo-tai-chinh",
    "agency": "bo-tai-chinh",
    "brief": a_brief(OnDay(DUE), ladder="milestone"),
    "last_day": date(2016, 7, 29),
    "safe_day": date(2016, 6, 20),
    "because": (),
    "number": 7,
    "round": 3,
    "opened": local("2016-06-01"),
    "original_last_day": date(2016, 5, 3),
    "quiet_until": local("2016-07-05T08:00"),
    "decided": (1, 1, 1, 0, 0, 2),
    "spoken": (2, 0),
    "closed_on": DUE,
    "evidence": "1/BC",
    "withdrawn": True,
    "snooze": SNOOZE,
    "snoozes": 1,
    "promises": (Promise("lan", DUE, local("2016-07-01T08:00")),),
    "progress": 50,
    "figure": Figure(("@ministries",), 3, 9, DUE, "a report"),
    "assigned": "lan",
    "vanished": True,
    "waits_for": "receipt",
    "anchors": (("issued", DUE),),
    "folded_by": ("nq-2",),
    "next_look": local("2016-06-21T08:00"),
}


def the_stages(case: Case, after: str) -> list[str]:
    return [f"{one.stage} {shown(one.moment)}" for one in coming(case, local(after), SETTING)]


def test_stages_that_have_spoken_do_not_come_again_and_the_grid_goes_on() -> None:
    fresh = a_case(decided=(1,))
    assert the_stages(fresh, "2016-06-20T09:00") == [
        "reminder 2016-06-21T08:00",
        "last-call 2016-06-29T08:00",
        "overdue 2016-07-01T08:00",
    ]
    urged_twice = a_case(decided=(1, 1, 1, 1, 1, 2))
    assert the_stages(urged_twice, "2016-07-22T09:00") == [
        "urged 2016-07-28T08:00",
        "urged 2016-08-04T08:00",
        "urged 2016-08-11T08:00",
    ]


def test_every_field_of_a_case_has_another_value_here() -> None:
    assert set(OTHERS) == {field.name for field in fields(Case)}


def test_what_decides_about_the_stages_to_come() -> None:
    case = a_case()
    deciding = {name for name in OTHERS if footing(other_than(case, name)) != footing(case)}
    assert deciding == {
        "brief",
        "last_day",
        "safe_day",
        "decided",
        "quiet_until",
        "snooze",
        "closed_on",
        "withdrawn",
    }


@pytest.mark.parametrize(
    "after", ["2016-05-20T09:00", "2016-06-21T07:00", "2016-06-23T09:00", "2016-07-11T12:00"]
)
def test_cases_of_one_footing_have_the_same_stages_to_come(after: str) -> None:
    case = a_case()
    alike = [
        other for other in (other_than(case, name) for name in OTHERS) if footing(other) == footing(case)
    ]
    assert [the_stages(other, after) for other in alike] == [the_stages(case, after)] * len(alike)


def other_than(case: Case, name: str) -> Case:
    """The same but for one field."""
    return replace(case, **{name: OTHERS[name]})  # type: ignore[arg-type]  # each value is of its field's type
