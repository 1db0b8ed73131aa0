"""The first day of Tết in the years before the calendar's: older instruments name it too."""

from __future__ import annotations

from datetime import date
from typing import Final

# Source: holidays 0.109. In 2007 the Vietnamese day is the one before the Chinese.
EARLIER_TET: Final = {
    day.year: day
    for day in (
        date(2000, 2, 5), date(2001, 1, 24), date(2002, 2, 12), date(2003, 2, 1), date(2004, 1, 22),
        date(2005, 2, 9), date(2006, 1, 29), date(2007, 2, 17), date(2008, 2, 7), date(2009, 1, 26),
    )
}  # fmt: skip
