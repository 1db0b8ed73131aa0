"""Two terms side by side, terms in brackets, and what follows a list or a condition."""

from __future__ import annotations

from datetime import date

import pytest

from rules.reading.draft import Draft
from tests.reading.reading_desk import read

SAID_ON = date(2024, 3, 20)


def drafted(text: str) -> Draft:
    return read(text, SAID_ON)


def days(draft: Draft) -> list[tuple[tuple[str, ...], date | None]]:
    return [(duty.lead, duty.due) for duty in draft.obligations]


def test_a_second_day_for_others_is_a_term_too() -> None:
    draft = drafted(
        "Kho bạc Nhà nước khóa sổ chậm nhất là ngày 31/5/2024 đối với ngân sách xã và ngày 15/6/2024 đối với "
        "ngân sách huyện."
    )
    assert [due for _, due in days(draft)] == [date(2024, 5, 31), date(2024, 6, 15)]


def test_a_day_of_a_document_beside_a_term_is_none() -> None:
    draft = drafted(
        "Sở Tài chính quyết toán trước ngày 31/5/2024 theo Công văn ngày 15/3/2024 đối với ngân sách huyện."
    )
    assert [due for _, due in days(draft)] == [date(2024, 5, 30)]


def test_each_period_of_a_bracket_has_its_share() -> None:
    draft = drafted("Sở Xây dựng số hóa hồ sơ lưu trữ (quý III/2024 xong 40%; quý II/2025 xong 100%).")
    assert days(draft) == [
        (("Sở Xây dựng",), date(2024, 9, 30)),
        (("Sở Xây dựng",), date(2025, 6, 30)),
    ]


def test_what_a_condition_brings_does_not_return_each_week() -> None:
    draft = drafted(
        "Sở Y tế định kỳ hằng tuần, vào thứ Năm, báo cáo UBND tỉnh; nếu có ca bệnh mới phải báo cáo ngay."
    )
    assert [duty.recurrence for duty in draft.obligations] == ["weekly", None]


@pytest.mark.parametrize("opening", ["Dự kiến, tháng 10 tới, ", "Dự kiến tháng 10 tới, "])
def test_what_is_expected_stays_expected_behind_a_comma(opening: str) -> None:
    (duty,) = drafted(f"{opening}Bộ Y tế sẽ công bố kết quả điều tra.").obligations
    assert (duty.kind, duty.due) == ("forecast", date(2024, 10, 31))


@pytest.mark.parametrize(
    "sentence",
    [
        "Đồng ý với đề nghị của Bộ Xây dựng về việc lùi thời hạn trình Đề án đến ngày 15 tháng 6 năm 2024.",
        "Đồng ý đề nghị của Bộ Xây dựng lùi thời gian trình Đề án đến ngày 15 tháng 6 năm 2024.",
    ],
)
def test_whose_request_is_granted_has_the_later_day(sentence: str) -> None:
    draft = drafted(sentence)
    assert days(draft) == [(("Bộ Xây dựng",), date(2024, 6, 15))]
    assert draft.unread == ()


def test_a_term_whose_words_stand_far_from_its_day_is_not_called_unread() -> None:
    draft = drafted("Thời hạn nộp hồ sơ dự thi của các trường về Sở Nội vụ chậm nhất là ngày 31/5/2024.")
    assert [due for _, due in days(draft)] == [date(2024, 5, 31)]
    assert draft.unread == ()


def test_the_last_words_of_a_notice_bind_nobody() -> None:
    draft = drafted("Văn phòng Chính phủ xin thông báo để các bộ, cơ quan biết, thực hiện./.")
    assert draft.obligations == ()


def test_what_a_plan_says_of_itself_is_no_task_of_its_last_entry() -> None:
    draft = drafted(
        "IV. TỔ CHỨC THỰC HIỆN\n"
        "1. Sở Y tế theo dõi, báo cáo UBND tỉnh trước ngày 20/6/2024.\n"
        "2. Phòng Tài chính lập dự toán trước ngày 30/6/2024.\n"
        "Kế hoạch này thay thế Kế hoạch số 45/KH-SYT ngày 12/2/2022. Sơ kết trong quý II/2025.\n"
    )
    assert days(draft)[-1] == ((), date(2025, 6, 30))


def test_a_session_that_nobody_dated_is_named_where_a_task_hangs_on_it() -> None:
    draft = drafted(
        "Bộ Tài chính khẩn trương báo cáo Chính phủ tại phiên họp tháng 12 năm 2024.\n"
        "Hôm nay, tại phiên họp tháng 3, Thủ tướng biểu dương các bộ.\n"
    )
    assert [(phrase.text, phrase.why) for phrase in draft.unread] == [
        ("tại phiên họp tháng 12 năm 2024", "no day was read in these words")
    ]


def test_a_body_behind_a_comma_with_nothing_to_do_takes_no_time_away() -> None:
    draft = drafted(
        "UBND tỉnh yêu cầu các huyện bàn giao mặt bằng cho Ban quản lý dự án, Bộ Giao thông vận tải trước ngày 25/3."
    )
    assert days(draft) == [(("các huyện",), date(2024, 3, 24))]


def test_a_body_behind_a_comma_with_a_deed_of_its_own_begins_anew() -> None:
    draft = drafted(
        "Sở Y tế hoàn thành kế hoạch trước ngày 25/3, Sở Tài chính trước ngày 28/3 thẩm định dự toán."
    )
    assert days(draft) == [(("Sở Y tế",), date(2024, 3, 24)), (("Sở Tài chính",), date(2024, 3, 27))]


def test_what_is_put_off_to_a_later_month_is_due_in_it() -> None:
    draft = drafted(
        "Đồng ý lùi thời hạn trình Nghị định của Bộ Công Thương từ tháng 5 sang tháng 11 năm 2024."
    )
    assert [due for _, due in days(draft)] == [date(2024, 11, 30)]


def test_whom_an_older_rule_has_named_is_told() -> None:
    draft = drafted(
        "Nghị định số 87/2020/NĐ-CP đã xác định Ủy ban nhân dân các cấp có trách nhiệm số hóa sổ hộ tịch, hoàn thành "
        "trước ngày 01/01/2025."
    )
    assert days(draft) == [(("Ủy ban nhân dân các cấp",), date(2024, 12, 31))]
