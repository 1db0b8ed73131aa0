"""Steps of a schedule, and days on which something else begins; each in a sentence of our own."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import duties, the_duty

# Said on 3 August 2020, a Monday.


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Ngày 8/9, Sở Công Thương cập nhật danh sách chợ lên cổng dữ liệu.", ("Sở Công Thương",)),
        ("Ngày 8/9, BQLDA công bố phương án đền bù.", ("BQLDA",)),
        ("Ngày 8/9, các trạm y tế nộp sổ tiêm về huyện.", ("các trạm y tế",)),
    ],
)
def test_a_day_soon_at_the_head_is_that_of_the_step(sentence: str, lead: tuple[str, ...]) -> None:
    duty = the_duty(sentence)
    assert (duty.due, duty.lead) == (date(2020, 9, 8), lead)


@pytest.mark.parametrize(
    "sentence",
    [
        "Ngày 8/9, Sở Y tế tổ chức hội nghị tổng kết.",
        "Ngày 30/7, Sở Y tế công bố kết quả xét nghiệm.",
        "Ngày 8/9, Sở Y tế đã công bố kết quả xét nghiệm.",
        "Ngày 8/9, giá gạo công bố tăng nhẹ.",
        "Ngày 8/6, Sở Y tế công bố kết quả xét nghiệm.",
    ],
)
def test_a_day_of_news_or_of_an_event_is_no_step(sentence: str) -> None:
    assert [duty.deadline_phrase for duty in duties(sentence)] == []


def test_what_is_planned_to_begin_on_a_day_begins_then() -> None:
    duty = the_duty("Dự kiến từ ngày 15/9, các trường tiến hành xét tuyển bổ sung.")
    assert (duty.due, duty.earliest, duty.kind) == (None, date(2020, 9, 15), "forecast")


@pytest.mark.parametrize(
    "sentence",
    [
        "Bộ Y tế quyết định bổ nhiệm ông Trần Văn An giữ chức Vụ trưởng kể từ ngày 01/9/2020.",
        "UBND tỉnh điều động bà Lê Thị Bình đến nhận công tác tại Sở Y tế từ ngày 15/9/2020.",
        "Cục Thuế công bố quyết định tuyển dụng 20 người vào làm việc tại các chi cục kể từ ngày 15/9/2020.",
    ],
)
def test_from_when_an_office_is_held_binds_nobody(sentence: str) -> None:
    assert [duty.deadline_phrase for duty in duties(sentence)] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Sở Nội vụ phải bố trí đủ cán bộ trực kể từ ngày 01/9/2020.",
        "UBND tỉnh giao Sở Nội vụ điều động cán bộ trực đêm từ ngày 01/9/2020.",
        "Sở Giao thông vận tải tổ chức phân luồng từ ngày 01/9/2020.",
    ],
)
def test_who_is_to_begin_something_is_told_so(sentence: str) -> None:
    assert [duty.earliest for duty in duties(sentence)] == [date(2020, 9, 1)]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chuẩn bị cho khả năng hạn hán trong năm nay",
        "Các sở chủ động ứng phó với nguy cơ cháy rừng trong năm 2020.",
        "Chi cục Thủy lợi xây dựng phương án trước tình huống vỡ đê trong năm 2020.",
    ],
)
def test_the_year_of_what_may_come_is_no_term(sentence: str) -> None:
    assert [duty.deadline_phrase for duty in duties(sentence)] == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Sở Y tế xử lý nguy cơ cháy nổ tại các kho trong năm 2020.",
        "Chi cục Thủy lợi ứng phó với nguy cơ vỡ đê, hoàn thành gia cố trong năm 2020.",
    ],
)
def test_the_year_of_what_is_done_about_it_is_one(sentence: str) -> None:
    assert [duty.due for duty in duties(sentence)] == [date(2020, 12, 31)]
