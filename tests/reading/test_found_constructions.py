"""Constructions of real texts that were misread once, each in a sentence of our own."""

from __future__ import annotations

from datetime import date

import pytest

from rules.reading.draft import MonthDay, Relative, YearDay
from tests.reading.reading_desk import SAID_ON, duties, read, the_duty

# Said on 3 August 2020, a Monday.


@pytest.mark.parametrize(
    "sentence",
    [
        "Đầu năm, Bộ Công Thương công bố giá bán buôn mới.",
        "Cuối tháng 5, tại cuộc họp ở Huế, Bộ trưởng nhắc lại yêu cầu này.",
        "Từ đầu năm đến ngày 20/7, UBND tỉnh giao 412 nhiệm vụ cho các sở.",
        "Từ ngày 1.1 đến ngày 6.3, UBND tỉnh giao 833 nhiệm vụ cho các sở.",
        "Kết quả, trong tháng 7, Sở Nội vụ đã xong 88 việc.",
        "Sở Y tế thống kê số ca tính từ đầu mùa dịch đến hết ngày 10-8.",
        "Bộ đề nghị các sở nêu số học sinh thời điểm từ đầu năm học đến ngày 15/10.",
        "Biểu dương thành phố Vinh đã hoàn thành cắm mốc trước ngày 15 tháng 7 năm 2020.",
        "Công an huyện xử lý dứt điểm các vụ việc tồn đọng trước năm 2019.",
    ],
)
def test_what_is_told_of_times_gone_by_is_no_deadline(sentence: str) -> None:
    assert duties(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "Bộ Công Thương kiến nghị điều chỉnh giá than trong năm nay.",
        "Nhu cầu điện có thể giảm trong năm 2021.",
        "Đến 07 giờ ngày 05/8, tâm bão ở trên vùng biển phía Bắc.",
        "Giá xăng được xét thay đổi ba tháng một lần khi giá thế giới tăng.",
        "Bảo hiểm xã hội hướng dẫn tạm dừng đóng quỹ hưu trí đến hết tháng 12 năm 2020.",
        "Thời gian hỗ trợ: Từ nay đến hết ngày 31 tháng 12 năm 2020.",
        "Quyết định này có hiệu lực sau 45 ngày kể từ ngày ký.",
        "Ngân hàng Nhà nước cho phép các tổ chức tín dụng giãn nợ đến hết ngày 30/6/2021.",
        "Thành phố được thí điểm cơ chế này trong 5 năm, kể từ ngày 1/9/2020.",
        "Thủ tướng lưu ý, hai tuần tới không làm xong thì người đứng đầu chịu trách nhiệm.",
        "Thứ hai, 03/8/2020, 10:00 | Kinh tế",
        "Tin liên quan: Cần Thơ yêu cầu cấp sổ trước 30/9",
        "Sở Tài chính cân đối vốn trong kế hoạch trung hạn 2021-2025.",
    ],
)
def test_proposals_forecasts_pauses_and_rights_bind_nobody_by_that_day(sentence: str) -> None:
    assert duties(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "lead", "due"),
    [
        ("Đặc biệt, trong tháng này, Bộ Y tế phải mở hai lớp.", "Bộ Y tế", date(2020, 8, 31)),
        ("Tuần tới, Bộ Y tế sẽ ban hành hướng dẫn.", "Bộ Y tế", date(2020, 8, 16)),
        ("Sở Tài chính thẩm định dự toán, xong trước 15.8.", "Sở Tài chính", date(2020, 8, 14)),
        ("Bộ Công Thương phải trình quy hoạch trước 28-9.", "Bộ Công Thương", date(2020, 9, 27)),
        (
            "Sở Công Thương hỗ trợ doanh nghiệp nhỏ và vừa, trình UBND tỉnh trong tháng 9/2020.",
            "Sở Công Thương",
            date(2020, 9, 30),
        ),
        (
            "Sở Văn hóa tu bổ đình làng, xong trước Lễ kỷ niệm 500 năm lập làng ngày 10 tháng 10 năm 2020.",
            "Sở Văn hóa",
            date(2020, 10, 9),
        ),
        ("Sở Văn hóa công bố kết quả vào tuần cuối tháng 9.", "Sở Văn hóa", date(2020, 9, 30)),
        (
            "Theo kết luận của Chủ tịch UBND thành phố Lê Văn Tám, Công an thành phố kiểm tra xong trước 15/9.",
            "Công an thành phố",
            date(2020, 9, 14),
        ),
        (
            "Hạn cuối để các doanh nghiệp nộp báo cáo tài chính là ngày 31/8/2020.",
            "các doanh nghiệp",
            date(2020, 8, 31),
        ),
        (
            "Giao Bộ Xây dựng trình trong quý III, chậm nhất là ngày 15/9/2020.",
            "Bộ Xây dựng",
            date(2020, 9, 15),
        ),
        (
            "UBND thành phố Huế với vai trò đầu mối chịu trách nhiệm đôn đốc, xong trước ngày 30/9/2020.",
            "UBND thành phố Huế",
            date(2020, 9, 29),
        ),
        (
            "Ban quản lý khu kinh tế, khu chế xuất, khu công nghệ cao gửi báo cáo trước ngày 5/9/2020.",
            "Ban quản lý khu kinh tế, khu chế xuất, khu công nghệ cao",
            date(2020, 9, 4),
        ),
        ("Ông cũng yêu cầu ngành giáo dục có kịch bản trong tháng này.", "ngành giáo dục", date(2020, 8, 31)),
        (
            "Cơ sở đang hoạt động trước ngày 01/01/2020 phải hoàn thành việc chuyển đổi trước ngày 31/12/2020.",
            "Cơ sở",
            date(2020, 12, 30),
        ),
    ],
)
def test_one_duty_with_its_lead_and_day(sentence: str, lead: str, due: date) -> None:
    duty = the_duty(sentence)
    assert (duty.lead, duty.due) == ((lead,), due)


