"""Times that no one has to keep: how long something lasts, which things are meant, what should have been."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import duties, read, the_duty

HOW_LONG = [
    "Thời hiệu xử phạt đối với hành vi lấn chiếm lòng sông là 05 năm kể từ ngày hành vi được thực hiện.",
    "Sở Xây dựng lưu ý: thời hạn bảo hành công trình là 24 tháng kể từ ngày nghiệm thu.",
    "Sở Y tế cấp chứng chỉ có giá trị 05 năm kể từ ngày cấp.",
    "UBND tỉnh quyết định dừng cấp phép khai thác cát đến hết năm 2020.",
    "Bộ Tài chính cho biết thuế suất 0% áp dụng đến hết ngày 31/12/2020.",
    "UBND thành phố cho học sinh nghỉ học đến hết ngày 15/8/2020.",
]
WHICH = [
    "Người lao động nghỉ việc trước ngày 01/10/2020 được hưởng trợ cấp.",
    "Hồ sơ tiếp nhận trước ngày 01/9/2020 tiếp tục được giải quyết theo quy định cũ.",
    "Các bộ rà soát các nhiệm vụ do Thủ tướng Chính phủ giao từ ngày 01/01/2020 đến ngày 10/12/2020.",
    "Văn phòng đề nghị các bộ thống kê nhiệm vụ được giao từ ngày 01/01/2020 đến hết ngày 30/9/2020.",
    "Bộ Tư pháp đề nghị các bộ rà soát văn bản do mình ban hành từ ngày 01/01/2020 đến ngày 30/9/2020.",
    "Sở Tài chính yêu cầu các đơn vị kiểm kê tài sản mua sắm từ ngày 01/01/2020 đến 30/9/2020.",
    "Thanh tra tỉnh yêu cầu các huyện tổng hợp đơn thư tiếp nhận từ ngày 16/11/2019 đến ngày 15/9/2020.",
    "Cục Thuế yêu cầu các chi cục rà soát hóa đơn lập từ ngày 01/01/2020 đến ngày 30/9/2020.",
    "Bộ Y tế yêu cầu các bệnh viện thống kê số ca mắc ghi nhận từ ngày 01/01/2020 đến ngày 30/9/2020.",
    "Các trường rà soát văn bằng do trường cấp từ ngày 01/01/2020 đến ngày 30/9/2020.",
    "Sở Công Thương hỗ trợ lãi suất đối với các hợp đồng vay vốn ký kết trước ngày 31/12/2020.",
]
OTHERS = [
    "Theo Chỉ thị 12, các sở lẽ ra phải gửi báo cáo trước ngày 15/9/2020.",
    "Cũng trong ngày 19/8, Văn phòng Chính phủ có văn bản nhắc 14 bộ gửi báo cáo.",
    "Bộ Tư pháp trình dự án Luật vào chương trình kỳ họp bất thường (dự kiến tổ chức vào cuối tháng 9 năm 2020).",
    "Tổng dư nợ đến thời điểm 31/8/2020 là 48.900 tỷ đồng, Ngân hàng Nhà nước cho biết.",
]
DUE = [
    ("Cục Thuế kiểm tra hộ kinh doanh từ ngày 10/8/2020 đến ngày 30/9/2020.", date(2020, 9, 30)),
    (
        "Các xã rà soát nhiệm vụ được Chủ tịch huyện giao, từ ngày 10/8/2020 đến ngày 30/9/2020 gửi báo cáo.",
        date(2020, 9, 30),
    ),
    ("Sở Tài chính hoàn thành chi trả đối với các hộ dân trước ngày 30/9/2020.", date(2020, 9, 29)),
    ("Sở Y tế hoàn thành kiểm tra đối với các cơ sở kinh doanh trước ngày 30/9/2020.", date(2020, 9, 29)),
    ("UBND tỉnh yêu cầu các chủ tàu đăng ký trước ngày 30/9/2020.", date(2020, 9, 29)),
    ("Bộ Tài chính xây dựng nghị định về giá đất, hoàn thành cũng trong tháng 10/2020.", date(2020, 10, 31)),
    ("Doanh nghiệp do cơ quan đại diện thực hiện thoái vốn đến hết năm 2020.", date(2020, 12, 31)),
    ("Sở Giao thông vận tải kiểm soát tải trọng xe, kéo dài đến hết ngày 30/9/2020.", date(2020, 9, 30)),
]
NOBODY_TOLD = [
    "Đây là lần thứ hai trong năm 2020 giá điện giảm.",
    "Vé xem phim mở bán từ ngày 20/8/2020.",
    "Vụ lúa thu đông cho năng suất cao nhất trong tháng 10/2020.",
]


@pytest.mark.parametrize("sentence", [*HOW_LONG, *WHICH, *OTHERS, *NOBODY_TOLD])
def test_a_time_that_no_one_has_to_keep_is_no_deadline(sentence: str) -> None:
    assert [duty.deadline_phrase for duty in duties(sentence)] == []


@pytest.mark.parametrize(("sentence", "day"), DUE)
def test_a_deadline_that_looks_alike_stays(sentence: str, day: date) -> None:
    assert [duty.due for duty in duties(sentence)] == [day]


def test_a_time_by_which_nobody_is_told_anything_is_left_to_a_person() -> None:
    found = read("Vụ lúa thu đông cho năng suất cao nhất trong tháng 10/2020.")
    assert [unread.text for unread in found.unread] == ["trong tháng 10/2020"]


TOLD_BY_THE_WAY = [
    "Sở Y tế cho biết lô thuốc sắp hết hạn vào tháng 9/2020.",
    "Đến hết ngày 31/12/2020, nếu đơn vị không chi hết quỹ thì phải hoàn trả ngân sách.",
    "Tỷ lệ cho vay của ngân hàng được quy định như sau: Từ ngày 1/10/2020 đến hết ngày 30/9/2021: 37%.",
    "Đối với các hợp đồng ký kết trước ngày 1/10/2020, ngân hàng được tiếp tục thực hiện.",
    "Khách hàng vay trong tháng 12/2020 được miễn phí trả nợ trước hạn.",
    "Đề nghị Hội Chữ thập đỏ tuyên truyền trong Tháng hành động vì trẻ em hằng năm.",
    "Nhà thầu nêu lý do là giá thép tăng trong 6 tháng đầu năm.",
    "Dự án bệnh viện được phê duyệt với tổng mức đầu tư 500 tỷ đồng, thời gian thực hiện 2020-2024.",
    "Bà Hoa, Vụ trưởng Vụ Tiền lương cho biết, việc cải cách sẽ được trình xem xét sau năm 2026.",
]


@pytest.mark.parametrize("sentence", TOLD_BY_THE_WAY)
def test_a_time_told_by_the_way_is_no_deadline(sentence: str) -> None:
    assert [duty.deadline_phrase for duty in duties(sentence)] == []


def test_bodies_and_places_keep_the_number_that_names_them() -> None:
    found = duties("Chủ tịch yêu cầu UBND Quận 4, Quận 5 di dời các hộ dân trước ngày 30/9/2020.")
    assert [duty.lead for duty in found] == [("UBND Quận 4", "Quận 5")]


def test_a_sentence_with_a_term_and_a_deed_is_a_duty_though_nobody_is_known_by_that_name() -> None:
    found = duties("Xưởng cưa, lò than đăng ký kế hoạch di dời trước ngày 30/9/2020.")
    assert [duty.due for duty in found] == [date(2020, 9, 29)]


def test_a_right_that_must_be_asked_for_in_time_is_a_duty() -> None:
    found = duties(
        "Người lao động mất việc làm phải nộp hồ sơ hưởng trợ cấp trong vòng 3 tháng kể từ ngày thôi việc."
    )
    assert [(duty.relative.n, duty.relative.unit) for duty in found if duty.relative] == [(3, "month")]


def test_the_beginning_beside_a_term_is_no_duty_of_its_own() -> None:
    text = "Từ quý IV/2020 trở đi, các sở báo cáo định kỳ hằng quý, chậm nhất vào ngày 20 của tháng cuối quý."
    assert [duty.recurrence for duty in duties(text)] == ["quarterly"]


def test_a_time_of_effort_is_no_deadline() -> None:
    assert duties("Từ nay đến cuối năm, Cục Hải quan sẽ tập trung chống thất thu qua trị giá.") == []
    found = duties("Từ nay đến cuối năm, Cục Hải quan tập trung hoàn thành hệ thống một cửa.")
    assert [duty.due for duty in found] == [date(2020, 12, 31)]


def test_a_verb_behind_the_time_that_opens_a_clause_is_a_duty() -> None:
    found = duties(
        "Dịch vụ hóa đơn lưu dữ liệu ở hai nơi; định kỳ ngày 25 hằng tháng báo cáo số lượng đã truyền."
    )
    assert [duty.recurrence for duty in found] == ["monthly"]


def test_what_is_foreseen_of_a_thing_with_nobody_named_is_left_to_a_person() -> None:
    assert duties("Dự kiến quý III, tổng đàn lợn mới phục hồi.") == []
    assert [duty.kind for duty in duties("Sở Y tế dự kiến quý IV/2020 mở thêm hai khoa.")] == ["forecast"]


def test_how_long_a_return_goes_on_is_no_term_of_its_own() -> None:
    found = duties("UBND các xã diệt bọ gậy vào sáng thứ Bảy hằng tuần, kéo dài đến hết tháng 11/2020.")
    assert [duty.recurrence for duty in found] == ["weekly"]


def test_rates_hold_until_a_day_and_plans_have_kinds() -> None:
    assert duties("Thuế bảo vệ môi trường với xăng dầu giảm 50% đến hết năm 2020 theo nghị quyết.") == []
    assert duties("Bộ đề nghị các địa phương lập kế hoạch phát triển nhà ở 5 năm và hằng năm.") == []


def test_an_empty_cell_of_time_beside_a_lead_of_its_own_has_no_time() -> None:
    text = (
        "STT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn\n"
        "1 | Rà soát quy hoạch cảng cá của tỉnh năm nay | Sở Nông nghiệp | 30/9/2020\n"
        "2 | Nghiên cứu mô hình hợp tác xã kiểu mới | Liên minh Hợp tác xã | \n"
        "3 | Tập huấn cán bộ hợp tác xã ở các huyện | | 31/10/2020\n"
    )
    assert [duty.due for duty in duties(text)] == [date(2020, 9, 30), date(2020, 10, 31)]
    doubted = [any("cell of time is empty" in note for note in duty.notes) for duty in read(text).obligations]
    assert doubted == [False, True, False]


def test_a_time_in_the_words_of_the_task_stands_for_an_empty_cell() -> None:
    (duty,) = duties(
        "STT | Nhiệm vụ | Cơ quan chủ trì | Thời hạn\n"
        "1 | Rà soát quy hoạch cảng cá của tỉnh trước ngày 30/9/2020 | Sở Nông nghiệp | \n"
    )
    assert not any("cell of time is empty" in note for note in duty.notes)


def test_a_term_long_past_is_told_and_one_just_past_is_shown() -> None:
    assert duties("Bốn sở chưa gửi báo cáo đúng hạn (trước ngày 05/4/2020).") == []
    found = duties("Sở Y tế gửi danh sách cơ sở cách ly trước ngày 30/7/2020.")
    assert [duty.due for duty in found] == [date(2020, 7, 29)]


def test_a_way_of_sending_is_no_time_gone_by() -> None:
    found = duties("Sở Y tế báo cáo ca bệnh trước 15h00 hằng ngày qua cổng báo cáo nội bộ.")
    assert [duty.recurrence for duty in found] == ["daily"]
    found = duties("Hạt Kiểm lâm lập chốt; tuần đầu tháng 9/2020 phải có báo cáo về các bãi gỗ.")
    assert [duty.due for duty in found] == [date(2020, 9, 7)]


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        (
            "Người sử dụng lao động trả sổ cho thợ trong thời hạn 7 ngày kể từ ngày thôi việc.",
            "Người sử dụng lao động",
        ),
        (
            "Sở Y tế có trách nhiệm thu hồi thẻ được hưởng trong thời hạn 7 ngày kể từ ngày báo mất.",
            "Sở Y tế",
        ),
        ("Sở Y tế có nghĩa vụ trả kho cho thuê trong thời hạn 7 ngày kể từ ngày báo mất.", "Sở Y tế"),
    ],
)
def test_who_uses_or_rents_is_bound_like_others(text: str, lead: str) -> None:
    assert the_duty(text).lead == (lead,)


def test_what_is_used_for_so_long_is_no_term() -> None:
    assert duties("Sở Y tế được sử dụng kho trong thời hạn 7 ngày kể từ ngày ký.") == []
