"""Terms that stand beside a topic alone, and the first month of the year after; each in a sentence of our own."""

from __future__ import annotations

import pytest

from rules.reading.draft import YearDay
from tests.reading.reading_desk import the_duty


@pytest.mark.parametrize(
    "sentence",
    [
        "– Theo tháng: Chậm nhất là ngày 20 của tháng sau.",
        "– Theo quý: Chậm nhất là ngày 30 của tháng đầu tiên quý sau.",
        "- Đối với xã miền núi: trước ngày 20/9/2020.",
    ],
)
def test_a_topic_without_a_deed_is_quoted_with_its_term(sentence: str) -> None:
    assert the_duty(sentence).quote == sentence.strip("–- .")


@pytest.mark.parametrize(
    "words",
    [
        "chậm nhất là ngày 25 của tháng đầu tiên năm sau",
        "chậm nhất ngày 25 tháng đầu năm tiếp theo",
        "hằng năm, chậm nhất ngày 25 của tháng đầu tiên của năm sau",
    ],
)
def test_a_day_of_the_first_month_of_the_year_after_comes_back_every_year(words: str) -> None:
    duty = the_duty(f"Chủ rừng nộp báo cáo {words}.")
    assert (duty.recurrence, duty.rule) == ("yearly", (YearDay(1, 25, 1),))