def test_a_comrade_leads_by_name_and_office() -> None:
    duty = the_duty(
        "2. Đồng chí Trần Văn Long, Bộ trưởng Bộ Y tế, Trưởng Tiểu ban Y tế chỉ đạo các tỉnh báo cáo trước ngày 30/9."
    )
    assert duty.lead == ("Đồng chí Trần Văn Long, Bộ trưởng Bộ Y tế, Trưởng Tiểu ban Y tế",)


def test_whoever_spoke_last_promises_by_a_pronoun() -> None:
    duty = the_duty("Giám đốc Sở Xây dựng cho biết còn chậm. Ông cam kết sẽ hoàn thành trong tháng 9.")
    assert duty.lead == ("Giám đốc Sở Xây dựng",)


def test_names_in_quotation_marks_lead_nothing() -> None:
    duty = the_duty(
        "1. Bộ trưởng các Bộ rà soát.\n"
        "Việc cập nhật theo đường dẫn: “so-lieu”, mục “Bộ, CQTW, ĐP nhập số liệu”. "
        "Thời hạn hoàn thành đến hết ngày 10/9/2020."
    )
    assert duty.lead == ("Bộ trưởng các Bộ",)


def test_land_given_to_companies_does_not_make_them_lead() -> None:
    duty = the_duty(
        "1. Sở Nông nghiệp\n- Tham mưu phương án xử lý diện tích đã giao cho các công ty nhưng để mất rừng, "
        "trình UBND tỉnh trong quý IV/2020."
    )
    assert duty.lead == ("Sở Nông nghiệp",)


def test_the_members_that_a_colon_names_end_before_the_next_collective() -> None:
    duty = the_duty(
        "a) Bộ Công Thương:\n- Chủ trì, phối hợp với các Bộ: Nông nghiệp và Phát triển nông thôn, Xây dựng và các cơ quan "
        "liên quan rà soát; báo cáo Thủ tướng Chính phủ trong tháng 9 năm 2020."
    )
    assert duty.lead == ("Bộ Công Thương",)


def test_two_months_joined_are_two_duties() -> None:
    first, second = duties("Bộ Tư pháp mở hai hội nghị tập huấn trong tháng 9/2020 và tháng 11/2020.")
    assert (first.due, second.due) == (date(2020, 9, 30), date(2020, 11, 30))
    assert second.deadline_phrase == "tháng 11/2020"


