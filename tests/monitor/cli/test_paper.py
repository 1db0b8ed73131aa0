"""What is printed: nothing that a terminal would obey, tables that fit, JSON that reads back."""

from __future__ import annotations

import json
import re
import sys
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.cli.paper import (
    Column,
    fitted,
    json_text,
    of_value,
    print_table,
    safe,
    safe_lines,
    shortened,
)
from rules.model import Step

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
COLUMNS = (Column("No.", right=True), Column("Case", grows="middle"), Column("Status", grows="end"))


@pytest.mark.contract(9)
@pytest.mark.parametrize(
    "sign", ["\x1b", "\x00", "\x07", "\x9b", "\u202e", "\u2066", "\u200b", "\ufeff", "\u2028", "\r"]
)
def test_a_sign_that_a_terminal_would_obey_is_named(sign: str) -> None:
    assert safe(f"a{sign}b") == f"a⟨U+{ord(sign):04X}⟩b"
    assert sign not in safe_lines(f"a{sign}b\n")


@given(st.text())
def test_safe_text_is_one_line_without_controls(text: str) -> None:
    shown = safe(text)
    assert not any(
        ord(sign) < 32 or 127 <= ord(sign) < 160 or 0x202A <= ord(sign) <= 0x202E for sign in shown
    )
    assert safe(shown) == shown


def test_vietnamese_stays_as_it_is() -> None:
    words = "Nguyễn Thị Lan, Bộ Thông tin và Truyền thông, quý IV/2018: “liên thông”"
    assert safe(words) == words


@pytest.mark.contract(9)
@given(st.dictionaries(st.text(), st.text() | st.integers() | st.none() | st.booleans()))
def test_json_reads_back_and_holds_nothing_that_a_terminal_obeys(value: dict[str, str | int | None]) -> None:
    text = json_text(value)
    assert json.loads(text) == value
    assert safe(text) == text


def test_machine_values_are_iso() -> None:
    assert of_value(date(2016, 6, 30), HANOI) == "2016-06-30"
    assert of_value(datetime(2016, 6, 21, 1, tzinfo=UTC), HANOI) == "2016-06-21T08:00:00+07:00"
    assert of_value((Step("a", "b"), None), HANOI) == [{"en": "a", "vi": "b"}, None]


@given(st.text(min_size=1, max_size=60), st.integers(min_value=1, max_value=60))
def test_a_shortened_text_fits_and_keeps_both_ends(text: str, width: int) -> None:
    short = shortened(text, width)
    assert len(short) <= width
    if len(text) <= width:
        assert short == text
    else:
        assert "…" in short
        assert text.startswith(short.partition("…")[0]) or "…" in text


@given(
    st.lists(st.tuples(st.integers(1, 999999), st.text(max_size=90), st.text(max_size=60)), max_size=8),
    st.integers(min_value=40, max_value=200),
)
def test_a_table_is_never_wider_than_the_terminal(rows: list[tuple[int, str, str]], width: int) -> None:
    cells = [(str(number), case, status) for number, case, status in rows]
    widths = fitted(COLUMNS, cells, width)
    assert sum(widths) + 2 * (len(widths) - 1) <= width
    assert widths[0] >= max([3, *(len(cell[0]) for cell in cells)])


def test_a_table_that_is_piped_is_whole(capsys: pytest.CaptureFixture[str]) -> None:
    long = "nq-23-2016/1@" + "x" * 200
    print_table(COLUMNS, [("1", long, "[bold]5 working days late[/bold]")])
    said = capsys.readouterr().out
    assert long in said
    assert "[bold]5 working days late[/bold]" in said


def test_a_table_on_a_terminal_of_80_columns_fits(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    monkeypatch.setenv("COLUMNS", "80")
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("TERM", "xterm")
    print_table(COLUMNS, [("1", "nq-23-2016/1@" + "x" * 90, "[red]5 days\x1b[31m late[/red] " + "y" * 50)])
    said = capsys.readouterr().out
    plain = re.sub(r"\x1b\[1?0?m", "", said)  # bold is no colour
    assert "\x1b" not in plain
    assert all(len(line) <= 80 for line in plain.splitlines())
    assert "…" in said
    assert "[red]" in said
