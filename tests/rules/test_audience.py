"""Who is told: roles, fall-backs, successors and deputies."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rules.audience import Addressee, audience, stand_in
from rules.model import Case, Role
from rules.people import Absence, Officer
from rules.setting import Setting
from rules.term import Undated
from tests.builders import (
    AGENCIES,
    SETTING,
    a_brief,
    a_case,
    a_directory,
    a_setting,
    an_officer,
    the_officers,
)

DAY = date(2016, 6, 21)
OWNER, HEAD, LEADER = (f"{role}-of-bo-y-te" for role in ("owner", "head", "leader"))


def without(*gone: str) -> Setting:
    return a_setting(officers=[officer for officer in the_officers() if officer.id not in gone])


def told(setting: Setting, *roles: Role, case: Case | None = None, day: date = DAY) -> list[str]:
    return [person.officer for person in audience(case or a_case(), roles, day, setting)]


@pytest.mark.parametrize(
    ("role", "officers"),
    [
        ("owner", [OWNER]),
        ("head", [HEAD]),
        ("leader", [LEADER]),
        ("cooperating", ["owner-of-vpcp"]),
        ("watch", ["watch-1", "watch-2"]),
    ],
)
def test_a_role_reaches_its_officers(role: Role, officers: list[str]) -> None:
    assert told(SETTING, role) == officers


def test_all_officers_of_a_role_receive() -> None:
    second = an_officer("second", "bo-y-te", "owner")
    assert told(a_setting(officers=(*the_officers(), second)), "owner") == [OWNER, "second"]


def test_nobody_in_a_role_is_replaced_by_the_next_of_owner_head_leader() -> None:
    assert audience(a_case(), ("owner",), DAY, without(OWNER)) == (Addressee(HEAD, "head", "owner"),)
    assert audience(a_case(), ("owner",), DAY, without(OWNER, HEAD)) == (
        Addressee(LEADER, "leader", "owner"),
    )
    assert audience(a_case(), ("head",), DAY, without(HEAD)) == (Addressee(LEADER, "leader", "head"),)


def test_an_owner_never_stands_in_for_a_head() -> None:
    assert told(without(HEAD, LEADER), "head") == ["head-of-chinh-phu"]


def test_an_agency_without_anybody_reaches_its_parents_same_role() -> None:
    found = audience(a_case(), ("owner",), DAY, without(OWNER, HEAD, LEADER))
    assert found == (Addressee("owner-of-chinh-phu", "owner", "owner"),)


def test_where_nobody_is_found_at_all_the_monitoring_office_is_told() -> None:
    alone = a_setting(officers=[an_officer("watch-1", "*", "watch")])
    assert audience(a_case(), ("leader",), DAY, alone) == (Addressee("watch-1", "watch", "leader"),)


def test_a_cooperating_agency_without_an_owner_reaches_nobody() -> None:
    assert told(without("owner-of-vpcp"), "cooperating") == []


def test_an_officer_in_two_roles_is_told_once_in_the_first() -> None:
    found = audience(a_case(), ("leader", "head", "owner"), DAY, without(OWNER, HEAD))
    assert found == (Addressee(LEADER, "leader", "owner"),)


def test_joint_leads_are_all_told() -> None:
    joint = a_case(brief=a_brief(Undated(), joint=("bo-y-te", "bo-noi-vu")))
    assert told(SETTING, "owner", case=joint) == [OWNER, "owner-of-bo-noi-vu"]


def test_an_assigned_officer_stands_for_the_owner_and_for_no_other_role() -> None:
    case = a_case(assigned="watch-2")
    assert told(SETTING, "owner", "head", case=case) == ["watch-2", HEAD]


def test_an_assigned_officer_who_has_left_the_directory_gives_way_to_the_owner() -> None:
    assert told(without("watch-2"), "owner", case=a_case(assigned="watch-2")) == [OWNER]


def test_after_an_agencys_end_its_mail_goes_to_the_successors_successor() -> None:
    merged = [
        replace(agency, until=date(2016, 6, 20), successor="bo-noi-vu") if agency.id == "bo-y-te" else
        replace(agency, until=date(2016, 6, 25), successor="vpcp") if agency.id == "bo-noi-vu" else agency
        for agency in AGENCIES
    ]  # fmt: skip
    setting = a_setting(agencies=merged)
    assert told(setting, "owner", day=date(2016, 6, 20)) == [OWNER]
    assert told(setting, "owner", day=date(2016, 6, 21)) == ["owner-of-bo-noi-vu"]
    assert told(setting, "owner", day=date(2016, 6, 26)) == ["owner-of-vpcp"]


def test_successors_in_a_circle_end_somewhere() -> None:
    circle = [
        replace(
            agency, until=date(2016, 1, 1), successor={"bo-y-te": "vpcp", "vpcp": "bo-y-te"}.get(agency.id)
        )
        for agency in AGENCIES
    ]
    assert told(a_setting(agencies=circle), "owner") in ([OWNER], ["owner-of-vpcp"])


def test_parents_in_a_circle_end_at_the_monitoring_office() -> None:
    parents = {"bo-y-te": "vpcp", "vpcp": "bo-y-te"}
    circle = [replace(agency, parent=parents.get(agency.id)) for agency in AGENCIES]
    alone = a_setting(officers=[an_officer("watch-1", "*", "watch")], agencies=circle)
    assert told(alone, "owner") == ["watch-1"]


AWAY = (Absence(date(2016, 6, 20), date(2016, 6, 24)),)


def reader(day: date, *officers: Officer) -> str:
    return stand_in(officers[0], day, a_directory(officers)).id


@pytest.mark.parametrize(
    ("day", "reads"),
    [
        (date(2016, 6, 19), "lan"),
        (date(2016, 6, 20), "minh"),
        (date(2016, 6, 24), "minh"),
        (date(2016, 6, 25), "lan"),
    ],
)
def test_the_deputy_reads_on_the_first_and_the_last_day_away(day: date, reads: str) -> None:
    lan = an_officer("lan", "bo-y-te", "owner", deputy="minh", away=AWAY)
    assert reader(day, lan, an_officer("minh", "bo-y-te", "head")) == reads


def chain(length: int) -> tuple[Officer, ...]:
    """So many officers who are away, each with the next as deputy, and one who is there."""
    away = [an_officer(f"o{n}", "bo-y-te", "owner", deputy=f"o{n + 1}", away=AWAY) for n in range(length)]
    return (*away, an_officer(f"o{length}", "bo-y-te", "owner"))


def test_a_chain_of_deputies_is_followed_three_times_at_most() -> None:
    assert reader(DAY, *chain(3)) == "o3"
    assert reader(DAY, *chain(4)) == "o0"


def test_an_officer_away_without_a_deputy_who_is_there_reads_it_all_the_same() -> None:
    assert reader(DAY, an_officer("lan", "bo-y-te", "owner", away=AWAY)) == "lan"
    assert reader(DAY, an_officer("lan", "bo-y-te", "owner", deputy="gone", away=AWAY)) == "lan"


def test_the_key_keeps_the_intended_officer_while_a_deputy_reads() -> None:
    officers = [
        replace(officer, away=AWAY, deputy=HEAD) if officer.id == OWNER else officer
        for officer in the_officers()
    ]
    assert told(a_setting(officers=officers), "owner") == [OWNER]