def test_the_second_of_two_joined_days_is_bound_like_the_first() -> None:
    first, second = duties("Sở Y tế báo cáo trước ngày 15/9 và ngày 15/12/2020.")
    assert (first.due, second.due) == (date(2020, 9, 14), date(2020, 12, 14))


def test_the_time_as_above_is_that_of_the_clause_before() -> None:
    first, second = duties(
        "Công an thành phố trình phương án trước 20/9/2020; Sở Y tế trình phương án phòng dịch, thời hạn như trên."
    )
    assert (second.lead, second.due) == (("Sở Y tế",), first.due)


def test_but_finish_by_names_the_day_that_binds() -> None:
    duty = the_duty(
        "Việc kê khai sẽ thực hiện vào cuối năm 2020, nhưng bảo đảm hoàn thành trước ngày 31/12/2020."
    )
    assert duty.due == date(2020, 12, 30)


def test_an_aim_to_finish_names_its_year() -> None:
    duty = the_duty("Phấn đấu cơ bản hoàn thành các dự án năm 2021, đưa vào khai thác đồng bộ.")
    assert (duty.kind, duty.due) == ("target", date(2021, 12, 31))


def test_a_return_that_tells_which_deed_is_meant_gives_no_day() -> None:
    duty = the_duty("Việc kê khai hằng năm, kê khai bổ sung hoàn thành trước ngày 31/12/2020.")
    assert duty.recurrence is None


def test_a_day_told_beside_a_yearly_one_does_not_return() -> None:
    duty = the_duty(
        "Các trường gửi số liệu trước ngày 15 tháng 9 hằng năm, năm nay đến cuối tháng 7 vẫn còn thiếu."
    )
    assert duty.rule == (YearDay(9, 14),)


def test_the_first_month_of_the_next_year_returns_with_a_yearly_report() -> None:
    duty = the_duty("e) Báo cáo năm: các đơn vị gửi chậm nhất vào ngày 20 của tháng đầu năm tiếp theo;")
    assert duty.rule == (YearDay(1, 20, 1),)


def test_a_half_yearly_report_is_not_taken_for_a_monthly_one() -> None:
    duty = the_duty("d) Báo cáo 6 tháng: các đơn vị gửi chậm nhất vào ngày 20 của tháng tiếp theo;")
    assert (duty.recurrence, duty.rule) == ("semiannual", (YearDay(7, 20), YearDay(1, 20, 1)))


def test_the_twentieth_day_of_the_month_after_returns() -> None:
    duty = the_duty("Người nộp thuế gửi hồ sơ chậm nhất là ngày thứ 20 của tháng tiếp theo.")
    assert duty.rule == (MonthDay(20, 1),)


@pytest.mark.parametrize(
    ("sentence", "relative"),
    [
        ("UBND tỉnh phải ban hành kế hoạch trong 30 ngày.", Relative(30, "day", None)),
        ("Trong vòng một tháng, Sở Nội vụ trình phương án.", Relative(1, "month", None)),
        ("Sở Tư pháp thẩm định trong thời gian 07 ngày làm việc.", Relative(7, "working_day", None)),
    ],
)
def test_a_period_whose_beginning_is_not_named_is_kept_as_such(sentence: str, relative: Relative) -> None:
    assert the_duty(sentence).relative == relative


@pytest.mark.parametrize(
    "measure", ["trước 3-5 ngày", "đến 1.5 triệu", "đến 2.5% giá trị", "trước 10-12 giờ"]
)
def test_a_measure_is_no_short_day(measure: str) -> None:
    assert [found.due for found in read(f"Sở Y tế báo cáo {measure}.", SAID_ON).obligations] in ([], [None])


def test_whoever_is_quoted_gets_no_duty_of_the_quotation() -> None:
    duty = the_duty(
        '"Chậm nhất ngày 15/9, các nhà thầu phải huy động đủ máy móc", Thứ trưởng Lê Văn Tám yêu cầu.'
    )
    assert duty.lead == ("các nhà thầu",)


