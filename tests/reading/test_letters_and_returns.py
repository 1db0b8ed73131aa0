"""Whom a letter speaks to, who is told behind what is spoken of, and what only names a kind of report."""

from __future__ import annotations

from datetime import date

import pytest

from rules.reading.draft import DraftObligation, MonthDay, YearDay
from tests.reading.reading_desk import read

JUNE = date(2026, 6, 29)


def told(text: str) -> list[tuple[tuple[str, ...], date | None]]:
    return [(one.lead, one.due) for one in read(text).obligations if one.is_dated]


def returning(text: str) -> list[DraftObligation]:
    return [one for one in read(text).obligations if one.recurrence]


@pytest.mark.parametrize("spoken_to", ["quý cơ quan", "Quý đơn vị", "quý Bộ, ngành"])
def test_courtesy_means_all_whom_the_letter_addresses(spoken_to: str) -> None:
    head = "Kính gửi:\n- Bộ Y tế;\n- Ủy ban nhân dân tỉnh Lào Cai.\n"
    text = f"{head}Đề nghị {spoken_to} góp ý dự thảo, gửi về Bộ Nội vụ trước ngày 30/6/2026."
    assert told(text) == [(("Bộ Y tế", "Ủy ban nhân dân tỉnh Lào Cai"), JUNE)]


def test_a_quarter_is_no_courtesy() -> None:
    assert told("Giao Bộ Y tế trình Chính phủ trong quý II/2026.") == [(("Bộ Y tế",), date(2026, 6, 30))]


@pytest.mark.parametrize(
    "opening",
    [
        "Trên cơ sở báo cáo của các xã, phường, Sở Y tế có nhiệm vụ",
        "Căn cứ kết quả rà soát của các đơn vị, địa phương, Sở Y tế chủ trì",
        "Từ đề xuất của các huyện, Sở Y tế có trách nhiệm",
    ],
)
def test_who_stands_behind_what_is_spoken_of_is_told(opening: str) -> None:
    assert told(f"{opening} tổng hợp, trình Ủy ban nhân dân tỉnh trước ngày 30/6/2026.") == [
        (("Sở Y tế",), JUNE)
    ]


def test_whose_report_is_due_sends_it() -> None:
    text = "Thời gian gửi báo cáo: (i) các Bộ là trước ngày 20/6/2026; (ii) báo cáo của Sở Y tế là trước ngày 30/6/2026."
    assert told(text)[-1] == (("Sở Y tế",), JUNE)


def test_words_that_lost_the_space_between_them_are_two() -> None:
    (duty,) = read("Đề nghị Giám đốc cácSở Y tế báo cáo trước ngày 30/6/2026.").obligations
    assert duty.lead == ("Giám đốc cácSở Y tế",)


def test_what_was_asked_in_an_earlier_letter_and_has_passed_is_told_again_and_not_due() -> None:
    text = (
        "Hà Nội, ngày 15 tháng 4 năm 2026\nNgày 20/01/2026, Bộ Y tế có công văn số 14/BYT-KCB đề nghị các tỉnh rà soát danh "
        "mục, đồng thời báo cáo kết quả về Bộ trước ngày 28/02/2026. Đề nghị các tỉnh báo cáo trước ngày 30/6/2026."
    )
    assert told(text) == [(("các tỉnh",), JUNE)]


@pytest.mark.parametrize(
    ("text", "recurrence"),
    [
        ("Các Sở Y tế báo cáo hằng tháng.", "monthly"),
        ("Yêu cầu các sở báo cáo hằng tháng kết quả thực hiện.", "monthly"),
        ("Các sở thực hiện báo cáo hằng quý về Bộ Y tế.", "quarterly"),
        ("Các Sở Y tế báo cáo tình hình hằng tháng.", "monthly"),
        ("Thực hiện Thông tư số 12/2025/TT-BYT quy định về chế độ báo cáo, các Sở Y tế báo cáo hằng tháng.", "monthly"),
    ],
)  # fmt: skip
def test_who_reports_so_often_has_a_duty(text: str, recurrence: str) -> None:
    assert [one.recurrence for one in returning(text)] == [recurrence]


