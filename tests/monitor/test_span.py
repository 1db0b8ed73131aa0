"""Lengths of time: months by the calendar, minutes by the clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from monitor.span import Span, span_of, wait_of

MOMENT = datetime(2016, 3, 31, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "before"),
    [
        ("1d", "2016-03-30"),
        ("400d", "2015-02-25"),
        ("2w", "2016-03-17"),
        ("1m", "2016-02-29"),
        ("18m", "2014-09-30"),
        ("5y", "2011-03-31"),
    ],
)
def test_a_span_counts_back_by_the_calendar(text: str, before: str) -> None:
    span = span_of(text)
    assert isinstance(span, Span)
    assert span.before(MOMENT) == datetime.fromisoformat(f"{before}T09:30+00:00")
    assert str(span) == text


def test_a_span_beyond_the_calendar_ends_at_its_beginning() -> None:
    for span in (Span(99_999, "y"), Span(99_999, "m"), Span(99_999, "w")):
        assert span.before(MOMENT).year < 101
        assert span.before(MOMENT).tzinfo is UTC


@pytest.mark.parametrize(
    "text", ["", "5", "y", "0d", "-1d", "1.5y", "5 y", "5Y", "5h", "٣d", "123456d", "5y\n"]
)
def test_what_is_no_span_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match='must be a length like "400d"'):
        span_of(text)


@pytest.mark.parametrize(("text", "seconds"), [("30s", 30), ("5m", 300), ("36h", 129_600), ("2d", 172_800)])
def test_a_wait_is_read_by_the_clock(text: str, seconds: int) -> None:
    assert wait_of(text) == timedelta(seconds=seconds)


@pytest.mark.parametrize("text", ["", "5", "0s", "off", "1y", "5 m", "5M", "٣m", "5m\n"])
def test_what_is_no_wait_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match='must be a length like "30s"'):
        wait_of(text)