def test_a_time_behind_a_link_belongs_to_the_sentence_that_led_to_it() -> None:
    duty = the_duty("Sở Y tế cập nhật số liệu tại địa chỉ: so-lieu.vn. Hoàn thành trước ngày 10/9/2020.")
    assert (duty.lead, duty.due) == (("Sở Y tế",), date(2020, 9, 9))


@pytest.mark.parametrize(
    "sentence",
    [
        "Hồi tháng 2, Bộ Công Thương từng cảnh báo nguy cơ thiếu điện vào tháng 9.",
        "Trước đó, dự án này được gia hạn đến tháng 12/2020 nhưng chưa xong.",
        "Theo quyết định của tỉnh, thời hạn thanh tra là 30 ngày làm việc kể từ ngày công bố.",
        "Người lao động nghỉ việc trước ngày 1/9 sẽ hưởng theo mức cũ.",
        "Giấy phép hết hạn được tiếp tục sử dụng đến hết 31/12/2020.",
        "Sở Y tế cấp thẻ kịp thời, không để gián đoạn sau ngày 31/12/2020.",
        "Dự án dài 76 km, làm từ năm 2021 đến 2026.",
    ],
)
def test_older_stories_and_what_holds_until_a_day_are_no_deadlines(sentence: str) -> None:
    assert duties(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Từ nay tới cuối năm, Bộ thanh tra 10 tỉnh.", "Bộ"),
        ("Tổng Thư ký Quốc hội gửi báo cáo chậm nhất ngày 20-8.", "Tổng Thư ký Quốc hội"),
        (
            "Các tỉnh Bến Tre, Tiền Giang và Long An báo cáo trước 30/9.",
            "Các tỉnh Bến Tre, Tiền Giang và Long An",
        ),
        ("Các huyện Củ Chi, Hóc Môn chi trả bồi thường trước 30/9.", "Các huyện Củ Chi, Hóc Môn"),
        ("Cục Hàng không yêu cầu các hãng báo cáo trước 17h ngày 16-8.", "các hãng"),
    ],
)
def test_the_lead_is_the_body_with_the_whole_of_its_name(sentence: str, lead: str) -> None:
    assert the_duty(sentence).lead == (lead,)


def test_a_draft_that_is_shown_for_comment_is_a_milestone_though_nobody_is_named() -> None:
    duty = the_duty("Theo kế hoạch, dự thảo được lấy ý kiến rộng rãi đến hết ngày 31-12-2020.")
    assert duty.kind == "milestone"


def test_a_periodic_report_on_a_day_without_a_year_returns_every_year() -> None:
    duty = the_duty("Sở Tài chính định kỳ trước ngày 10 tháng 12 báo cáo kết quả.")
    assert duty.rule == (YearDay(12, 9),)


def test_every_year_said_twice_is_one_return() -> None:
    duty = the_duty("Báo cáo định kỳ hằng năm: chậm nhất ngày 18 tháng 12 hằng năm.")
    assert duty.rule == (YearDay(12, 18),)


@pytest.mark.parametrize(
    ("sentence", "recurrence"),
    [
        ("Sở Công Thương báo cáo mực nước 02 lần/ngày về Ban Chỉ huy.", "daily"),
        ("UBND cấp xã gửi báo cáo chậm nhất vào ngày 15 tháng cuối kỳ báo cáo.", "periodic"),
    ],
)
def test_a_return_without_a_day_of_its_own_is_told(sentence: str, recurrence: str) -> None:
    assert the_duty(sentence).recurrence == recurrence


def test_what_counts_back_is_no_part_of_the_events_name() -> None:
    duty = the_duty(
        "Chủ đầu tư phải thông báo cho cơ quan quản lý xây dựng trước khi khởi công ít nhất 03 ngày làm việc."
    )
    assert duty.relative == Relative(3, "working_day", "khởi công", back=True)


def test_a_row_of_days_without_an_end_is_read_and_breaks_nothing() -> None:
    found = read("trước ngày 1/10/2020, " * 300 + "Sở Y tế báo cáo.")
    assert found.obligations
