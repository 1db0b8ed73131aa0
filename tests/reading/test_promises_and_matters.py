"""Who leads behind the matter that is named first, whose promise a day is, and small words that misled."""

from __future__ import annotations

from datetime import date

import pytest

from rules.reading.draft import Relative
from tests.reading.reading_desk import duties, the_duty

# Said on 3 August 2020, a Monday.
MATTERS = [
    ("Đối với các tờ khai luồng xanh, người khai hải quan gửi bổ sung chứng từ", "người khai hải quan"),
    ("Đối với công trình cấp I, chủ đầu tư gửi hồ sơ", "chủ đầu tư"),
    ("Về báo cáo tài chính, doanh nghiệp nộp", "doanh nghiệp"),
    ("Trường hợp thay đổi địa chỉ, hộ kinh doanh gửi hồ sơ", "hộ kinh doanh"),
    ("Đối với thuốc nhập khẩu, cơ sở sản xuất kê khai", "cơ sở sản xuất"),
    ("Riêng với năm 2020, đơn vị gửi báo cáo", "đơn vị"),
    ("Với các dự án nhóm A, chủ dự án báo cáo", "chủ dự án"),
    ("Trong trường hợp không nộp được hồ sơ, tổ chức tín dụng thông báo", "tổ chức tín dụng"),
]
PROMISES = [
    ("Sẽ hoàn thành đề án trước ngày 16/9/2020, đây là cam kết của Bộ Y tế.", "Bộ Y tế"),
    ("Xử lý xong hồ sơ tồn trước ngày 16/9/2020 là quyết tâm của Bộ Công an.", "Bộ Công an"),
    ("Giải ngân 95% vốn trước ngày 16/9/2020 là mục tiêu của UBND tỉnh Hà Giang.", "UBND tỉnh Hà Giang"),
    ("Thông xe cầu trước ngày 16/9/2020 là nhiệm vụ của Ban Quản lý dự án 85.", "Ban Quản lý dự án 85"),
    (
        "Hoàn thành dự án trước ngày 16/9/2020, đó là yêu cầu của Thủ tướng đối với Bộ Xây dựng.",
        "Bộ Xây dựng",
    ),
    ("Nghị quyết nêu rõ nội dung Bộ Nội vụ khẩn trương trình đề án trước ngày 16/9/2020.", "Bộ Nội vụ"),
]
COMPULSORY = [
    ("Bộ Y tế hoàn thiện quy định kê khai bắt buộc các cơ sở bán lẻ trước ngày 16/9/2020.", "Bộ Y tế"),
    (
        "Ngân hàng Nhà nước hoàn thiện phương án chuyển giao bắt buộc các ngân hàng trước ngày 16/9/2020.",
        "Ngân hàng Nhà nước",
    ),
    ("Sở Y tế buộc các phòng khám khắc phục trước ngày 16/9/2020.", "các phòng khám"),
    ("UBND tỉnh bắt buộc các nhà máy khắc phục trước ngày 16/9/2020.", "các nhà máy"),
]
NAMES = [
    "cấp thành phố",
    "cấp bộ",
    "cấp trường",
    "Chấp hành viên",
    "Kiểm sát viên",
    "Phòng Thi hành án cấp quân khu",
    "Ban Chỉ huy cấp trung đoàn",
]
IN_WORDS = [("bốn mươi lăm", 45), ("hai trăm bảy mươi lăm", 275), ("một trăm linh năm", 105), ("ba mươi", 30)]
OCCASIONS = [
    ("Thủ tướng yêu cầu Bộ Xây dựng khởi công dự án vào dịp 19/8/2020.", date(2020, 8, 19)),
    ("Bộ Xây dựng khánh thành cầu vào đúng dịp 02/9/2020.", date(2020, 9, 2)),
    ("Các tỉnh hoàn thành tuyến đường dịp 10/10/2020.", date(2020, 10, 10)),
]


@pytest.mark.parametrize(("words", "lead"), MATTERS)
def test_behind_the_matter_stands_who_acts(words: str, lead: str) -> None:
    duty = the_duty(f"{words} trước ngày 16/9/2020.")
    assert (duty.lead, duty.due) == ((lead,), date(2020, 9, 15))


@pytest.mark.parametrize(("text", "lead"), PROMISES)
def test_a_day_is_that_of_whoever_promises_it(text: str, lead: str) -> None:
    duty = the_duty(text)
    assert (duty.lead, duty.due) == ((lead,), date(2020, 9, 15))


@pytest.mark.parametrize(("text", "lead"), COMPULSORY)
def test_a_compulsory_deed_orders_nobody(text: str, lead: str) -> None:
    assert the_duty(text).lead == (lead,)


@pytest.mark.parametrize("name", NAMES)
def test_levels_and_officers_are_named_in_full(name: str) -> None:
    assert the_duty(f"Trước ngày 16/9/2020, {name} phải gửi báo cáo.").lead == (name,)


@pytest.mark.parametrize(("words", "number"), IN_WORDS)
def test_numbers_of_several_words_are_counted(words: str, number: int) -> None:
    duty = the_duty(f"Doanh nghiệp nộp hồ sơ trong thời hạn {words} ngày kể từ ngày nhận thông báo.")
    assert isinstance(duty.relative, Relative)
    assert duty.relative.n == number


def test_a_term_before_an_event_is_no_news_of_that_day() -> None:
    text = "Chậm nhất 01 năm trước ngày kết thúc hợp đồng, nhà thầu phải có văn bản trình Bộ."
    duty = the_duty(text)
    assert duty.lead == ("nhà thầu",)
    assert isinstance(duty.relative, Relative)
    assert (duty.relative.n, duty.relative.unit, duty.relative.back) == (1, "year", True)


@pytest.mark.parametrize(("text", "day"), OCCASIONS)
def test_what_is_opened_on_an_occasion_is_due_then(text: str, day: date) -> None:
    assert the_duty(text).due == day


def test_a_feast_is_held_on_an_occasion_and_nothing_is_due() -> None:
    assert duties("Tỉnh Hà Giang tổ chức lễ hội vào dịp 02/9/2020.") == []


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        (
            "Trung tâm Quỹ đất huyện cho biết đang lập phương án, dự kiến công khai vào tháng 9/2020.",
            ("Trung tâm Quỹ đất huyện",),
        ),
        ("Sở Y tế cho biết dự kiến khánh thành bệnh viện vào tháng 9/2020.", ("Sở Y tế",)),
    ],
)
def test_a_forecast_of_ones_own_work_is_the_speakers(text: str, lead: tuple[str, ...]) -> None:
    assert the_duty(text).lead == lead
