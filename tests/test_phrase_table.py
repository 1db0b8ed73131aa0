"""The table of deadline phrases holds: words in, last permissible day, safe day and the whole reason out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from rules.deadline import Occurrence, occurrences, reckon, reckon_occurrence
from rules.reading.phrase.answers import Reading, Unread
from rules.reading.phrase.phrases import read_phrase
from rules.term import After, Continuous, DayOfPeriod, Every, OnDay, Unit, Within
from tests.phrase_reasons import because_of, doubts_of, read_because_of, why_of, wordings
from tests.phrase_table import Row, phrase_table, read_rows
from tests.rules.calendar_file import vietnam

TABLE = phrase_table()
WHOLE = [row for row in TABLE if row.is_whole]
RECURRING = [row for row in TABLE if row.every]
WAITING = [row for row in TABLE if row.count and not row.start]
CONTINUOUS = [row for row in TABLE if row.why == "continuous"]
REFUSED = [row for row in TABLE if row.refused]
FEWEST = 250
UNITS: dict[str, Unit] = {
    "hour": "hour",
    "day": "day",
    "working day": "working_day",
    "week": "week",
    "month": "month",
    "year": "year",
}
WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
FIRST_DAY, LAST_DAY = date(2019, 1, 1), date(2019, 12, 31)


def named(row: Row) -> str:
    return f"{row.form}: {row.words} ({row.document})" if row.document else f"{row.form}: {row.words}"


def read(row: Row) -> Reading:
    reading = read_phrase(row.spelled, row.document, vietnam().tet)
    assert isinstance(reading, Reading), reading.why
    return reading


def counted(row: Row) -> After:
    """The period that the row counts, as the product keeps it."""
    number, unit = row.count.split(" ", 1)
    anchor = f"day:{row.start}" if row.anchor == "day" else row.anchor
    return After(int(number), UNITS[unit.removesuffix("s")], anchor)


def test_the_table_holds_enough_phrases_with_day_safe_day_and_reason() -> None:
    assert len({(row.spelled, row.document) for row in WHOLE}) == len(WHOLE) >= FEWEST


def test_each_row_is_of_one_kind_and_all_are_asked() -> None:
    kinds = (WHOLE, RECURRING, WAITING, CONTINUOUS, REFUSED)
    assert sum(len(kind) for kind in kinds) == len(TABLE)
    assert all(kinds)


@pytest.mark.parametrize("row", WHOLE, ids=named)
def test_a_phrase_means_this_day_this_safe_day_for_this_reason(row: Row) -> None:
    reading = read(row)
    anchors = {row.anchor: row.start} if row.start else {}
    deadline = reckon(reading.term, anchors, vietnam(), reading.because, reading.other_day)
    assert (deadline.last_day, deadline.safe_day) == (row.last, row.safe)
    assert (deadline.earliest, deadline.other_day, deadline.hour) == (row.first, row.other, row.hour)
    assert deadline.because == because_of(row)
    assert deadline.provisional == why_of(row).provisional
    assert reading.flags == doubts_of(row)
    assert isinstance(reading.term, Within if row.first else After if row.count else OnDay)
    if row.count:
        assert reading.term == counted(row)
        assert row.anchor != "issued" or row.start == row.document


@pytest.mark.parametrize("row", RECURRING, ids=named)
def test_a_phrase_returns_on_these_days(row: Row) -> None:
    reading = read(row)
    assert isinstance(reading.term, Every)
    days = tuple(day_of_period(row.every, text) for text in row.days.split(", "))
    assert (reading.term.period, reading.term.days, reading.term.offset) == (row.every, days, row.after)
    assert reading.because == read_because_of(row)
    assert reading.flags == doubts_of(row)
    first: Occurrence = next(occurrences(reading.term, FIRST_DAY, LAST_DAY))
    deadline = reckon_occurrence(first, vietnam(), reading.because)
    assert (deadline.last_day, deadline.safe_day) == (row.last, row.safe)


def day_of_period(period: str, text: str) -> DayOfPeriod:
    """The day "14/6" of a year, "20/3" of a quarter, "24" or "end" of a month, "Fri" of a week; "19/1+1" a year later."""
    text, _, later = text.partition("+")
    if later:
        return replace(day_of_period(period, text), later=int(later))
    if period == "week":
        return DayOfPeriod(WEEKDAYS.index(text) + 1)
    day, _, month = text.partition("/")
    return DayOfPeriod(0 if day == "end" else int(day), int(month) if month else None)


@pytest.mark.parametrize("row", WAITING, ids=named)
def test_a_counted_phrase_waits_until_its_first_day_is_known(row: Row) -> None:
    reading = read(row)
    assert reading.term == counted(row)
    deadline = reckon(reading.term, {}, vietnam(), reading.because)
    assert (deadline.last_day, deadline.safe_day, deadline.waits_for) == (None, None, row.anchor)
    assert deadline.because == because_of(row)


@pytest.mark.parametrize("row", CONTINUOUS, ids=named)
def test_a_phrase_goes_on_without_a_last_day(row: Row) -> None:
    reading = read(row)
    assert reading.term == Continuous(row.first, row.until)
    deadline = reckon(reading.term, {}, vietnam(), reading.because)
    assert (deadline.last_day, deadline.safe_day) == (None, None)
    assert deadline.because == because_of(row)
    assert reading.flags == doubts_of(row)


@pytest.mark.parametrize("row", REFUSED, ids=named)
def test_what_is_not_wholly_understood_is_refused_with_a_reason(row: Row) -> None:
    reading = read_phrase(row.spelled, row.document, vietnam().tet)
    assert isinstance(reading, Unread), reading.term
    assert row.refused in reading.why


def test_every_reason_of_the_list_is_the_reason_of_some_row() -> None:
    used = {rule for row in TABLE if row.why for rule in why_of(row).rules}
    assert used == set(wordings()["rule"])
    assert {name for row in TABLE if row.why for name in why_of(row).off} == set(wordings()["off"])
    assert {row.doubt for row in TABLE if row.doubt} == set(wordings()["doubt"])


def test_a_misspelt_column_is_an_error_and_not_a_silence() -> None:
    form = '[[form]]\ntitle = "x"\ncolumns = ["words", "{}"]\nrows = [["y", 2016-06-30]]\n'
    assert read_rows("x", form.format("last"))[0].last == date(2016, 6, 30)
    with pytest.raises(TypeError, match="lsat"):
        read_rows("x", form.format("lsat"))
    with pytest.raises(ValueError, match="zip"):
        read_rows("x", form.format('last", "safe'))
