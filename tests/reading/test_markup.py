"""Markdown's signs and wide digits hide nothing: neither who is told, nor until when."""

from __future__ import annotations

import string
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.reading.words.plain import plain
from tests.reading.reading_desk import read


@pytest.mark.parametrize(
    "text",
    [
        "**Bộ Y tế** chủ trì xây dựng đề án, trình Chính phủ *trước ngày 1/7/2021*.",
        "**Bộ** Y tế chủ trì xây dựng đề án, trình Chính phủ trước ngày **1/7/2021**.",
        "*Bộ Y tế* chủ trì xây dựng đề án, trình Chính phủ trước _ngày 1/7/2021_.",
        "***Bộ Y tế*** chủ trì xây dựng đề án, trình Chính phủ __trước ngày 1/7/2021__.",
        "*Bộ Y tế **chủ trì** xây dựng đề án*, trình Chính phủ `trước ngày 1/7/2021`.",
        "> Bộ Y tế chủ trì xây dựng đề án, trình Chính phủ trước ngày 1/7/2021.",
        "[Bộ Y tế](https://example.org/y-te) chủ trì xây dựng đề án, trình Chính phủ [trước ngày 1/7/2021](#han).",
        "- **Bộ Y tế** chủ trì xây dựng đề án, trình Chính phủ ~~sớm~~ trước ngày 1/7/2021.",
        "* *Bộ Y tế* chủ trì xây dựng đề án, trình Chính phủ trước ngày 1/7/2021.",
        "1\\. Bộ Y tế chủ trì xây dựng đề án, trình Chính phủ **trước ngày 1/7/2021.**",
        "*Bộ Y tế chủ trì xây dựng đề án,\ntrình Chính phủ trước ngày 1/7/2021.*",
        "Bộ Y tế chủ trì xây dựng đề án, trình Chính phủ trước ngày １/７/２０２１.",
        "Bộ Y tế chủ trì xây dựng đề án， trình Chính phủ trước ngày １／７／２０２１．",
    ],
)
def test_marked_up_words_are_read_like_bare_ones(text: str) -> None:
    draft = read(text)
    (found,) = draft.obligations
    assert (found.due, found.lead) == (date(2021, 6, 30), ("Bộ Y tế",))
    assert found.quote == text[found.start : found.end]
    assert not set("*_`\u2060") & set(found.task)
    assert draft.unread == ()


def test_a_heading_names_the_lead_of_what_stands_below() -> None:
    text = (
        "## **Bộ Tài chính**:\n\n- Rà soát định mức, hoàn thành *trước ngày 1/7/2021*;\n"
        "- Báo cáo **trước ngày 15/8/2021**."
    )
    found = read(text).obligations
    assert [str(one.due) for one in found] == ["2021-06-30", "2021-08-14"]
    assert {one.lead for one in found} == {("Bộ Tài chính",)}


def test_the_cells_of_a_marked_up_table_are_read() -> None:
    text = (
        "| TT | **Nhiệm vụ** | **Cơ quan chủ trì** | **Thời gian hoàn thành** |\n|:--:|:---|---|---:|\n"
        "| 1 | Xây dựng *đề án* | **Bộ Y tế** | *Trước ngày 1/7/2021* |\n"
        "| 2 | Rà soát định mức | __Bộ Nội vụ__ | `Quý III/2021` |\n"
    )
    found = read(text).obligations
    assert [(one.lead, str(one.due)) for one in found] == [
        (("Bộ Y tế",), "2021-06-30"),
        (("Bộ Nội vụ",), "2021-09-30"),
    ]


def test_a_phrase_that_was_not_read_is_shown_as_it_was_typed() -> None:
    text = "Bộ Y tế báo cáo **trước kỳ họp ３** của năm."
    for phrase in read(text).unread:
        assert phrase.text == text[phrase.start : phrase.end]


@pytest.mark.parametrize(
    "text",
    ["* Bộ Y tế", "Bộ Y tế (*) và Bộ Nội vụ (*)", "Ký tên: ______", "a_b_c", "5 * 6 * 7", "#1", "a > b"],
)
def test_signs_that_mark_nothing_up_stay(text: str) -> None:
    assert plain(text) == text


@given(st.text(st.sampled_from("*_`~#>[]()\\|-. \n１aBộ/" + string.digits), max_size=200))
@settings(deadline=None)
def test_a_plain_text_is_as_long_as_the_given_one(text: str) -> None:
    assert len(plain(text)) == len(text)
    draft = read(text)
    assert all(one.quote == text[one.start : one.end] for one in draft.obligations)


def test_comments_and_marks_of_html_in_markdown_say_nothing() -> None:
    text = (
        "<!-- Bộ Công an báo cáo\n trước ngày 1/8/2020 -->\n<b>Bộ Y tế</b> báo cáo trước ngày <u>1/7/2021</u>.\n"
        "TT | Nhiệm vụ | Chủ trì | Hạn\n---|---|---|---\n"
        "1 | Kiểm tra việc chấp hành các quy định | Bộ Nội vụ<br>Bộ Tài chính | 31/12/2021\n<!-- mở mà không đóng"
    )
    draft = read(text)
    assert [(one.due, one.lead) for one in draft.obligations] == [
        (date(2021, 6, 30), ("Bộ Y tế",)),
        (date(2021, 12, 31), ("Bộ Nội vụ", "Bộ Tài chính")),
    ]
    assert len(plain(text)) == len(text)
