"""Row 26 of the fault matrix: days and moments where clocks are put forward and back."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.moments import legal_day, moment_of

DAY = timedelta(days=1)
# Here a whole date was left out when the date line was moved: no moment has that day.
LEFT_OUT = {("Pacific/Apia", date(2011, 12, 30)), ("Pacific/Fakaofo", date(2011, 12, 30))}
ZONES = sorted(
    zone for zone in available_timezones() if "/" in zone and not zone.startswith(("Etc/", "System"))
)
zones = st.sampled_from(ZONES)
days = st.dates(date(2010, 1, 1), date(2037, 12, 30))
hours = st.times().map(lambda at: at.replace(microsecond=0, tzinfo=None))


@given(zones, days, hours)
def test_every_day_has_its_hour_once_and_after_that_of_the_day_before(zone: str, day: date, at: time) -> None:
    place = ZoneInfo(zone)
    moment = moment_of(day, at, place)
    if (zone, day) not in LEFT_OUT:
        assert legal_day(moment, place) in {day, day + DAY}, "an hour that was left out at midnight"
        assert moment < moment_of(day + DAY, at, place)
    if at >= time(4) and (zone, day) not in LEFT_OUT:
        assert legal_day(moment, place) == day


@pytest.mark.parametrize(
    ("zone", "day", "at", "moment"),
    [
        ("Europe/Berlin", "2016-03-27", "02:30", "2016-03-27T01:30"),  # left out: as if the clock had gone on
        ("Europe/Berlin", "2016-10-30", "02:30", "2016-10-30T00:30"),  # comes twice: the first time
        ("America/Sao_Paulo", "2016-10-16", "00:00", "2016-10-16T03:00"),  # midnight itself was left out
        ("Asia/Ho_Chi_Minh", "2016-03-27", "07:30", "2016-03-27T00:30"),
    ],
)
def test_hours_that_are_left_out_or_come_twice(zone: str, day: str, at: str, moment: str) -> None:
    found = moment_of(date.fromisoformat(day), time.fromisoformat(at), ZoneInfo(zone))
    assert found == datetime.fromisoformat(moment).replace(tzinfo=UTC)
    assert legal_day(found, ZoneInfo(zone)) == date.fromisoformat(day)
