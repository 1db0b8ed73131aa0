"""Constructions of dispatches, plans, circulars and news: terms that count back, validity, rates, and who is told."""

from __future__ import annotations

from datetime import date

import pytest

from rules.reading.draft import Relative, YearDay
from tests.reading.reading_desk import duties, read, the_duty

ON = date(2023, 11, 2)
HEADED = "Số: 12/UBND-TH\nHà Nội, ngày 02 tháng 11 năm 2023\n"


@pytest.mark.parametrize(
    ("when", "day"),
    [
        ("trước Tết Nguyên đán Giáp Thìn ít nhất 45 ngày", date(2023, 12, 27)),
        ("trước ngày 01/01/2024 ít nhất 10 ngày", date(2023, 12, 22)),
        ("trước ngày 01/01/2024 tối thiểu 01 tháng", date(2023, 12, 1)),
        ("trước ngày 01/01/2024", date(2023, 12, 31)),
    ],
)
def test_so_long_before_a_day_counts_back_from_it(when: str, day: date) -> None:
    assert the_duty(f"Sở Y tế thành lập đoàn thanh tra {when}.", ON).due == day


def test_so_many_working_days_before_a_day_are_asked_for() -> None:
    found = read("Sở Y tế thành lập đoàn thanh tra trước ngày 01/01/2024 ít nhất 10 ngày làm việc.", ON)
    assert [duty for duty in found.obligations if duty.due] == []
    assert [phrase.text for phrase in found.unread] == ["trước ngày 01/01/2024 ít nhất 10 ngày làm việc"]


def test_before_an_event_on_a_day_nothing_begins() -> None:
    found = read("Phòng Kinh doanh ký lại hợp đồng trước khi áp dụng giá mới từ ngày 01/01/2024.", ON)
    assert found.obligations == ()
    assert ["01/01/2024" in phrase.text for phrase in found.unread] == [True]


@pytest.mark.parametrize("answer", ["có văn bản trả lời", "có báo cáo gửi Bộ", "thông báo kết quả"])
def test_an_answer_within_a_counted_time_is_due(answer: str) -> None:
    duty = the_duty(f"Trong thời hạn 07 ngày làm việc kể từ ngày nhận đủ hồ sơ, Sở Y tế {answer}.", ON)
    assert duty.relative == Relative(7, "working_day", "nhận đủ hồ sơ")


@pytest.mark.parametrize(
    ("text", "relative"),
    [
        ("Sở Y tế báo cáo Bộ trong 03 ngày sau mỗi lần kiểm tra.", Relative(3, "day", None)),
        ("1. Sở Y tế:\n- Xử lý phản ánh của người dân trong 24 giờ;", Relative(24, "hour", None)),
    ],
)
def test_a_deed_within_days_or_hours_is_due(text: str, relative: Relative) -> None:
    assert the_duty(text, ON).relative == relative


def test_what_lasts_some_hours_is_no_term() -> None:
    assert duties("Sở Y tế tổ chức hội thảo trong 02 ngày.", ON) == []
    assert duties("Các trạm trực cấp cứu trong 24 giờ.", ON) == []


@pytest.mark.parametrize("paper", ["Giấy chứng nhận đã cấp", "Giấy phép", "Thẻ"])
def test_validity_gives_no_deadline(paper: str) -> None:
    text = f"Trung tâm phải kiểm định lại trước ngày 01/01/2026. {paper} có giá trị đến hết ngày 31/12/2025."
    assert [duty.due for duty in duties(text, ON)] == [date(2025, 12, 31)]


def test_a_return_said_in_the_clause_before_makes_the_next_years_day_return() -> None:
    text = (
        "Trung tâm tự đánh giá mỗi năm một lần, công bố kết quả trên trang tin trước ngày 31 tháng 3 năm sau."
    )
    assert duties(text, ON)[-1].rule == (YearDay(3, 30, 1),)


@pytest.mark.parametrize(
    "rate", ["mỗi tháng tối thiểu 1.500 chiếc", "mỗi tuần ít nhất 20 hộ", "tối thiểu 02 lần/quý"]
)
def test_a_rate_is_no_return(rate: str) -> None:
    (duty,) = duties(f"Sở Y tế thay thiết bị, {rate}, dứt điểm trong tháng 4/2024.", ON)
    assert (duty.recurrence, duty.due) == (None, date(2024, 4, 30))


