"""Constructions that texts never seen before were misread at, each in sentences of our own from several fields."""

from __future__ import annotations

from datetime import date

import pytest

from rules.reading.draft import MonthDay
from tests.reading.reading_desk import SAID_ON, duties, read, the_duty

# Said on 3 August 2020, a Monday.


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        (
            "Thủ tướng yêu cầu UBND các tỉnh từ Hà Giang đến Yên Bái gia cố taluy trước ngày 30/9/2020.",
            "UBND các tỉnh từ Hà Giang đến Yên Bái",
        ),
        (
            "Sở Giao thông vận tải các tỉnh từ Đà Nẵng trở vào kiểm tra bến phà trước ngày 30/9/2020.",
            "Sở Giao thông vận tải các tỉnh từ Đà Nẵng trở vào",
        ),
        (
            "Ủy ban quốc gia về chuyển đổi số tổng hợp số liệu trước ngày 30/9/2020.",
            "Ủy ban quốc gia về chuyển đổi số",
        ),
        (
            "Văn phòng Điều phối nông thôn mới trình kế hoạch trước ngày 30/9/2020.",
            "Văn phòng Điều phối nông thôn mới",
        ),
        (
            "Việc đo mực nước do Trạm Thủy văn Bến Lức đảm nhiệm, xong trước ngày 30/9/2020.",
            "Trạm Thủy văn Bến Lức",
        ),
        (
            "Riêng dự án kho lạnh tại xã Phú Mỹ, chủ đầu tư phải nghiệm thu chậm nhất ngày 30/9/2020.",
            "chủ đầu tư",
        ),
        (
            "Căn cứ hướng dẫn của Bộ Nội vụ, Sở Nội vụ lập danh sách ngạch lương trước ngày 30/9/2020.",
            "Sở Nội vụ",
        ),
        (
            "Sở Tư pháp - cơ quan thường trực Hội đồng phổ biến pháp luật tỉnh in sổ tay trước ngày 30/9/2020.",
            "Sở Tư pháp",
        ),
        (
            "Công điện nêu rõ Giám đốc Sở Y tế các tỉnh xác định từng ổ dịch, từng nhóm F0, công bố trước ngày 30/9/2020.",
            "Giám đốc Sở Y tế các tỉnh",
        ),
        (
            "Trong 5 ngày kể từ ngày 24/8/2020, đoàn thanh tra phải gửi kết luận cho đơn vị.",
            "đoàn thanh tra",
        ),
        (
            "Sở Xây dựng chủ trì, phối hợp với các sở: Tài chính; Quy hoạch - Kiến trúc, các chủ hồ đo đất trước 30/9/2020.",
            "Sở Xây dựng",
        ),
    ],
)
def test_the_whole_name_of_who_is_told_leads(sentence: str, lead: str) -> None:
    assert the_duty(sentence).lead == (lead,)


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Bộ Y tế đặt mua vắc-xin. Trong tháng 9, Bộ phải phân bổ xong cho các tỉnh.", "Bộ Y tế"),
        (
            "Cục Thuế tỉnh công khai danh sách nợ. Cục hoàn thành thu nợ trước ngày 5/10/2020.",
            "Cục Thuế tỉnh",
        ),
        ("Sở Y tế kiểm tra kho thuốc. Cục phải gửi mẫu xét nghiệm trước ngày 5/10/2020.", "Cục"),
    ],
)
def test_the_head_of_a_name_alone_is_the_body_named_last(text: str, lead: str) -> None:
    assert the_duty(text).lead == (lead,)


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("Sở Nội vụ báo cáo vào mùng 3 Tết Tân Sửu (14/2/2021).", date(2021, 2, 14)),
        ("Sở Nội vụ phải báo cáo nhanh vào mùng 3 Tết Tân Sửu (14/2).", date(2021, 2, 14)),
        ("Sở Nội vụ kiểm tra các kho trong tháng 9 và tháng 10.", date(2020, 10, 31)),
        ("Sở Nội vụ mở lớp cho các xã trong tháng 9 và nửa đầu tháng 10.", date(2020, 10, 15)),
        ("Sở Nội vụ trình đề án trong quí 4 năm 2020.", date(2020, 12, 31)),
        ("Tháng 3 năm tới tỉnh sẽ khởi công cầu Bến Thủy 3.", date(2021, 3, 31)),
        (
            "Sở Tài chính sửa Quyết định 12/2019, thời gian: quý IV/2020. Sở Y tế kiểm tra kho.",
            date(2020, 12, 31),
        ),
    ],
)
def test_times_written_in_rows_brackets_and_labels_have_their_day(sentence: str, due: date | None) -> None:
    assert [duty.due for duty in duties(sentence)] == ([due] if due else [])


