"""The original text comes back from a draft's offsets, however it was typed; and no text makes the reader stumble."""

from __future__ import annotations

import re
import time
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.reading.draft import Draft
from tests.reading.reading_desk import duties, read

DOCUMENTS = Path(__file__).parent / "documents"
SENTENCES = (
    "Thủ tướng giao Bộ Y tế chủ trì, phối hợp với Bộ Tài chính trình Đề án trước ngày 15/9/2020.",
    "Uỷ ban nhân dân các tỉnh, thành phố báo cáo hoá đơn điện tử trước ngày 25 hằng tháng.",
    "1. Sở Tài chính:\n a) Thẩm định dự toán trong quý IV/2020;\n b) Công khai quyết toán.",
    "TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn\n1 | Xây dựng quy chế quản lý dữ liệu | Sở Nội vụ | 10/2020",
)
WORDS = (
    "trước", "ngày", "15/9/2020", "trong", "quý", "IV/2020", "Bộ Y tế", "giao", "các", "bộ,", "ngành",
    "và", ";", ":", "(", ")", "|", "\n", "\t", "hằng", "tháng", "năm", "tiếp theo", "kể từ", "30",
    "31/2", "đến hết", "thường xuyên", "chậm nhất", "UBND", "1.", "a)", "-", "Điều 3.", "phối hợp với",
    "báo cáo", ".", "…", "Tết", "99999", "Thời hạn:", "\u00ad", "\u00a0", "e\u0323\u0302",
)  # fmt: skip


def assert_places(text: str, draft: Draft) -> None:
    for found in draft.obligations:
        assert found.quote == text[found.start : found.end]
        assert found.quote.strip() == found.quote != ""
        assert 0 <= found.confidence <= 1
    for phrase in draft.unread:
        assert phrase.text == text[phrase.start : phrase.end]


@given(st.text(max_size=400))
@settings(deadline=None, max_examples=150)
def test_no_text_makes_the_reader_stumble(text: str) -> None:
    assert_places(text, read(text))


@given(
    st.lists(st.sampled_from(WORDS), max_size=60),
    st.sampled_from([None, date(2020, 8, 3), date(9999, 12, 31)]),
)
@settings(deadline=None, max_examples=300)
def test_no_row_of_the_languages_own_words_makes_the_reader_stumble(
    words: list[str], on: date | None
) -> None:
    text = " ".join(words)
    assert_places(text, read(text, on))


@given(
    st.lists(
        st.sampled_from([word for word in WORDS if not any(sign.isdigit() for sign in word)]), max_size=40
    )
)
@settings(deadline=None, max_examples=200)
def test_words_without_a_number_never_give_a_fixed_day(words: list[str]) -> None:
    # "Tháng năm" is May: the word for five names a month there.
    text = re.sub("tháng( năm)+", "tháng", " ".join(word for word in words if word not in {"Tết", "\xad"}))
    assert [
        found.due for found in read(text).obligations if found.due is not None and "cuối" not in text
    ] == []


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("text", SENTENCES)
def test_composed_and_decomposed_text_give_the_same_duties(text: str, form: str) -> None:
    typed = unicodedata.normalize(form, text)  # type: ignore[arg-type]
    draft = read(typed)
    assert_places(typed, draft)
    assert [(found.lead, found.due, found.rule) for found in draft.obligations] == [
        (found.lead, found.due, found.rule) for found in read(text).obligations
    ]


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        (" ", "\u00a0"),
        ("Đ", "\u00d0"),
        ("-", "\u2013"),
        ("Uỷ", "Ủy"),
        ("hoá", "hóa"),
        ("trình", "tr\u00adình"),
        ("\n", "\r\n"),
    ],
)
def test_other_ways_to_type_the_same_words_change_nothing(written: str, typed: str) -> None:
    for text in SENTENCES:
        other = text.replace(written, typed)
        assert_places(other, read(other))
        assert [(found.due, found.rule) for found in duties(other)] == [
            (found.due, found.rule) for found in duties(text)
        ]


@given(st.sampled_from(SENTENCES), st.text(max_size=40), st.text(max_size=40))
@settings(deadline=None, max_examples=100)
def test_offsets_hold_whatever_stands_around(sentence: str, before: str, after: str) -> None:
    text = f"{before}\n\n{sentence}\n\n{after}"
    assert_places(text, read(text))


@pytest.mark.parametrize(
    "piece",
    ["trước ngày ", "( ", "các bộ, ", "| ", "1. ", "hằng năm ", "kể từ ngày ", "và Bộ Y tế, ", "a) ", ": "],
)
def test_an_endless_row_is_read_at_once(piece: str) -> None:
    began = time.process_time()
    read(piece * 3000)
    assert time.process_time() - began < 20


def test_no_two_drafts_are_the_same() -> None:
    for path in sorted(DOCUMENTS.glob("*.txt"))[:12]:
        found = read(path.read_text(encoding="utf-8")).obligations
        assert len(set(found)) == len(found)


def test_a_first_day_beyond_the_last_year_of_the_calendar_is_none() -> None:
    assert read("Bộ Y tế báo cáo kể từ 31/2.", date(9999, 12, 31)).obligations == ()