def test_what_has_been_done_lies_not_ahead() -> None:
    text = "1. Sở Y tế thu hồi dứt điểm 09 cơ sở đã hết thời gian gia hạn trước ngày 31/3/2024."
    assert the_duty(text, ON).due == date(2024, 3, 30)
    text = "1. Sở Y tế thu hồi dứt điểm 09 cơ sở đã hết thời gian gia hạn trước ngày 31/3/2023."
    assert duties(text, ON) == []


def test_two_months_in_a_cell_are_two_terms() -> None:
    text = (
        "| TT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn |\n"
        "| 1 | Bàn giao hạ tầng khu tái định cư cho địa phương | Sở Xây dựng | Tháng 6 và tháng 12/2024 |\n"
    )
    assert [duty.due for duty in duties(text, ON)] == [date(2024, 6, 30), date(2024, 12, 31)]


def test_an_expectation_behind_a_colon_is_a_forecast() -> None:
    found = read("7. Tổng kết, trao giải: dự kiến trong tháng 12/2023.", ON)
    assert ([duty.quote for duty in found.obligations], [phrase.text for phrase in found.unread]) == (
        [],
        ["dự kiến trong tháng 12/2023"],
    )


def test_a_pause_between_two_moments_has_both() -> None:
    text = "Các chợ phải tạm dừng hoạt động từ 0 giờ ngày 08/11/2023 đến hết ngày 28/11/2023."
    duty = the_duty(text, ON)
    assert (duty.earliest, duty.due) == (date(2023, 11, 8), date(2023, 11, 28))


LEADS = [
    (
        "Từ nay đến khi xong dự án, chiều thứ Sáu hằng tuần Ban Quản lý dự án báo cáo tiến độ.",
        ("Ban Quản lý dự án",),
    ),
    (
        "Sở đã yêu cầu ba doanh nghiệp viễn thông nhắn tin chậm nhất trong ngày 20/11.",
        ("ba doanh nghiệp viễn thông",),
    ),
    (
        "2. Xí nghiệp Quản lý mạng 1, Xí nghiệp Quản lý mạng 2: thay đồng hồ trong tháng 4/2024.",
        ("Xí nghiệp Quản lý mạng 1", "Xí nghiệp Quản lý mạng 2"),
    ),
    (
        "Các huyện ủy, thành ủy, đảng ủy trực thuộc phát động cuộc thi trước ngày 07/12/2023.",
        ("Các huyện ủy, thành ủy, đảng ủy trực thuộc",),
    ),
    (
        "Trung tâm Quản lý điều hành giao thông công khai lộ trình trước ngày 20/11.",
        ("Trung tâm Quản lý điều hành giao thông",),
    ),
    (
        "Các Phó Tổng Giám đốc, Trưởng các phòng và Giám đốc các xí nghiệp báo cáo trước ngày 20/11.",
        ("Các Phó Tổng Giám đốc", "Trưởng các phòng", "Giám đốc các xí nghiệp"),
    ),
    (
        "Phòng Văn hóa và Thông tin trang trí khánh tiết xong trước ngày 14/12/2023.",
        ("Phòng Văn hóa và Thông tin",),
    ),
    (
        "Giao đồng chí Phạm Văn Tâm - Trưởng phòng Nội vụ tham mưu bố trí vốn trước ngày 20/11.",
        ("đồng chí Phạm Văn Tâm - Trưởng phòng Nội vụ",),
    ),
    ("Hợp tác xã Bến Đông kiến nghị thành phố. Sở Tài chính sẽ chi trả trong tháng 11.", ("Sở Tài chính",)),
    ("Viettel Kiến Sơn cam kết hoàn tất rà soát thuê bao trong tháng 11.", ("Viettel Kiến Sơn",)),
]


@pytest.mark.parametrize(("text", "leads"), LEADS)
def test_who_is_told_is_named_whole(text: str, leads: tuple[str, ...]) -> None:
    assert the_duty(text, ON).lead == leads