@pytest.mark.parametrize(
    "text",
    [
        "Bộ Y tế xem xét các báo cáo hằng tháng của các sở.",
        "Sở Y tế rà soát báo cáo hằng năm.",
        "Bộ Y tế ban hành Thông tư số 12/2025/TT-BYT quy định về chế độ báo cáo định kỳ hằng quý của các bệnh viện.",
        "Bộ Y tế có Công văn số 70/BYT-KH về báo cáo thống kê hằng tháng áp dụng đối với các sở.",
        "Thời hạn gửi báo cáo định kỳ thuộc phạm vi quản lý của Bộ Y tế",
        "Việc báo cáo rà soát hộ nghèo hằng năm của các xã được quy định như thế nào?",
        "Báo cáo định kỳ hằng tháng: Tính từ ngày 15 tháng trước đến ngày 14 của tháng thuộc kỳ báo cáo;",
    ],
)
def test_what_only_names_a_kind_of_report_returns_for_nobody(text: str) -> None:
    assert not returning(text)


def test_how_often_at_the_head_and_the_day_behind_it_are_one_time() -> None:
    text = "- Báo cáo hằng tháng: Thời hạn gửi báo cáo chậm nhất vào ngày 20 của tháng báo cáo."
    (duty,) = returning(text)
    assert (duty.recurrence, duty.rule) == ("monthly", (MonthDay(day=20, offset_months=0),))


def test_the_same_period_named_twice_is_one_time() -> None:
    text = "Trước ngày 15/11 hằng năm, Sở Y tế báo cáo kết quả rà soát định kỳ hằng năm về Bộ Y tế."
    (duty,) = returning(text)
    assert duty.rule == (YearDay(month=11, day=14, offset_years=0),)


@pytest.mark.parametrize(
    "text",
    [
        "Doanh nghiệp phải nộp báo cáo trước ngày 30/6/2026 đúng không?",
        "Việc xác định hộ nghèo vào cuối năm 2026 làm cơ sở thực hiện chính sách của xã.",
    ],
)
def test_a_question_and_what_a_deed_is_for_are_no_duties(text: str) -> None:
    assert told(text) == []


def test_a_line_without_a_stop_is_no_part_of_the_question_below() -> None:
    assert told("Sở Y tế báo cáo trước ngày 30/6/2026\nAi phải báo cáo?") == [(("Sở Y tế",), JUNE)]


def test_what_a_deed_must_be_done_by_binds() -> None:
    assert told("Việc rà soát của các xã phải hoàn thành vào cuối tháng 6/2026.")[0][1] == date(2026, 6, 30)


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Lãnh đạo tỉnh yêu cầu trước ngày 30/6/2026, Sở Tài chính hoàn thành rà soát.", ("Sở Tài chính",)),
        ("Giao phòng Tham mưu báo cáo trước ngày 30/6/2026.", ("phòng Tham mưu",)),
        ("Giao phòng PC06 báo cáo trước ngày 30/6/2026.", ("phòng PC06",)),
        ("Yêu cầu PA03 báo cáo trước ngày 30/6/2026.", ("PA03",)),
        ("Bộ Nội vụ đã đôn đốc các tỉnh báo cáo trước ngày 30/6/2026.", ("các tỉnh",)),
        ("Bộ phận Một cửa phải trả kết quả trước ngày 30/6/2026.", ("Bộ phận Một cửa",)),
    ],
)
def test_who_is_told_behind_an_order(text: str, lead: tuple[str, ...]) -> None:
    assert told(text) == [(lead, JUNE)]


def test_the_letters_of_a_papers_number_name_nobody() -> None:
    text = "Theo Quyết định số 12/QĐ-TTg phê duyệt Chương trình, hoàn thành mục tiêu trước ngày 30/6/2026."
    assert told(text) == [((), JUNE)]


def test_a_beginning_and_its_end_are_one_time() -> None:
    assert told("Sở Y tế bắt đầu từ tháng 1-2026, hoàn thành vào tháng 6-2026.") == [
        (("Sở Y tế",), date(2026, 6, 30))
    ]


