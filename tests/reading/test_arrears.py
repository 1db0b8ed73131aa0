"""Terms that lie behind the day of the text; each in a sentence of our own, said on 3 August 2020."""

from __future__ import annotations

from datetime import date

import pytest

from rules.reading.judging.arrears import CHECK_YEAR, OVERDUE
from tests.reading.reading_desk import duties, read, the_duty

ASKED = "Ngày 10/7/2020, UBND tỉnh có Công văn số 12/UBND yêu cầu Sở Y tế gửi phương án trước ngày 25/7/2020."


@pytest.mark.parametrize(
    "then",
    [
        "Tuy nhiên đến nay, UBND tỉnh chưa nhận được phương án của Sở Y tế.",
        "Đến nay Sở Y tế vẫn chưa gửi.",
        "Hiện nay việc này chưa hoàn thành.",
    ],
)
def test_what_was_asked_before_and_is_not_done_is_overdue(then: str) -> None:
    duty = the_duty(f"{ASKED} {then}")
    assert (duty.due, duty.lead) == (date(2020, 7, 24), ("Sở Y tế",))
    assert OVERDUE.en in " ".join(duty.notes)


def test_however_long_ago_it_was_asked() -> None:
    text = "Ngày 10/01/2020, UBND tỉnh giao Sở Y tế lập đề án, trình trước ngày 15/02/2020. Đến nay Sở Y tế vẫn chưa trình."
    assert the_duty(text).due == date(2020, 2, 14)


@pytest.mark.parametrize(
    "then",
    [
        "",
        " Sở Y tế đã gửi đầy đủ.",
        " Phương án chưa quy định mức chi.",
    ],
)
def test_what_was_asked_before_is_only_told_where_nothing_says_that_it_is_open(then: str) -> None:
    assert [duty.due for duty in duties(ASKED + then)] == []


def test_a_new_term_takes_the_place_of_the_old_one() -> None:
    text = f"{ASKED} Đến nay Sở Y tế chưa gửi. Yêu cầu Sở Y tế gửi phương án trước ngày 10/8/2020."
    assert [duty.due for duty in duties(text)] == [date(2020, 8, 9)]


@pytest.mark.parametrize("words", ["trong tháng 9 năm 2019", "trước ngày 15/9/2019"])
def test_a_year_that_looks_like_a_slip_is_asked_for(words: str) -> None:
    draft = read(f"Sở Tài chính rà soát các khoản chi, báo cáo Bộ Tài chính {words}.")
    assert [(phrase.text, phrase.why) for phrase in draft.unread] == [(words, CHECK_YEAR)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Kết quả thanh tra đã báo cáo Bộ Tài chính trước ngày 15/9/2019.",
        "Sở Tài chính báo cáo Bộ Tài chính trong tháng 3 năm 2019.",
        "Sở Tài chính báo cáo kết quả thu thuế trong tháng 9 năm 2019.",
    ],
)
def test_a_time_that_has_passed_is_history(sentence: str) -> None:
    assert [phrase.why for phrase in read(sentence).unread if phrase.why == CHECK_YEAR] == []
    assert [duty.deadline_phrase for duty in duties(sentence)] == []