def test_who_receives_and_goes_on_leads_the_second_term() -> None:
    text = "UBND các xã gửi danh sách về Phòng Nội vụ trước ngày 20/11, tổng hợp báo cáo UBND huyện trước ngày 30/11."
    assert [duty.lead for duty in duties(text, ON)] == [("UBND các xã",), ("UBND các xã",)]
    text = "Trước ngày 20/11, UBND các xã rà soát, gửi Phòng Nội vụ tổng hợp báo cáo UBND huyện trước ngày 30/11."
    assert [duty.lead for duty in duties(text, ON)] == [("UBND các xã",), ("Phòng Nội vụ",)]


def test_who_has_an_opinion_is_not_told_by_it() -> None:
    text = (
        f"{HEADED}Kính gửi: Tổng công ty Đường sắt Việt Nam\n"
        "Về việc này, Cục Đường sắt Việt Nam có ý kiến như sau:\n"
        "1. Yêu cầu Tổng công ty rà soát 41 lối đi trong tháng 11/2023.\n"
        "2. Đối với 12 lối đi nguy hiểm, phải rào thu hẹp xong trước ngày 01/01/2024.\n"
    )
    named = "Tổng công ty Đường sắt Việt Nam"
    first, second = duties(text)
    assert first.lead == second.lead == (named,)
    assert any("last named in the text" in note for note in second.notes)


def test_an_addressee_that_nothing_is_ordered_of_leads_nothing() -> None:
    text = f"{HEADED}Kính gửi: Ủy ban nhân dân tỉnh\n1. Phải rào thu hẹp xong trước ngày 01/01/2024.\n"
    assert the_duty(text).lead == ()


def test_one_addressee_among_several_leads_nothing_by_itself() -> None:
    text = (
        f"{HEADED}Kính gửi: Sở Y tế, Sở Xây dựng\n1. Yêu cầu Sở Y tế báo cáo trong tháng 11/2023.\n"
        "2. Phải rào thu hẹp xong trước ngày 01/01/2024.\n"
    )
    assert [duty.lead for duty in duties(text)] == [("Sở Y tế",), ()]


def test_a_headline_that_names_nobody_tells_what_the_text_orders() -> None:
    text = (
        "Gần 40 nghìn thuê bao phải chuẩn hóa thông tin trước 15/11\n\nSáng 16/10, Sở Thông tin họp báo.\n"
        "Mọi chủ thuê bao có trách nhiệm cập nhật giấy tờ trước ngày 15/11/2023; sau thời điểm này, thuê bao không cập "
        "nhật sẽ bị khóa một chiều.\n"
    )
    (found,) = read(text, date(2023, 10, 16)).obligations
    assert (found.lead, found.due) == (("Mọi chủ thuê bao",), date(2023, 11, 14))


def test_the_place_in_a_dateline_leads_nothing() -> None:
    assert the_duty(f"{HEADED}1. Hoàn thành việc sửa đổi quy chuẩn trước ngày 30/6/2024.").lead == ()


@pytest.mark.parametrize(
    "whom", ["Các Bộ: Y tế, Công Thương theo chức năng được giao", "Chủ tịch UBND các huyện có dịch"]
)
def test_a_heading_that_only_says_who_is_told_is_no_task(whom: str) -> None:
    found = read(
        f"{HEADED}1. {whom}:\na) Hoàn thành việc sửa đổi quy chuẩn trước ngày 30/6/2024.\n"
    ).obligations
    assert [duty.due for duty in found] == [date(2024, 6, 29)]


@pytest.mark.parametrize("heading", ["I. TÌNH HÌNH", "I. KẾT QUẢ ĐẠT ĐƯỢC", "1. Đánh giá tình hình"])
def test_what_a_plan_says_among_results_is_told_and_ordered_of_nobody(heading: str) -> None:
    text = f"{HEADED}{heading}\nDự án khởi công năm 2022, theo kế hoạch hoàn thành trước ngày 31/12/2023.\n"
    found = read(text)
    assert [duty for duty in found.obligations if duty.is_dated] == []
    assert len(found.unread) == 1


@pytest.mark.parametrize("number", ["58-HD/BTGTU", "12-NQ/TW", "05-CT/TU"])
def test_the_number_of_a_party_paper_is_read_whole(number: str) -> None:
    text = f"TỈNH ỦY MỸ LÂM\nSố: {number}\nMỹ Lâm, ngày 25 tháng 10 năm 2023\n1. Đối tượng: đảng viên.\n"
    assert read(text).instrument.number == number
