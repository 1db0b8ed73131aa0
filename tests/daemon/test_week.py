"""A whole week of a real daemon on a clock that is made to run, with a real mail server that is away for a day."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from rules.workdays import Workdays
from tests.daemon.installation import TO_A_SERVER, Installation, words_of
from tests.daemon.living import AWAY_FROM, AWAY_UNTIL, Arrived, Planned, Spoken, Week, furnished, lived
from tests.daemon.post import Post
from tests.daemon.sink import Sink
from tests.daemon.turned import HERE, WallClock, local

pytestmark = pytest.mark.timeout(280)
SEAL = re.compile(r"(?:Seal of everything|Dấu niêm của)[^.]*: [0-9a-f ]+")
FIRST_COMMAND = local("2016-06-27T10:00")
FRIDAY, CONNECT = "nq-23-2016/friday@bo-noi-vu", "nq-23-2016/connect@bo-tt-tt"
HEALTH, SOON = "nq-23-2016/connect@bo-y-te", "nq-23-2016/soon@bo-tt-tt"
CHANGED_AWAY = {
    Spoken("ngoc", "escalated", FRIDAY): "closed on Monday",
    Spoken("lan", "last-call", CONNECT): "she has promised Thursday",
    Spoken("huong", "last-call", HEALTH): "extended on Tuesday",
    Spoken("phuc", "last-call", HEALTH): "extended on Tuesday",
    Spoken("huong", "overdue", HEALTH): "extended on Tuesday",
    Spoken("phuc", "overdue", HEALTH): "extended on Tuesday",
}
SNOOZED = {Spoken("lan", "reminder", SOON), Spoken("huong", "reminder", SOON)}
NEWS = Counter(
    {
        ("binh", "closing", FRIDAY): 1,
        ("ngoc", "closing", FRIDAY): 1,
        ("huong", "change", HEALTH): 1,
        ("lan", "change", CONNECT): 1,
        ("minh", "change", CONNECT): 1,
    }
)


@pytest.fixture(scope="module")
def week(preload: Path, tmp_path_factory: pytest.TempPathFactory, workdays: Workdays) -> Iterator[Week]:
    """Lived once for all tests of this file."""
    office = Installation(tmp_path_factory.mktemp("week"))
    clock = WallClock(preload, office.folder, local("2016-06-23T12:00"))
    office.environ.update(clock.environ)
    with Sink(clock.now) as sink:
        furnished(office, TO_A_SERVER.format(port=sink.port, security="none"))
        yield lived(office, clock, sink, workdays)


def foretold(plan: tuple[Planned, ...]) -> Counter[Spoken]:
    return Counter(spoken for letter in plan for spoken in letter.spoken)


def told(arrived: tuple[Arrived, ...]) -> Counter[Spoken]:
    return Counter(spoken for letter in arrived for spoken, _ in letter.spoken)


@pytest.mark.contract(1, 2)
def test_every_stage_notice_of_the_plan_arrived_once_but_those_that_were_changed_away(week: Week) -> None:
    plan = foretold(week.plan)
    assert set(CHANGED_AWAY) | SNOOZED <= set(plan)
    assert told(week.arrived) == plan - Counter(CHANGED_AWAY.keys())
    assert set(told(week.arrived).values()) == {1}


def test_each_notice_is_of_its_first_occurrence(week: Week) -> None:
    assert {occurrence for letter in week.arrived for _, occurrence in letter.spoken} == {0}


def test_a_plan_made_after_the_last_command_is_what_arrived(week: Week) -> None:
    after = tuple(letter for letter in week.arrived if letter.at > week.commands_over)
    assert told(after) == foretold(week.plan_after_the_commands)
    assert foretold(week.plan_after_the_commands)


def test_snoozed_reminders_came_on_the_morning_of_the_day_named(week: Week) -> None:
    days = {
        spoken: letter.at.astimezone(AWAY_FROM.tzinfo).date().isoformat()
        for letter in week.arrived
        for spoken, _ in letter.spoken
        if spoken in SNOOZED
    }
    assert days == dict.fromkeys(SNOOZED, "2016-06-30")


@pytest.mark.contract(4)
def test_nothing_came_before_its_moment_and_nothing_more_than_a_minute_after(week: Week) -> None:
    moments = {spoken: letter.at for letter in week.plan for spoken in letter.spoken}
    moments |= {spoken: letter.at for letter in week.plan_after_the_commands for spoken in letter.spoken}
    for letter in week.arrived:
        for spoken, _ in letter.spoken:
            moment = moments[spoken]
            late = AWAY_UNTIL + timedelta(minutes=80) if AWAY_FROM < moment < AWAY_UNTIL else moment
            assert moment <= letter.at <= late + timedelta(seconds=60), (spoken, moment, letter.at)


def test_the_letters_of_the_day_without_a_server_came_when_it_was_back(week: Week) -> None:
    of_that_day = [
        letter for letter in week.plan_after_the_commands if letter.at.date().isoformat() == "2016-06-29"
    ]
    missed = Counter(spoken for letter in of_that_day for spoken in letter.spoken)
    between = tuple(letter for letter in week.arrived if AWAY_FROM < letter.at < local("2016-06-30T07:00"))
    assert missed
    assert told(between) == missed
    assert all(letter.at >= AWAY_UNTIL for letter in between)


def test_all_digests_came_but_that_of_the_day_without_a_server_which_was_superseded(week: Week) -> None:
    def digests(letters: list[tuple[datetime, str]]) -> set[tuple[str, str]]:
        return {(at.astimezone(AWAY_FROM.tzinfo).date().isoformat(), officer) for at, officer in letters}

    planned = digests([(letter.at, letter.officer) for letter in week.plan if letter.letter == "digest"])
    came = [(letter.at, letter.officer) for letter in week.arrived if letter.letter == "digest"]
    assert len(came) == len(digests(came)), "a digest came twice"
    assert digests(came) == planned - {("2016-06-29", "lan"), ("2016-06-29", "ngoc")}
    assert week.outbox.count(("superseded", "digest")) == 2


def test_each_change_was_told_once_to_whoever_had_been_told(week: Week) -> None:
    news = [letter for letter in week.arrived if letter.letter in {"change", "closing"}]
    assert Counter((letter.officer, letter.letter, *letter.post.cases) for letter in news) == NEWS


def test_the_register_letter_came_once(week: Week) -> None:
    (register,) = [letter for letter in week.arrived if letter.letter == "register"]
    assert register.officer == "huong"
    assert set(register.post.cases) == {"nq-23-2016/late@bo-y-te", "nq-23-2016/weekly@bo-y-te#2016-W24"}


@pytest.mark.contract(2, 3)
def test_no_letter_came_twice_and_nothing_is_left(week: Week) -> None:
    assert max(Counter(letter.post.message_id for letter in week.arrived).values()) == 1
    assert {state for state, _ in week.outbox} == {"accepted", "superseded"}
    assert week.outbox.count(("superseded", "bundle")) + week.outbox.count(("superseded", "stage")) == 0


def test_until_the_first_command_the_letters_are_word_for_word_those_of_the_plan(week: Week) -> None:
    planned = {post.message_id: post for post in week.planned_post}
    early = [letter.post for letter in week.arrived if letter.at < FIRST_COMMAND]
    assert len(early) == sum(letter.at < FIRST_COMMAND for letter in week.plan)
    for post in early:
        # A digest's foot seals the journal as it is written, which a forecast writes at other moments.
        assert unsealed(post) == unsealed(planned[post.message_id])


def unsealed(post: Post) -> Post:
    return replace(post, text=SEAL.sub("", post.text), html=SEAL.sub("", post.html))


def test_both_daemons_stopped_politely(week: Week) -> None:
    assert week.exit_codes == (0, 0)
    assert '"level":"error"' not in week.log


def test_the_letters_show_correct_vietnamese_in_subject_name_and_body(week: Week) -> None:
    directory = tomllib.loads((HERE / "week" / "directory.toml").read_text(encoding="utf-8"))
    people = {officer["email"]: officer for officer in directory["officer"]}
    tasks = {
        f"{read['instrument']['id']}/{obligation['id']}": obligation["task"]
        for file in (HERE / "week" / "catalogue").iterdir()
        for read in [tomllib.loads(file.read_text(encoding="utf-8"))]
        for obligation in read["obligation"]
    }
    for letter in week.arrived:
        post, person = letter.post, people[letter.post.recipient]
        assert post.name == person["name"]
        assert person["name"] in post.text
        for part in (post.subject, post.text, post.html):
            assert part == unicodedata.normalize("NFC", part)
            assert not any(wrong in part for wrong in ("\N{REPLACEMENT CHARACTER}", "áº", "á»"))
        for case in post.cases:
            assert tasks[case.partition("@")[0]].rstrip(".") in words_of(post.text)
    vietnamese = [letter.post for letter in week.arrived if people[letter.post.recipient]["language"] == "vi"]
    assert len(vietnamese) > 20
    assert all("Kính gửi" in post.text for post in vietnamese)
    assert any("quá hạn" in post.subject for post in vietnamese)
    assert any("thư" in post.text and "trước ngày 1/7/2016" in post.text for post in vietnamese)


def test_subjects_read_by_hand_are_those_that_the_plan_gave(week: Week) -> None:
    subjects = {letter.subject for letter in week.plan}
    early = [letter.post.subject for letter in week.arrived if letter.at < FIRST_COMMAND]
    assert set(early) <= subjects