def test_a_label_of_time_belongs_to_the_sentence_before_its_comma() -> None:
    text = "Sở Tài chính sửa Quyết định 12/2019, thời gian: quý IV/2020. Sở Y tế kiểm tra kho thuốc."
    assert the_duty(text).lead == ("Sở Tài chính",)


@pytest.mark.parametrize(
    "sentence",
    [
        "Mỗi ngày thành phố Vinh thải ra khoảng 900 tấn rác.",
        "Có xã chỉ một cán bộ, mỗi tháng tiếp được hơn 30 lượt dân.",
        "Tháng 9, giá xăng sẽ tăng thêm.",
        "Số hộ cận nghèo giảm bình quân 2% mỗi năm.",
        "Dự án góp phần bảo đảm nước sạch trong năm 2021 và các năm tiếp theo.",
        "Bộ Tài chính công bố hạn mức vay cho các địa phương đến hết năm 2021.",
        "Thực hiện theo luật và các văn bản hướng dẫn hằng năm.",
        "Ban Chỉ đạo tổng kết việc thực hiện chương trình trong các năm 2018-2020.",
    ],
)
def test_rates_set_measures_and_years_looked_back_on_are_no_terms(sentence: str) -> None:
    assert duties(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "phrase"),
    [
        ("Mỗi tháng Sở Y tế phải kiểm tra khoảng 20 cơ sở.", "Mỗi tháng"),
        ("Sở Xây dựng hoàn thành chỉ tiêu nhà ở xã hội trong năm 2021.", "trong năm 2021"),
        ("Ban Chỉ đạo tổng kết việc thực hiện chương trình trong năm 2021.", "trong năm 2021"),
        ("Mỗi chủ kho phải nộp báo cáo hằng tháng.", "hằng tháng"),
        ("Đài Khí tượng phát hành bản tin mặn hằng tuần gửi các huyện.", "hằng tuần"),
        ("Chủ vườn chưa đăng ký phải dừng bán cây giống kể từ ngày 20/8.", "kể từ ngày 20/8"),
    ],
)
def test_what_only_looks_like_a_rate_or_a_measure_binds_by_its_time(sentence: str, phrase: str) -> None:
    assert the_duty(sentence).deadline_phrase == phrase


def test_days_of_a_month_behind_a_word_of_return_come_back_every_month() -> None:
    duty = the_duty("Định kỳ ngày 10 và ngày 25, các huyện gửi báo cáo nhanh về Sở Công Thương.")
    assert (duty.recurrence, duty.rule) == ("monthly", (MonthDay(10), MonthDay(25)))
    duty = the_duty("Các sở gửi hồ sơ về Văn phòng chậm nhất ngày 20 của tháng trước tháng họp.")
    assert duty.recurrence == "monthly"


def test_the_number_of_a_session_is_no_weekday() -> None:
    duty = the_duty("Sở Tài chính lập báo cáo trình HĐND tỉnh tại kỳ họp thứ 6, tháng 10 năm nay.")
    assert duty.due == date(2020, 10, 31)


def test_a_sentence_that_says_which_duties_are_meant_keeps_its_term() -> None:
    text = (
        "Chủ tịch UBND tỉnh yêu cầu các sở rà soát các nhiệm vụ đã giao, báo cáo trước ngày 20/8/2020. "
        "Trong đó, cần xử lý dứt điểm việc tồn đọng."
    )
    assert [duty.due for duty in duties(text)][:1] == [date(2020, 8, 19)]


def test_whoever_fails_has_no_term_of_his_own() -> None:
    text = "Hằng tuần, Sở Y tế gửi bảng tiến độ về Văn phòng; huyện nào chậm sẽ bị nêu tên."
    assert the_duty(text).lead == ("Sở Y tế",)


def test_who_heads_a_group_is_not_who_forms_it() -> None:
    text = "Ban Chỉ đạo lập 4 đoàn do lãnh đạo các sở làm trưởng đoàn, đi kiểm tra trong tháng 9."
    assert the_duty(text).lead == ("Ban Chỉ đạo",)
    text = "Kéo dài thời hạn xây cầu Cái Bè do Sở Giao thông vận tải làm chủ đầu tư đến ngày 30/9/2020."
    assert the_duty(text).lead == ("Sở Giao thông vận tải",)


def test_what_is_kept_up_all_the_time_is_said_of_the_deed_before_it() -> None:
    text = "Cục Thú y công bố danh sách cơ sở đạt chuẩn trên trang điện tử; cập nhật thường xuyên."
    (found,) = [duty for duty in read(text, SAID_ON).obligations if duty.recurrence == "continuous"]
    assert found.quote.startswith("Cục Thú y công bố")
