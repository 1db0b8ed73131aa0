"""What is printed: nothing that a terminal would obey, tables that fit, JSON that reads back."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.cli import journal, listing, outbox
from monitor.cli.machine_forms import json_text, of_value
from monitor.cli.paper import safe, safe_lines, shortened, wrapped
from monitor.cli.tables import Column, fitted, print_table
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
    shown = [wide for wide in widths if wide]
    assert sum(shown) + 2 * (len(shown) - 1) <= width
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


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], None]:
    """Makes standard output a terminal of so many columns, without colours."""

    def of(columns: int) -> None:
        monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
        monkeypatch.setenv("COLUMNS", str(columns))
        monkeypatch.setenv("NO_COLOR", "1")
        monkeypatch.setenv("TERM", "dumb")

    return of


KEY = "bc-vpcp-q1-2016/1@bo-quoc-phong"
LISTED = ("12345", KEY, "2016-06-30", "12 working days left", "bo-quoc-phong", "milestone")


def printed(columns: Sequence[Column], row: Sequence[str], capsys: pytest.CaptureFixture[str]) -> list[str]:
    print_table(columns, [row])
    return [line.rstrip() for line in capsys.readouterr().out.splitlines()]


def test_at_80_columns_the_agency_gives_way_before_the_key(
    terminal: Callable[[int], None], capsys: pytest.CaptureFixture[str]
) -> None:
    terminal(80)
    _, line = printed(listing._COLUMNS, LISTED, capsys)
    assert len(line) <= 80
    assert KEY in line
    assert "12 working days left" in line


@pytest.mark.parametrize("width", [40, 50, 60])
@pytest.mark.parametrize(
    ("columns", "row"),
    [
        (listing._COLUMNS, LISTED),
        (
            outbox._COLUMNS,
            (
                "12345",
                "handed-over",
                "register",
                "phuong-thao",
                "3",
                "2016-06-21 08:00",
                KEY,
                "451 " + "x" * 60,
            ),
        ),
        (
            journal._COLUMNS,
            (
                "12345",
                "2016-06-21 08:00",
                "2016-06-21",
                "duewatch",
                KEY,
                "StageReached, round 1, " + "x" * 300,
            ),
        ),
    ],
)
def test_where_a_table_would_cut_the_meaning_each_row_has_a_few_lines(
    terminal: Callable[[int], None],
    capsys: pytest.CaptureFixture[str],
    columns: Sequence[Column],
    row: Sequence[str],
    width: int,
) -> None:
    terminal(width)
    first, *rest = printed(columns, row, capsys)
    assert all(len(line) <= width for line in (first, *rest))
    assert first.startswith("12345 ")
    assert all(line.startswith("      ") for line in rest)
    said = "".join(f"{first}{''.join(rest)}".split())
    assert all("".join(cell.split()) in said for cell in row)
    assert "…" not in said


def test_a_refusal_is_named_and_late_is_told_from_left_on_forty_columns(
    terminal: Callable[[int], None], capsys: pytest.CaptureFixture[str]
) -> None:
    terminal(40)
    row = ("7", "refused", "stage", "lan", "1", "-", "[Duewatch] Bộ Y tế: liên thông", "550 no such user")
    assert printed(outbox._COLUMNS, row, capsys) == [
        "7  refused  stage  lan  1  -",
        "      [Duewatch] Bộ Y tế: liên thông",
        "      last answer: 550 no such user",
    ]
    print_table(
        listing._COLUMNS,
        [("1", KEY, "2016-06-30", f"8 working days {how}", "a", "") for how in ("late", "left")],
    )
    said = capsys.readouterr().out
    assert "8 working days late" in said
    assert "8 working days left" in said


def test_a_letter_of_hundreds_of_cases_names_twenty() -> None:
    keys = tuple(f"nq-1-2016/{number}@a" for number in range(600))
    assert outbox._cases(keys[:20]) == " ".join(keys[:20])
    assert outbox._cases(keys).endswith("nq-1-2016/19@a and 580 more")


def test_a_long_line_is_wrapped_below_itself_on_a_terminal_and_whole_elsewhere(
    terminal: Callable[[int], None],
) -> None:
    text = "  2016-06-22 09:00  duewatch  CaseOpened, " + "agency bo-y-te, " * 20 + "x" * 90
    assert wrapped(text, 6) == text
    terminal(80)
    first, *rest = wrapped(text, 6).split("\n")
    assert first.startswith("  2016-06-22")
    assert all(line.startswith("      ") for line in rest)
    assert all(len(line) <= 80 for line in (first, *rest))
    assert "".join(f"{first}{''.join(rest)}".split()) == "".join(text.split())


def test_a_list_of_long_keys_stays_a_table_on_eighty_columns_with_its_statuses_whole(
    terminal: Callable[[int], None], capsys: pytest.CaptureFixture[str]
) -> None:
    """The key gives way before the status does: the number stands for it, and nothing for how late a case is."""
    terminal(80)
    late, key = "passed 2632 working days ago", "bc-vpcp-q1-2016/2@ban-quan-ly-lang-van-hoa-du-lich"
    head, line = printed(
        listing._COLUMNS, ("1000", key, "2016-06-30", late, "ban-quan-ly-lang", "milestone"), capsys
    )
    assert head.split() == ["No.", "Case", "Last", "day", "Status"]
    assert late in line
    assert "bc-vpcp-q1" in line
    assert "…" in line
