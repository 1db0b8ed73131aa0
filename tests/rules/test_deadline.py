"""Terms reckoned into days, with the law's reasons; the worked examples were computed by hand."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.deadline import Occurrence, occurrences, reckon, reckon_occurrence, shifted
from rules.model import Deadline, Offset, Step
from rules.reading.phrase.phrases import Reading, read_phrase
from rules.term import After, Continuous, DayOfPeriod, Every, OnDay, Period, Undated, Unit, Within
from tests.rules.calendar_file import vietnam

QUOTE = Step('the text says "x"', "văn bản ghi “x”")
DAYS = st.dates(date(2010, 1, 1), date(2026, 12, 31))


def day(text: str) -> date:
    return date.fromisoformat(text)


def from_phrase(phrase: str, **anchors: str) -> Deadline:
    reading = read_phrase(phrase, day("2016-03-30"), vietnam().tet)
    assert isinstance(reading, Reading), phrase
    known = {name: day(text) for name, text in anchors.items()}
    return reckon(reading.term, known, vietnam(), reading.because, reading.other_day)


def reasons(deadline: Deadline) -> str:
    return " · ".join(step.en for step in deadline.because)


def test_quarter_four_of_2018_ends_on_a_swapped_day_off() -> None:
    deadline = from_phrase("trong quý IV/2018")
    assert (deadline.last_day, deadline.safe_day) == (day("2018-12-31"), day("2018-12-28"))
    assert deadline.earliest == day("2018-10-01")
    assert "Saturday 2019-01-05 is worked instead" in reasons(deadline)


def test_the_end_of_2016_is_a_saturday_and_the_safe_day_the_friday_before() -> None:
    deadline = from_phrase("đến hết năm 2016")
    assert (deadline.last_day, deadline.safe_day) == (day("2016-12-31"), day("2016-12-30"))
    assert "2016-12-31 is a Saturday" in reasons(deadline)


def test_the_yearly_report_of_2018_is_due_on_a_sunday_and_safe_on_the_friday_before() -> None:
    term = Every("year", (DayOfPeriod(31, 3),), 1)
    [occurrence] = occurrences(term, day("2019-01-01"), day("2019-12-31"))
    assert occurrence == Occurrence("2018", day("2018-01-01"), day("2018-12-31"), day("2019-03-31"), 1)
    deadline = reckon_occurrence(occurrence, vietnam(), (QUOTE,))
    assert (deadline.last_day, deadline.safe_day) == (day("2019-03-31"), day("2019-03-29"))
    assert deadline.because[0] == QUOTE


@pytest.mark.parametrize(
    ("phrase", "last"),
    [
        ("5 ngày làm việc kể từ ngày 26/4/2019", "2019-05-07"),
        ("5 ngày làm việc kể từ ngày 28/12/2018", "2019-01-07"),
        ("15 ngày kể từ ngày 17/4/2019", "2019-05-02"),
        ("30 ngày kể từ ngày 1/6/2016", "2016-07-01"),
        ("3 ngày kể từ ngày 15/6/2016", "2016-06-20"),
        ("2 tuần kể từ ngày 1/6/2016", "2016-06-15"),
        ("1 tháng kể từ ngày 31/1/2019", "2019-02-28"),
        ("1 tháng kể từ ngày 31/1/2016", "2016-02-29"),
        ("1 năm kể từ ngày 29/2/2016", "2017-02-28"),
        ("1 quý kể từ ngày 30/11/2016", "2017-02-28"),
        ("24 giờ kể từ ngày 1/6/2016", "2016-06-02"),
        ("12 giờ kể từ ngày 1/6/2016", "2016-06-01"),
        # Hours run through days off: Friday and 24 hours is Saturday.
        ("24 giờ kể từ ngày 17/6/2016", "2016-06-18"),
    ],
)
def test_a_counted_period_ends_as_the_civil_code_says(phrase: str, last: str) -> None:
    assert from_phrase(phrase).last_day == day(last)


def test_a_counted_period_that_ends_on_a_day_off_rolls_forward_and_says_why() -> None:
    deadline = from_phrase("3 ngày kể từ ngày ký", issued="2016-06-15")
    assert deadline.last_day == deadline.safe_day == day("2016-06-20")
    said = reasons(deadline)
    assert "2016-06-18 is a Saturday" in said
    assert "2016-06-19 is a Sunday" in said
    assert "art. 148.5" in said
    assert "art. 147" in said


def test_a_fixed_day_on_a_day_off_stays_and_only_the_safe_day_moves_back() -> None:
    deadline = from_phrase("chậm nhất ngày 18/6/2016")
    assert (deadline.last_day, deadline.safe_day) == (day("2016-06-18"), day("2016-06-17"))


def test_a_period_whose_anchor_is_unknown_is_not_yet_running_until_it_is_said() -> None:
    waiting = from_phrase("15 ngày làm việc kể từ ngày nhận được hồ sơ")
    assert (waiting.last_day, waiting.safe_day, waiting.waits_for) == (None, None, "receipt")
    term = After(15, "working_day", "receipt")
    running = reckon(term, {"receipt": day("2016-04-01")}, vietnam(), waiting.because)
    assert running.waits_for is None
    assert running.last_day == vietnam().shift(day("2016-04-01"), 15)
    assert "not yet known" not in reasons(running)
    assert len(set(running.because)) == len(running.because)


def test_an_hour_binds_the_day_itself_and_is_kept() -> None:
    deadline = from_phrase("trước 17h ngày 28/12/2018")
    assert (deadline.last_day, deadline.hour) == (day("2018-12-28"), "17:00")
    assert "17:00" in reasons(deadline)


def test_the_reading_that_was_beaten_is_handed_through() -> None:
    deadline = from_phrase("chậm nhất trước ngày 20/12/2023")
    assert (deadline.last_day, deadline.other_day) == (day("2023-12-19"), day("2023-12-20"))


@pytest.mark.parametrize(
    "term", [Undated(), Continuous(), Continuous(day("2016-01-01")), Every("quarter", (DayOfPeriod(20, 3),))]
)
def test_some_terms_have_no_last_day_and_say_so(term: Undated | Continuous | Every) -> None:
    deadline = reckon(term, {}, vietnam(), (QUOTE,))
    assert (deadline.last_day, deadline.safe_day, deadline.waits_for) == (None, None, None)
    assert deadline.because[0] == QUOTE
    assert len(deadline.because) == 2


def test_a_day_past_the_decided_calendar_is_marked_and_says_so() -> None:
    deadline = reckon(OnDay(day("2027-06-30")), {}, vietnam())
    assert deadline.provisional
    assert "provisional" in reasons(deadline)
    assert not reckon(OnDay(day("2026-06-30")), {}, vietnam()).provisional
    assert reckon(After(5, "working_day", "day:2026-12-29"), {}, vietnam()).provisional


@given(DAYS, st.integers(1, 400), st.sampled_from(["day", "working_day", "week", "month", "year"]))
def test_a_counted_period_ends_on_a_working_day_after_its_anchor(start: date, count: int, unit: Unit) -> None:
    deadline = reckon(After(count % 30 + 1, unit, "issued"), {"issued": start}, vietnam())
    assert deadline.last_day is not None
    assert deadline.last_day > start
    assert vietnam().includes(deadline.last_day)
    assert deadline.safe_day == deadline.last_day


@given(DAYS, DAYS)
def test_a_fixed_term_keeps_its_day_and_aims_at_a_working_day_before_it(first: date, last: date) -> None:
    first, last = sorted((first, last))
    deadline = reckon(Within(first, last), {}, vietnam())
    assert deadline.last_day == last
    assert deadline.safe_day == vietnam().on_or_before(last)


def labels(term: Every, first: str, last: str) -> list[tuple[str, str]]:
    return [(found.label, str(found.due)) for found in occurrences(term, day(first), day(last))]


def test_two_days_a_year_stand_for_the_halves() -> None:
    term = Every("year", (DayOfPeriod(14, 6), DayOfPeriod(30, 11)))
    assert labels(term, "2025-01-01", "2026-06-14") == [
        ("2025-H1", "2025-06-14"),
        ("2025-H2", "2025-11-30"),
        ("2026-H1", "2026-06-14"),
    ]
    first, second = occurrences(term, day("2025-01-01"), day("2025-12-31"))
    assert (first.first, first.last) == (day("2025-01-01"), day("2025-06-30"))
    assert (second.first, second.last) == (day("2025-07-01"), day("2025-12-31"))


def test_each_half_of_a_year_may_have_a_day_in_a_year_of_its_own() -> None:
    term = Every("year", (DayOfPeriod(14, 7), DayOfPeriod(19, 1, later=1)))
    assert labels(term, "2025-01-01", "2026-07-14") == [
        ("2024-H2", "2025-01-19"),
        ("2025-H1", "2025-07-14"),
        ("2025-H2", "2026-01-19"),
        ("2026-H1", "2026-07-14"),
    ]
    (half,) = occurrences(term, day("2026-01-01"), day("2026-06-30"))
    assert (half.first, half.last) == (day("2025-07-01"), day("2025-12-31"))
    deadline = reckon_occurrence(half, vietnam(), ())
    assert "for the period 2025-H2 it is due on 2026-01-19, in the period after it" in reasons(deadline)


def test_each_quarter_of_a_year_may_have_a_day_in_a_year_of_its_own() -> None:
    term = Every(
        "year", (DayOfPeriod(14, 4), DayOfPeriod(14, 7), DayOfPeriod(14, 10), DayOfPeriod(24, 1, later=1))
    )
    assert labels(term, "2025-04-01", "2026-04-30") == [
        ("2025-1", "2025-04-14"),
        ("2025-2", "2025-07-14"),
        ("2025-3", "2025-10-14"),
        ("2025-4", "2026-01-24"),
        ("2026-1", "2026-04-14"),
    ]
    (fourth,) = occurrences(term, day("2026-01-01"), day("2026-01-31"))
    assert (fourth.first, fourth.last) == (day("2025-10-01"), day("2025-12-31"))


def test_a_report_on_a_half_that_is_over_is_due_in_the_period_after_it() -> None:
    (half,) = occurrences(
        Every("year", (DayOfPeriod(15, 7), DayOfPeriod(15, 12))), day("2025-07-01"), day("2025-07-31")
    )
    assert "for the period 2025-H1 it is due on 2025-07-15, in the period after it" in reasons(
        reckon_occurrence(half, vietnam(), ())
    )


def test_days_of_different_years_come_in_the_order_of_the_calendar() -> None:
    term = Every("year", (DayOfPeriod(31, 3), DayOfPeriod(30, 6, later=2)), offset=1)
    assert labels(term, "2025-01-01", "2025-12-31") == [("2024-H1", "2025-03-31"), ("2022-H2", "2025-06-30")]


@pytest.mark.parametrize(
    ("term", "first", "last", "expected"),
    [
        (Every("quarter", (DayOfPeriod(20, 3),)), "2025-03-20", "2025-06-20", ["2025-Q1", "2025-Q2"]),
        (Every("quarter", (DayOfPeriod(5, 1),), 1), "2025-04-01", "2025-04-30", ["2025-Q1"]),
        (Every("month", (DayOfPeriod(0),)), "2024-02-01", "2024-02-29", ["2024-02"]),
        (Every("month", (DayOfPeriod(5),), 1), "2025-01-01", "2025-01-31", ["2024-12"]),
        (Every("week", (DayOfPeriod(5),)), "2024-12-30", "2025-01-05", ["2025-W01"]),
        (Every("week", (DayOfPeriod(5), DayOfPeriod(1))), "2025-06-02", "2025-06-08", ["2025-W23-1", "2025-W23-2"]),
        (
            Every("year", (DayOfPeriod(20, 9), DayOfPeriod(20, 3), DayOfPeriod(20, 6))),
            "2025-01-01",
            "2025-12-31",
            ["2025-1", "2025-2", "2025-3"],
        ),
        (Every("month", (DayOfPeriod(10), DayOfPeriod(25))), "2025-06-11", "2025-07-10", ["2025-06-2", "2025-07-1"]),
        (Every("year", (DayOfPeriod(31, 12),)), "2025-12-31", "2025-12-31", ["2025"]),
        (Every("year", (DayOfPeriod(31, 12),)), "2026-01-01", "2026-12-30", []),
    ],
)  # fmt: skip
def test_every_period_has_its_label(term: Every, first: str, last: str, expected: list[str]) -> None:
    assert [label for label, _ in labels(term, first, last)] == expected


def test_a_day_that_a_month_does_not_have_is_its_last() -> None:
    assert [due for _, due in labels(Every("month", (DayOfPeriod(31),)), "2025-02-01", "2025-04-30")] == [
        "2025-02-28",
        "2025-03-31",
        "2025-04-30",
    ]
    assert labels(Every("year", (DayOfPeriod(29, 2),)), "2023-01-01", "2024-12-31") == [
        ("2023", "2023-02-28"),
        ("2024", "2024-02-29"),
    ]


@given(
    st.sampled_from(["week", "month", "quarter", "year"]),
    st.lists(st.integers(0, 28), min_size=1, max_size=4, unique=True),
    st.lists(st.integers(0, 2), min_size=4, max_size=4),
    st.integers(0, 2),
    DAYS,
    st.integers(0, 500),
)
def test_occurrences_are_in_order_within_the_window_and_named_once(
    period: Period, numbers: list[int], laters: list[int], offset: int, first: date, length: int
) -> None:
    days = tuple(
        DayOfPeriod(number % 7 + 1 if period == "week" else number, later=later)
        for number, later in zip(numbers, laters, strict=False)
    )
    last = date.fromordinal(first.toordinal() + length)
    term = Every(period, tuple(dict.fromkeys(days)), offset)
    found = list(occurrences(term, first, last))
    assert found == sorted(found, key=lambda occurrence: occurrence.due)
    assert all(first <= occurrence.due <= last for occurrence in found)
    assert len({occurrence.label for occurrence in found}) == len(found)
    halfway = date.fromordinal(first.toordinal() + length // 2)
    after = date.fromordinal(halfway.toordinal() + 1)
    assert [*occurrences(term, first, halfway), *occurrences(term, after, last)] == found


@pytest.mark.parametrize(
    ("start", "offset", "end"),
    [
        ("2016-06-30", Offset(30, "d", False), "2016-05-31"),
        ("2016-06-30", Offset(7, "wd", False), "2016-06-21"),
        ("2016-06-30", Offset(1, "wd", True), "2016-07-01"),
        ("2016-06-30", Offset(2, "w", True), "2016-07-14"),
        ("2016-03-31", Offset(1, "m", False), "2016-02-29"),
        ("2016-03-31", Offset(1, "m", True), "2016-04-30"),
        ("2016-01-31", Offset(2, "m", False), "2015-11-30"),
        ("2018-12-31", Offset(1, "wd", True), "2019-01-02"),
        ("2018-12-28", Offset(1, "wd", False), "2018-12-27"),
    ],
)
def test_a_ladder_counts_from_a_day(start: str, offset: Offset, end: str) -> None:
    assert shifted(day(start), offset, vietnam()) == day(end)


def test_the_reason_for_a_provisional_day_names_its_year() -> None:
    assert "the days off of 2027 are not decided" in reasons(reckon(OnDay(day("2027-06-30")), {}, vietnam()))
    assert "the days off of 2005" in reasons(reckon(OnDay(day("2005-06-30")), {}, vietnam()))
