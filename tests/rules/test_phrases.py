"""The words of deadlines beside their table: every day reads back, nothing is guessed, names fold, grammars hold."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rules.reading.judging.spotted import AFTER_NUMBER
from rules.reading.phrase.grammar import Grammar, Rule
from rules.reading.phrase.phrases import Reading, Unread, read_phrase
from rules.reading.phrase.shapes import shape_of
from rules.reading.words.numerals import spelled
from rules.reading.words.text import fold, slug
from rules.reading.words.tokens import tokens_of
from rules.term import OnDay, Within
from tests.phrase_table import phrase_table
from tests.rules.calendar_file import vietnam

SAID_ON = date(2016, 3, 30)


def read(phrase: str, said_on: date | None = SAID_ON) -> Reading:
    reading = read_phrase(phrase, said_on, vietnam().tet)
    assert isinstance(reading, Reading), f"{phrase}: {reading.why}"
    return reading


def refused(phrase: str, said_on: date | None = SAID_ON) -> str:
    reading = read_phrase(phrase, said_on, vietnam().tet)
    assert isinstance(reading, Unread), f"{phrase}: {reading.term}"
    return reading.why


WRITTEN = [
    "{d}/{m}/{y}",
    "ngày {d:02}/{m:02}/{y}",
    "ngày {d}-{m}-{y}",
    "{d}.{m}.{y}",
    "ngày {d} tháng {m} năm {y}",
    "Ngày {d:02} tháng {m:02} năm {y}",
    "ngày {d} tháng {m}/{y}",
]


@given(st.dates(date(1900, 1, 2), date(2199, 12, 31)), st.sampled_from(WRITTEN), st.booleans())
def test_any_day_in_any_spelling_reads_back(day: date, written: str, decomposed: bool) -> None:
    phrase = written.format(d=day.day, m=day.month, y=day.year)
    if decomposed:
        phrase = unicodedata.normalize("NFD", phrase)
    assert read(f"chậm nhất {phrase}", None).term == OnDay(day)
    assert read(f"trước {phrase}", None).term == OnDay(day - timedelta(days=1))


@given(st.dates(date(2010, 1, 1), date(2026, 1, 1)), st.dates(date(2011, 1, 1), date(2011, 12, 31)))
def test_a_day_without_a_year_never_lies_before_the_document(said_on: date, named: date) -> None:
    for phrase in (f"trước {named.day}/{named.month}", f"đến {named.day}/{named.month}"):
        term = read(phrase, said_on).term
        assert isinstance(term, OnDay)
        assert said_on <= term.day <= said_on + timedelta(days=366)


VOCABULARY = sorted({word for row in phrase_table() for word in row.words.split()})
DIGITS_OR_ROMAN = re.compile(r"[0-9]|\b(?:i|ii|iii|iv)\b", re.IGNORECASE)


@settings(max_examples=400)
@given(st.lists(st.sampled_from(VOCABULARY), max_size=9).map(" ".join) | st.text(max_size=60))
def test_random_words_never_crash_and_give_no_day_that_they_do_not_hold(text: str) -> None:
    reading = read_phrase(text, SAID_ON, vietnam().tet)
    if isinstance(reading, Unread):
        assert reading.why
    elif isinstance(reading.term, OnDay | Within) and not DIGITS_OR_ROMAN.search(fold(text)):
        assert re.search("tết|năm|quý|tháng|tuần|quốc khánh", fold(text)), text


@given(st.text(max_size=80))
def test_folding_is_settled_after_one_pass(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bộ Y tế", "BỘ  Y TẾ"),
        ("hoà bình", "hòa bình"),
        ("Thuỷ sản", "Thủy sản"),
        ("khoẻ", "khỏe"),
        ("qúy", "quý"),
        ("Ðà Nẵng", "Đà Nẵng"),
        ("đảm bảo", "ðảm bảo"),
        ("Thừa Thiên – Huế", "Thừa Thiên - Huế"),
        (unicodedata.normalize("NFD", "Ủy ban nhân dân"), "Uỷ ban nhân dân"),
        ("Hà\u00a0Nội", "Hà Nội"),
        ("Hà\u00ad Nội", "Hà Nội"),
    ],
)
def test_the_same_name_in_two_spellings_folds_to_one(one: str, other: str) -> None:
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("má", "mà"), ("hoa", "hòa"), ("dân", "đân"), ("Hà Nam", "Hà Nội")]
)
def test_different_names_stay_different(one: str, other: str) -> None:
    assert fold(one) != fold(other)


def test_a_slug_is_plain_ascii() -> None:
    assert slug("Kết thúc Năm ngân sách (Đợt 2)") == "ket-thuc-nam-ngan-sach-dot-2"


def test_a_text_that_is_no_phrase_is_refused_for_its_length() -> None:
    assert "longer than" in refused("trước ngày 1/7/2016 " + "x" * 500)


def test_an_endless_row_of_words_is_answered_at_once() -> None:
    for words in (
        "trước ngày 15/6 và ",
        "ngày 1-2 và ",
        "quý I, ",
        "hằng năm ",
        "( ",
        "1/",
        "chậm nhất là trong ",
    ):
        assert refused((words * 100)[:400])


@pytest.mark.parametrize("shape", ["[ngày <dd>", "ngày <dd>)", "(a|b"])
def test_a_table_with_unbalanced_brackets_is_an_error(shape: str) -> None:
    with pytest.raises(ValueError, match="bracket"):
        shape_of(shape)


def test_a_table_that_names_an_unknown_noun_is_an_error() -> None:
    rule: Rule[int] = Rule("day", "<nobody>", lambda _: 1)
    with pytest.raises(ValueError, match="nobody"):
        Grammar([rule], {})


def test_a_rule_that_begins_with_itself_ends() -> None:
    rules: list[Rule[int]] = [Rule("row", "<row> và a", lambda _: 2), Rule("row", "a", lambda _: 1)]
    assert Grammar(rules, {}).over(tokens_of("a và a")).at("row", 0) == ((1, 1),)


def test_rules_that_begin_alike_are_read_together_and_keep_their_order() -> None:
    rules: list[Rule[int]] = [
        Rule("row", "a b [c]", lambda _: 1),
        Rule("row", "a", lambda _: 2),
        Rule("row", "a b", lambda _: 3),
        Rule("row", "a (b|b c)", lambda _: 4),
    ]
    read = Grammar(rules, {}).over(tokens_of("a b c")).at("row", 0)
    assert read == ((3, 1), (2, 1), (1, 2), (2, 3), (2, 4), (3, 4))


def test_no_phrase_that_begins_with_a_number_is_passed_over_in_running_text() -> None:
    understood = [tokens_of(row.words) for row in phrase_table() if not row.refused]
    numbered = [cut for cut in understood if cut[0].is_number]
    assert len(numbered) >= 10
    assert [cut for cut in numbered if len(cut[0].text) < 4 and cut[1].text not in AFTER_NUMBER] == []


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("một", 1),
        ("mười", 10),
        ("mười lăm", 15),
        ("hai mươi", 20),
        ("hai mươi mốt", 21),
        ("chín mươi chín", 99),
        ("một trăm", 100),
        ("một trăm linh năm", 105),
        ("một trăm hai mươi", 120),
        ("chín trăm chín mươi chín", 999),
        ("mười mười", None),
        ("một hai", None),
        ("một mươi", None),
        ("không trăm", None),
        ("một trăm năm", None),
        ("một trăm linh", None),
        ("ngày", None),
        ("", None),
    ],
)
def test_a_number_in_words_is_read_whole_or_not_at_all(words: str, number: int | None) -> None:
    assert spelled(words.split()) == number
