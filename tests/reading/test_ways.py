"""How something is handed in, and a deed behind a label of time: neither hides the duty, nor is one more."""

from __future__ import annotations

from datetime import date

import pytest

from rules.reading.draft import MonthDay, QuarterDay
from tests.reading.reading_desk import duties, the_duty

# Said on 3 August 2020, a Monday.
ASKED = "Sở Y tế đề nghị các trạm y tế báo cáo tình hình tủ thuốc theo mẫu.\n\n"


@pytest.mark.parametrize(
    "ways",
    [
        "- Bằng thư điện tử (gửi trước);\n- Bằng đường bưu điện theo địa chỉ: Phòng Dược - Sở Y tế, 4 Lê Lợi.",
        "- Qua hệ thống quản lý văn bản;\n- Bản giấy: 02 bộ, có dấu.",
        "a) Bản mềm gửi vào hộp thư của Sở;\nb) Địa chỉ: Văn phòng Sở, 12 Trần Phú.",
        "+ Fax: 0234 3821 555.\n+ Email của Văn phòng Sở.",
    ],
)
def test_the_ways_to_hand_it_in_are_no_duties_and_the_sentence_above_is(ways: str) -> None:
    duty = the_duty(f"{ASKED}Báo cáo gửi về Sở Y tế trước ngày 28/8/2020:\n{ways}\n")
    assert (duty.lead, duty.due) == (("các trạm y tế",), date(2020, 8, 27))
    assert duty.quote.startswith("Báo cáo gửi về")


def test_a_deed_beside_the_ways_keeps_the_term_of_its_heading() -> None:
    text = "Các phòng gửi kết quả trước ngày 15/9/2020 như sau:\n- Bản mềm gửi Sở;\n- Phòng Kế hoạch tổng hợp số liệu."
    assert [duty.lead for duty in duties(text)] == [("Các phòng",), ("Phòng Kế hoạch",)]


def test_where_nothing_is_handed_in_a_means_is_a_deed() -> None:
    text = "Các xã hoàn thành việc làm đường trước ngày 30/9/2020:\n- Bằng vốn tỉnh, sửa 4 cầu;\n- Sửa 12 cống.\n"
    assert {duty.due for duty in duties(text)} == {date(2020, 9, 29)}


@pytest.mark.parametrize(
    ("entry", "deed"),
    [
        (
            "Thời gian nộp báo cáo: Hoàn thành gửi báo cáo qua cổng dịch vụ công trước ngày 05/10/2020.",
            "Hoàn thành",
        ),
        ("Thời hạn: Nộp phương án giá về Sở Tài chính chậm nhất ngày 04/10/2020.", "Thời hạn: Nộp"),
    ],
)
def test_a_deed_behind_a_label_of_time_is_the_duty(entry: str, deed: str) -> None:
    text = f"Sở Công Thương hướng dẫn các chợ nộp báo cáo như sau:\n\n(1) Đối tượng: chợ hạng 1.\n\n(2) {entry}\n"
    duty = the_duty(text)
    assert duty.due == date(2020, 10, 4)
    assert duty.quote.startswith(deed)


def test_a_label_with_only_a_time_still_belongs_to_what_stands_before_it() -> None:
    text = "1. Sở Tài chính lập bảng giá đất.\nThời hạn: Báo cáo trước ngày 05/10/2020.\n"
    duty = the_duty(text)
    assert (duty.lead, duty.due) == (("Sở Tài chính",), date(2020, 10, 4))


def test_the_ministry_is_not_its_minister() -> None:
    text = "Bộ trưởng lưu ý việc chuẩn bị hội thi. Trong tháng này, Bộ phải mở hai lớp tập huấn."
    assert the_duty(text).lead == ("Bộ",)


def test_so_many_days_of_the_next_month_are_a_day_of_it() -> None:
    duty = the_duty(
        "Hằng tháng, các chi nhánh gửi danh sách (chậm nhất 10 ngày của tháng kế tiếp) về Cục Thuế."
    )
    assert (duty.recurrence, duty.rule) == ("monthly", (MonthDay(10, 1),))


@pytest.mark.parametrize(
    ("period", "returns", "rule"),
    [
        ("tháng", "monthly", MonthDay(1)),
        ("quý", "quarterly", QuarterDay(1, 1)),
        ("hằng tháng", "monthly", MonthDay(1)),
    ],
)
def test_the_first_day_of_a_period_returns_with_it(
    period: str, returns: str, rule: MonthDay | QuarterDay
) -> None:
    duty = the_duty(f"Định kỳ ngày đầu {period}, Cục Thuế tỉnh cung cấp dữ liệu cho các ngân hàng.")
    assert (duty.recurrence, duty.rule) == (returns, (rule,))