def test_an_hour_before_which_something_is_expected_is_due() -> None:
    assert told("Các trường công bố kết quả: dự kiến trước 17 giờ ngày 30/6/2026.") == [
        (("Các trường",), date(2026, 6, 30))
    ]


def test_what_belongs_to_each_month_does_not_return() -> None:
    assert not returning("Các ngân hàng phải báo cáo về kế hoạch xử lý nợ của từng tháng.")


def test_a_schedule_of_deeds_and_months_is_a_list_of_duties_of_the_addressee() -> None:
    text = (
        "Kính gửi: Bộ Xây dựng.\nPhó Thủ tướng Trần Văn An có ý kiến về lịch báo cáo đồ án như sau:\n"
        "- Báo cáo Ban Chỉ đạo lần I: tháng 4 năm 2026;\n- Hoàn thiện hồ sơ trình thẩm định: quý IV/2026.\n"
        "Văn phòng Chính phủ thông báo để Bộ Xây dựng biết, thực hiện.\n"
    )
    assert told(text) == [
        (("Bộ Xây dựng",), date(2026, 4, 30)),
        (("Bộ Xây dựng",), date(2026, 12, 31)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Sở Y tế ưu tiên đổi thẻ hết giá trị sử dụng trước ngày 30/6/2026.",
        "Sở Y tế thu hồi giấy phép hết hạn trước ngày 30/6/2026.",
        "Ngày đăng 30/6/2026 | 18:30\nBộ Y tế có văn bản hướng dẫn các sở.",
    ],
)
def test_what_has_run_out_and_when_a_page_was_put_up_are_no_times(text: str) -> None:
    assert told(text) == []


def test_of_which_reports_something_must_be_done_is_no_time() -> None:
    text = "Báo cáo ngân sách hằng quý, 06 tháng phải được công khai chậm nhất là 15 ngày, kể từ ngày kết thúc quý."
    assert not returning(text)
    (duty,) = read(text).obligations
    assert duty.relative is not None


def test_a_name_ends_before_what_is_issued() -> None:
    (duty,) = read("Thủ trưởng cơ quan thi hành án ra quyết định trước ngày 30/6/2026.").obligations
    assert duty.lead == ("Thủ trưởng cơ quan thi hành án",)


@pytest.mark.parametrize(
    "text",
    [
        "Các đội phải có mặt tại Ban Chỉ huy lúc 7 giờ ngày 29/6/2026.",
        "Yêu cầu các đội trình diện vào hồi 09 giờ ngày 29/6/2026 tại Sở Nội vụ.",
    ],
)
def test_an_hour_binds_whoever_is_told_to_come(text: str) -> None:
    assert told(text) == [(("Các đội" if text.startswith("Các") else "các đội",), JUNE)]


def test_the_hour_of_a_meeting_binds_nobody() -> None:
    assert told("Hội nghị diễn ra lúc 7 giờ ngày 29/6/2026; các đội có mặt đông đủ.") == []


def test_who_is_sent_an_order_that_names_nobody_else_leads() -> None:
    text = "Bộ Y tế đã ban hành văn bản số 19/BYT-KCB gửi Sở Y tế Hà Nội, đề nghị kiểm tra; báo cáo trước ngày 30/6/2026."
    assert told(text) == [(("Sở Y tế Hà Nội",), JUNE)]


def test_the_addressee_is_heard_though_the_order_speaks_of_several() -> None:
    text = (
        "Kính gửi: Sở Nông nghiệp các tỉnh\nĐề nghị các Sở Nông nghiệp chỉ đạo Chi cục Kiểm lâm báo cáo số liệu.\n"
        "1. Báo cáo phải có xác nhận.\n2. Thời hạn gửi báo cáo trước ngày 30/6/2026.\n"
    )
    assert told(text) == [(("Sở Nông nghiệp các tỉnh",), JUNE)]


def test_who_steers_in_a_new_paragraph_is_who_was_told_before() -> None:
    text = (
        "UBND các huyện phải tăng cường tuyên truyền.\n"
        "Chỉ đạo các đơn vị chức năng kiểm tra. Báo cáo kết quả trước ngày 30/6/2026."
    )
    assert told(text) == [(("UBND các huyện",), JUNE)]
