"""Status files as spreadsheets write them: commas, semicolons or tabs, days as people write them."""

from __future__ import annotations

import codecs
from datetime import date

import pytest

from monitor.status_file import read_rows

HEADS = ("case", "percent", "done_on", "evidence", "note")
DONE = ("nq-9-2016/1@bo-y-te", "", "30/6/2016", "Báo cáo 45/BC-BYT", "gồm 2 phụ lục, 3 biểu")


def a_file(sign: str, *rows: tuple[str, ...]) -> bytes:
    lines = [sign.join(f'"{cell}"' if sign in cell else cell for cell in row) for row in rows]
    return "\r\n".join(lines).encode("utf-8-sig")


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_cells_stand_between_commas_semicolons_or_tabs(sign: str) -> None:
    (row,), bad = read_rows("a.csv", a_file(sign, HEADS, DONE))
    assert bad == ()
    assert (row.case, row.done_on, row.evidence) == (DONE[0], date(2016, 6, 30), DONE[3])
    assert row.note == DONE[4]


def test_a_sign_of_another_kind_in_a_cell_parts_nothing() -> None:
    (first, second), bad = read_rows("a.csv", a_file(";", ("case", "note"), ("1", "a,b"), ("2", "a;b")))
    assert (first.note, second.note, bad) == ("a,b", "a;b", ())


@pytest.mark.parametrize(
    ("mark", "encoding"), [(codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")]
)
@pytest.mark.parametrize("sign", [",", "\t"])
def test_what_a_spreadsheet_saves_as_unicode_text_is_read(mark: bytes, encoding: str, sign: str) -> None:
    text = a_file(sign, HEADS, DONE, ("nq-9-2016/1@ha-noi", "400", "", "", "")).decode("utf-8-sig")
    (row,), bad = read_rows("a.csv", mark + text.encode(encoding))
    assert (row.case, row.done_on, row.evidence, row.note) == (
        DONE[0],
        date(2016, 6, 30),
        DONE[3],
        DONE[4],
    )
    assert [each.number for each in bad] == [3]


def test_json_in_utf_16_is_read_too() -> None:
    (row,), bad = read_rows("a.json", '[{"case": "1", "note": "đã nộp"}]'.encode("utf-16"))
    assert (row.note, bad) == ("đã nộp", ())


@pytest.mark.parametrize("name", ["a.csv", "a.json"])
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32", "utf-32-be"])
def test_utf_16_without_its_mark_is_refused_in_a_sentence(name: str, encoding: str) -> None:
    text = '[{"case": "đã"}]' if name.endswith("json") else "case,note\n1,đã nộp\n"
    rows, bad = read_rows(name, text.encode(encoding))
    assert rows == ()
    assert [str(each) for each in bad] == [
        "not readable: neither UTF-8, nor UTF-16 with its mark (BOM) at the head; save it as CSV UTF-8 or as Unicode text"
    ]


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("case,note\n1,ok\n2,đã nộp\n".encode("cp1258", "replace"), "no UTF-8 (byte 0xf0 in line 3)"),
        (codecs.BOM_UTF16_LE + "case,note\n".encode("utf-16-le") + b"1", "UTF-16 that breaks off"),
        (
            codecs.BOM_UTF16_LE + "case,note\n1,".encode("utf-16-le") + b"\x00\xd8x\x00",
            "UTF-16 that breaks off",
        ),
    ],
)
def test_another_encoding_and_half_a_sign_are_refused_in_a_sentence(content: bytes, why: str) -> None:
    rows, (bad,) = read_rows("a.csv", content)
    assert rows == ()
    assert str(bad) == f"not readable: {why}; save it as CSV UTF-8 or as Unicode text"


@pytest.mark.parametrize("written", ["2016-06-08", "8/6/2016", "08/06/2016"])
def test_a_day_is_iso_or_day_month_year(written: str) -> None:
    (row,), bad = read_rows("a.csv", f"case,done_on,evidence\n1,{written},x\n".encode())
    assert (row.done_on, bad) == (date(2016, 6, 8), ())


@pytest.mark.parametrize("written", ["6/30/2016", "8-6-2016", "8/6/16", "8.6.2016", "20160608", "٨/6/2016"])
def test_another_day_is_a_bad_row_that_says_how_to_write_it(written: str) -> None:
    rows, bad = read_rows("a.csv", f"case,done_on,evidence\n1,{written},x\n".encode())
    assert rows == ()
    assert "2016-06-30 or 30/6/2016" in bad[0].reason


def test_a_file_without_the_column_says_which_signs_may_stand_between_cells() -> None:
    rows, (bad,) = read_rows("a.csv", b"case|percent\n1|40\n")
    assert rows == ()
    assert bad.number == 0
    assert 'no column "case"' in bad.reason
    assert "comma, semicolon or tab" in bad.reason