def test_the_first_days_of_a_month_are_told_and_no_term() -> None:
    assert duties("Những ngày đầu tháng, giá rau tại các chợ tăng nhẹ.") == []


@pytest.mark.parametrize(
    "lead",
    [
        "UBND 24 quận-huyện",
        "Ban quản lý các dự án giao thông tỉnh",
        "Ban quản lý các chợ thành phố",
        "Ban Quản lý các khu chế xuất và công nghiệp tỉnh",
        "UBND 12 huyện, thị xã",
        "Công an 9 huyện và thành phố",
        "UBND 5 xã",
    ],
)
def test_places_counted_or_looked_after_belong_to_the_name(lead: str) -> None:
    assert the_duty(f"Tỉnh ủy yêu cầu {lead} báo cáo kế hoạch trước ngày 30/9/2020.").lead == (lead,)


@pytest.mark.parametrize(
    ("head", "entries"),
    [
        (
            "Trước ngày 16/9/2020, các khoa nộp hồ sơ về Phòng Tổ chức, gồm:",
            "- Tờ trình;\n- Danh sách viên chức.",
        ),
        (
            "Các khoa gửi báo cáo về Phòng Tổ chức trước ngày 16/9/2020, trong đó nêu rõ:",
            "+ Khó khăn, vướng mắc.\n+ Đề xuất.",
        ),
        (
            "Các khoa nộp trước ngày 16/9/2020:",
            "1. Đơn đăng ký (mẫu 01).\n2. Kế hoạch dạy học.\n3. Báo cáo tự đánh giá.",
        ),
        (
            "Các khoa rà soát, báo cáo nhà trường trước ngày 16/9/2020, tập trung vào:",
            "- Công tác thư viện;\n- Việc mua sách.",
        ),
        (
            "Các khoa gửi danh sách trước ngày 16/9/2020 theo các yêu cầu sau:",
            "a) Mỗi khoa 02 người.\nb) Tuổi không quá 35.",
        ),
        (
            "Các khoa đăng ký với Phòng Tổ chức trước ngày 16/9/2020 các nội dung:",
            "- Số lớp;\n- Số giờ giảng.",
        ),
        ("Các khoa cung cấp cho Phòng Tổ chức trước ngày 16/9/2020:", "- Lý lịch khoa học;\n- Bảng điểm."),
        ("Các khoa chuyển trước ngày 16/9/2020 cho Phòng Tổ chức:", "* Bài thi;\n* Phiếu chấm."),
    ],
)
def test_what_is_handed_in_below_a_sentence_is_one_duty(head: str, entries: str) -> None:
    duty = the_duty(f"{head}\n{entries}\n")
    assert (duty.lead[0].lower(), duty.due) == ("các khoa", date(2020, 9, 15))


def test_how_others_go_on_below_a_sentence_that_says_to_whom_has_not_its_term() -> None:
    text = (
        "– Trước ngày 16/9/2020: Các khoa gửi danh mục đề tài về Phòng Tổ chức:\n"
        "+ Khoa thành lập hội đồng chung.\n+ Chủ tịch hội đồng phân công người phản biện.\n"
    )
    dated = [one for one in duties(text) if one.due is not None]
    assert [(one.lead, one.quote[:14]) for one in dated] == [(("Các khoa",), "Các khoa gửi d")]


@pytest.mark.parametrize(
    "head",
    [
        "Các khoa thực hiện trước ngày 16/9/2020 các việc sau:",
        "Các khoa báo cáo và làm trước ngày 16/9/2020 các việc sau:",
    ],
)
def test_deeds_below_a_sentence_have_its_term(head: str) -> None:
    found = duties(f"{head}\n- Rà soát giáo trình;\n- Lập danh sách viên chức.\n")
    assert [one.due for one in found] == [date(2020, 9, 15)] * 2


def test_whose_part_of_a_report_each_entry_is_keeps_them_apart() -> None:
    found = duties(
        "Các sở báo cáo trước ngày 16/9/2020 các việc:\n- Sở Y tế: tình hình dịch;\n- Sở Nội vụ: biên chế.\n"
    )
    assert [one.lead for one in found] == [("Sở Y tế",), ("Sở Nội vụ",)]
