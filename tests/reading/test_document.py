"""What each construction of the language says: who is told to do what by when, and what is no deadline at all."""

from __future__ import annotations

from datetime import date

import pytest

from rules.reading.draft import MonthDay, QuarterDay, Relative, WeekDay, YearDay
from rules.reading.machine import as_json
from tests.reading.reading_desk import duties, read, the_duty


def test_the_body_before_the_verb_leads() -> None:
    duty = the_duty("Bộ Nội vụ ban hành Thông tư về văn thư trong quý IV/2020.")
    assert duty.lead == ("Bộ Nội vụ",)
    assert duty.lead_ids == ("bo-noi-vu",)
    assert (duty.earliest, duty.due) == (date(2020, 10, 1), date(2020, 12, 31))


def test_the_body_that_gets_the_order_leads_and_not_the_one_that_gives_it() -> None:
    duty = the_duty("Thủ tướng Chính phủ giao Bộ Y tế hoàn thành việc tiêm vắc xin trước ngày 15/9/2020.")
    assert duty.lead == ("Bộ Y tế",)
    assert duty.due == date(2020, 9, 14)


def test_bodies_behind_phoi_hop_voi_only_help() -> None:
    duty = the_duty(
        "Bộ Tài chính chủ trì, phối hợp với Bộ Công an, Bộ Tư pháp và các cơ quan liên quan xây dựng Đề án, "
        "trình Thủ tướng Chính phủ trước ngày 30 tháng 11 năm 2020."
    )
    assert duty.lead == ("Bộ Tài chính",)
    assert duty.cooperating == ("Bộ Công an", "Bộ Tư pháp", "các cơ quan liên quan")
    assert duty.cooperating_ids == ("bo-cong-an", "bo-tu-phap", None)


def test_whoever_receives_a_report_does_not_lead() -> None:
    duty = the_duty("Sở Y tế gửi báo cáo về Bộ Tài chính trước ngày 15/9/2020.")
    assert duty.lead == ("Sở Y tế",)
    assert duty.kind == "report"


def test_a_receiver_who_goes_on_with_it_leads_for_the_second_day() -> None:
    first, second = duties(
        "Các địa phương gửi kết quả về Bộ Xây dựng trước ngày 15/9/2020 để tổng hợp, "
        "báo cáo Thủ tướng Chính phủ trước ngày 30/9/2020."
    )
    assert (first.lead, first.due) == (("Các địa phương",), date(2020, 9, 14))
    assert (second.lead, second.due) == (("Bộ Xây dựng",), date(2020, 9, 29))


def test_a_title_counts_as_its_body() -> None:
    duty = the_duty(
        "Chủ tịch UBND tỉnh An Giang chịu trách nhiệm bàn giao mặt bằng, hạn chót là ngày 31/8/2020."
    )
    assert duty.lead == ("Chủ tịch UBND tỉnh An Giang",)
    assert duty.lead_ids == ("an-giang",)


def test_the_ministries_and_provinces_are_one_entry_and_two_rosters() -> None:
    duty = the_duty("Các bộ, ngành, địa phương công bố danh mục thủ tục trước ngày 1/10/2020.")
    assert duty.lead == ("Các bộ, ngành, địa phương",)
    assert duty.lead_ids == ("@ministries", "@provinces")


def test_only_some_of_a_collective_is_no_roster() -> None:
    duty = the_duty("Các bộ, ngành, địa phương còn lại ban hành kiến trúc trước tháng 9/2020.")
    assert duty.lead == ("Các bộ, ngành, địa phương còn lại",)
    assert duty.lead_ids == (None,)


def test_a_sentence_without_a_subject_takes_that_of_the_one_before() -> None:
    first, second = duties(
        "Bộ TT&TT được giao trình Khung kiến trúc trong tháng 11/2020. "
        "Đồng thời, khẩn trương trình Chính phủ hồ sơ đề nghị xây dựng Nghị định trong tháng 10/2020."
    )
    assert first.lead == second.lead == ("Bộ TT&TT",)
    assert second.due == date(2020, 10, 31)
    assert any("clause before" in note for note in second.notes)


def test_a_pronoun_means_the_body_that_spoke() -> None:
    duty = the_duty(
        "Bảo hiểm xã hội Việt Nam cho biết, cơ quan này sẽ hoàn thành kết nối trong tháng 9/2020."
    )
    assert duty.lead == ("Bảo hiểm xã hội Việt Nam",)


def test_a_heading_with_a_body_leads_the_entries_below_it() -> None:
    found = duties(
        "1. Sở Tài chính:\na) Thẩm định dự toán trước ngày 30/9/2020;\nb) Trình UBND tỉnh phương án trong quý IV/2020.\n"
        "2. Sở Y tế\n- Báo cáo kết quả chậm nhất ngày 20/12/2020.\n"
    )
    assert [duty.lead for duty in found] == [("Sở Tài chính",), ("Sở Tài chính",), ("Sở Y tế",)]


def test_a_heading_with_a_time_holds_for_the_entries_below_it() -> None:
    found = duties(
        "I. Nhiệm vụ phải hoàn thành trong quý III/2020:\n1. Sở Nội vụ rà soát biên chế.\n2. Sở Tư pháp rà soát văn bản.\n"
        "II. Nhiệm vụ khác\n1. Sở Công Thương tham mưu quy hoạch.\n"
    )
    assert [(duty.lead, duty.due) for duty in found] == [
        (("Sở Nội vụ",), date(2020, 9, 30)),
        (("Sở Tư pháp",), date(2020, 9, 30)),
    ]


def test_a_time_at_the_head_of_a_sentence_holds_for_its_other_clauses() -> None:
    found = duties(
        "Trong quý IV/2020, Văn phòng Chính phủ sẽ ban hành danh mục dịch vụ công; "
        "Bộ Tư pháp sẽ hoàn thiện hệ thống cấp lý lịch tư pháp qua mạng."
    )
    assert [duty.lead for duty in found] == [("Văn phòng Chính phủ",), ("Bộ Tư pháp",)]
    assert {duty.due for duty in found} == {date(2020, 12, 31)}


def test_a_list_behind_a_colon_is_one_duty_an_entry() -> None:
    found = duties(
        "Trong tháng 9/2020, các sở, ngành cần thực hiện các nhiệm vụ, bao gồm: rà soát thủ tục hành chính; "
        "công khai tiến độ xử lý hồ sơ; báo cáo kết quả kiểm tra."
    )
    assert len(found) == 3
    assert {duty.lead for duty in found} == {("các sở, ngành",)}


def test_two_deadlines_in_one_sentence_are_two_duties() -> None:
    first, second = duties(
        "Giao Ban Quản lý dự án hoàn chỉnh hồ sơ thiết kế gói thầu số 3 trước ngày 10/9/2020, "
        "khởi công công trình trước ngày 2/12/2020."
    )
    assert (first.due, second.due) == (date(2020, 9, 9), date(2020, 12, 1))


def test_two_subjects_in_one_sentence_keep_their_own_deadlines() -> None:
    first, second = duties(
        "Bộ Y tế trình đề án trong tháng 9/2020, Bộ Tài chính bố trí kinh phí trước ngày 15/10/2020."
    )
    assert (first.lead, second.lead) == (("Bộ Y tế",), ("Bộ Tài chính",))


def test_a_deadline_in_brackets_counts() -> None:
    assert the_duty("Sở Xây dựng trình quy chế quản lý (hoàn thành trước 30/9/2020).").due == date(
        2020, 9, 29
    )


def test_labels_below_an_entry_give_its_lead_time_and_result() -> None:
    duty = the_duty(
        "1. Rà soát, sửa đổi quy chế làm việc của tỉnh\n- Cơ quan chủ trì: Sở Nội vụ.\n- Cơ quan phối hợp: Sở Tư pháp.\n"
        "- Thời gian hoàn thành: Quý IV/2020.\n- Sản phẩm: Quyết định của UBND tỉnh.\n"
    )
    assert (duty.lead, duty.cooperating) == (("Sở Nội vụ",), ("Sở Tư pháp",))
    assert (duty.due, duty.deliverable) == (date(2020, 12, 31), "Quyết định của UBND tỉnh")


def test_a_label_inside_a_paragraph_counts_too() -> None:
    duty = the_duty("1. Sở Y tế\na) Tổ chức tiêm chủng cho trẻ em. Thời gian thực hiện: Tháng 9/2020.")
    assert (duty.lead, duty.due) == (("Sở Y tế",), date(2020, 9, 30))


TABLE = (
    "TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Kết quả | Thời gian hoàn thành\n"
    "I | Nhóm thể chế | | | | \n"
    "1 | Xây dựng Nghị định về quản lý dữ liệu số quốc gia | Bộ TT&TT | Bộ Công an; Bộ Tư pháp | Nghị định | 10/2020\n"
    "2 | Rà soát các quy định về thuế đối với doanh nghiệp nhỏ | Bộ Tài chính | | Báo cáo | Thường xuyên\n"
    "3 | Tổng kết tình hình thi hành luật trên cả nước | Bộ Tư pháp | | Báo cáo | Hằng năm\n"
)


def test_a_table_row_is_a_duty_whatever_the_order_of_its_columns() -> None:
    first, second, third = duties(TABLE)
    assert (first.lead, first.cooperating, first.due) == (
        ("Bộ TT&TT",),
        ("Bộ Công an", "Bộ Tư pháp"),
        date(2020, 10, 31),
    )
    assert first.deliverable == "Nghị định"
    assert (second.recurrence, second.due) == ("continuous", None)
    assert third.rule == (YearDay(12, 31),)
    turned = "\n".join(
        "\t".join(cell.strip() for cell in reversed(line.split("|"))) for line in TABLE.splitlines()
    )
    assert [(duty.lead, duty.due) for duty in duties(turned)] == [
        (duty.lead, duty.due) for duty in duties(TABLE)
    ]


def test_a_table_whose_cells_stand_one_below_the_other_is_read_too() -> None:
    cells = [
        "TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian hoàn thành",
        "1", "Xây dựng cơ sở dữ liệu đất đai toàn tỉnh", "Sở Tài chính", "Quý IV/2020",
        "2", "Cấp chứng thư số cho cán bộ, công chức", "Sở Nội vụ", "30/9/2020",
    ]  # fmt: skip
    assert [(duty.lead, duty.due) for duty in duties("\n".join(cells))] == [
        (("Sở Tài chính",), date(2020, 12, 31)),
        (("Sở Nội vụ",), date(2020, 9, 30)),
    ]


def test_members_behind_a_colon_are_named_each() -> None:
    duty = the_duty(
        "Yêu cầu Giám đốc các Sở: Tài chính, Nội vụ, Y tế khẩn trương báo cáo trước ngày 20/8/2020."
    )
    assert duty.lead == ("Giám đốc Sở Tài chính", "Giám đốc Sở Nội vụ", "Giám đốc Sở Y tế")


def test_a_topic_does_not_lead() -> None:
    duty = the_duty("Với địa phương, UBND cấp tỉnh phải rà soát các văn bản từ nay đến hết tháng 9/2020.")
    assert duty.lead == ("UBND cấp tỉnh",)


def test_an_empty_cell_of_a_merged_column_takes_the_one_above() -> None:
    first, second = duties(
        "Nội dung | Đơn vị chủ trì | Thời hạn\nLập danh mục các dự án cần rà soát lại | Sở Tài chính | 30/9/2020\n"
        "Công bố danh mục các dự án đã được phê duyệt | | 15/10/2020\n"
    )
    assert first.lead == second.lead == ("Sở Tài chính",)


RETURNING = [
    ("Sở Y tế báo cáo Bộ Y tế trước ngày 25 hằng tháng.", "monthly", (MonthDay(24),)),
    ("Trạm y tế xã gửi báo cáo tháng trước ngày 05 của tháng sau.", "monthly", (MonthDay(4, 1),)),
    (
        "Sở Y tế báo cáo định kỳ hàng quý, trước ngày 20 của tháng cuối quý.",
        "quarterly",
        (QuarterDay(3, 19),),
    ),
    (
        "Định kỳ hằng quý, Sở Y tế báo cáo chậm nhất ngày 06 của tháng cuối quý.",
        "quarterly",
        (QuarterDay(3, 6),),
    ),
    (
        "Bộ TT&TT công bố báo cáo định kỳ hàng năm chậm nhất trong quý I năm tiếp theo.",
        "yearly",
        (YearDay(3, 31, 1),),
    ),
    ("Sở Y tế gửi báo cáo năm trước ngày 20 tháng 01 năm sau.", "yearly", (YearDay(1, 19, 1),)),
    (
        "Sở Y tế báo cáo trước ngày 15 tháng 6 và trước ngày 01 tháng 12 hằng năm.",
        "semiannual",
        (YearDay(6, 14), YearDay(11, 30)),
    ),
    (
        "Sở Y tế gửi báo cáo 6 tháng trước ngày 15/6, báo cáo năm trước ngày 15/12.",
        "semiannual",
        (YearDay(6, 14), YearDay(12, 14)),
    ),
    ("Sở Y tế trình danh sách vào thứ Hai hằng tuần.", "weekly", (WeekDay(1),)),
    ("Sở Y tế gửi kết quả về Bộ trước 15 giờ hằng ngày.", "daily", ()),
    ("Sở Y tế báo cáo tiến độ định kỳ 6 tháng một lần.", "semiannual", ()),
    ("Sở Y tế báo cáo tiến độ mỗi tháng một lần.", "monthly", ()),
    ("Sở Y tế tuyên truyền phòng dịch thường xuyên.", "continuous", ()),
]


@pytest.mark.parametrize(("text", "recurrence", "rule"), RETURNING, ids=[row[0] for row in RETURNING])
def test_a_duty_that_returns_has_its_rule(text: str, recurrence: str, rule: tuple[object, ...]) -> None:
    duty = the_duty(text)
    assert (duty.recurrence, duty.rule, duty.due) == (recurrence, rule, None)


def test_a_day_of_a_year_of_its_own_does_not_return() -> None:
    first, second = duties(
        "UBND các xã báo cáo kết quả 6 tháng trước ngày 25/11/2020, báo cáo năm trước ngày 25/5/2021."
    )
    assert (first.recurrence, first.due, second.due) == (None, date(2020, 11, 24), date(2021, 5, 24))


HEAD = "THỦ TƯỚNG CHÍNH PHỦ\nSố: 15/CT-TTg\nHà Nội, ngày 03 tháng 8 năm 2020\n\nCHỈ THỊ\nVề phòng dịch\n\n"


def test_a_period_from_the_signing_is_counted() -> None:
    duty = the_duty(
        HEAD + "Bộ Y tế ban hành hướng dẫn trong thời hạn 15 ngày kể từ ngày ký ban hành Chỉ thị này.", None
    )
    assert (duty.due, duty.relative) == (date(2020, 8, 18), None)


def test_a_period_from_an_event_that_is_not_known_waits() -> None:
    duty = the_duty(
        "Công ty phải báo cáo Bộ Công Thương trong vòng 05 ngày làm việc kể từ ngày nhận được hồ sơ."
    )
    assert (duty.due, duty.relative) == (None, Relative(5, "working_day", "nhận được hồ sơ"))


def test_a_period_from_another_documents_issue_is_not_counted_from_ours() -> None:
    duty = the_duty(
        HEAD + "Các bộ gửi định mức trong vòng 07 ngày làm việc kể từ ngày ban hành định mức.", None
    )
    assert duty.relative == Relative(7, "working_day", "ban hành định mức")


def test_a_period_back_from_an_event_is_kept() -> None:
    duty = the_duty("Sở Du lịch công bố đường dây nóng chậm nhất 10 ngày trước ngày khai mạc.")
    assert duty.relative == Relative(10, "day", "khai mạc", back=True)


def test_a_clock_time_binds_the_day_itself() -> None:
    duty = the_duty("Các đơn vị báo cáo số liệu trước 17h ngày 28/8/2020.")
    assert duty.due == date(2020, 8, 28)


def test_both_words_at_once_take_the_stricter_day_and_say_so() -> None:
    duty = the_duty("Sở Nội vụ trình đề án chậm nhất trước ngày 20/12/2020.")
    assert duty.due == date(2020, 12, 19)
    assert any("2020-12-20" in note for note in duty.notes)


def test_a_day_without_a_year_is_the_next_one() -> None:
    assert the_duty("Sở Nội vụ trình đề án trước ngày 15/1.").due == date(2021, 1, 14)


NO_DEADLINE = [
    "Bộ Y tế thực hiện Nghị định số 15/2015/NĐ-CP ngày 14/2/2015 của Chính phủ.",
    "Tính đến hết ngày 24/8/2020, có 22/30 bộ đã lập kế hoạch hành động.",
    "Đến hết quý II/2020, đã có khoảng 50 bộ, ngành ban hành kiến trúc.",
    "Cuối tháng 4/2015, khung kiến trúc đã được Bộ TT&TT ban hành.",
    "Sở Y tế thực hiện Kế hoạch phát triển y tế giai đoạn 2021 - 2025.",
    "Sở Y tế thực hiện Chiến lược phát triển ngành đến năm 2025, tầm nhìn đến năm 2030.",
    "Trường hợp đến hết ngày 30/9/2020 chưa giải ngân, Bộ Tài chính cắt giảm kế hoạch vốn.",
    "Bộ Tài chính cắt giảm vốn nếu đến ngày 30/9/2020 giải ngân dưới 60%.",
    "Quyết định này có hiệu lực kể từ ngày 01 tháng 9 năm 2020.",
    "Số liệu báo cáo chốt đến ngày 31 tháng 12 của năm báo cáo.",
    "Cuộc họp tiếp theo tổ chức vào 14 giờ ngày 28/8/2020.",
    "Lễ khai giảng diễn ra vào ngày 5/9/2020 trên toàn quốc.",
    "6 tháng đầu năm 2020, sản lượng điện đạt 105,8 tỷ kWh, tăng 10,5%.",
    "Sở Tài chính bố trí kinh phí từ dự toán năm 2021.",
    "Từ năm 2015 đến nay, việc kết nối dữ liệu đã có chuyển biến.",
    "Cơ sở lưu trữ dữ liệu giám sát trong thời hạn 05 năm.",
    "Sở Tài chính lập dự toán theo kế hoạch hằng năm của ngành.",
]


@pytest.mark.parametrize("text", NO_DEADLINE)
def test_what_is_no_deadline_is_not_taken_for_one(text: str) -> None:
    assert [(duty.deadline_phrase, duty.due) for duty in duties(text)] == []


def test_what_things_are_meant_is_not_when() -> None:
    duty = the_duty(
        "Cơ sở đã được cấp giấy phép trước ngày 05 tháng 10 năm 2020 phải sửa đổi điều lệ chậm nhất ngày 31/3/2021."
    )
    assert duty.due == date(2021, 3, 31)


def test_an_aim_is_a_target_and_needs_no_lead() -> None:
    duty = the_duty("Phấn đấu đến hết năm 2020, một số dịch vụ công phổ biến được cung cấp ở mức độ 4.")
    assert (duty.kind, duty.lead, duty.due) == ("target", (), date(2020, 12, 31))


def test_an_expectation_is_a_forecast() -> None:
    duty = the_duty("Văn phòng Chính phủ dự kiến trước ngày 1/10/2020 sẽ hình thành hệ thống thống nhất.")
    assert (duty.kind, duty.due) == ("forecast", date(2020, 9, 30))


def test_a_duty_named_without_a_time_is_kept_without_one() -> None:
    found = read("Thủ tướng yêu cầu Bộ Công an tăng cường kiểm tra an toàn giao thông.").obligations
    assert [(duty.lead, duty.is_dated) for duty in found] == [(("Bộ Công an",), False)]


def test_a_phrase_that_looks_like_a_deadline_and_is_not_read_is_told() -> None:
    found = read("Sở Y tế hoàn thành trước ngày 31/6/2021. Các trường sửa phòng học xong trước mùa mưa bão.")
    assert {phrase.text for phrase in found.unread} == {"trước ngày 31/6/2021", "xong trước mùa mưa bão"}
    assert not any(duty.due for duty in found.obligations)


def test_the_head_names_the_instrument() -> None:
    instrument = read(HEAD + "Bộ Y tế ban hành hướng dẫn trước ngày 1/9.", None).instrument
    assert (instrument.kind, instrument.number, instrument.issued) == (
        "directive",
        "15/CT-TTg",
        date(2020, 8, 3),
    )
    assert instrument.issuer.name == "THỦ TƯỚNG CHÍNH PHỦ"


def test_news_names_the_instrument_that_was_issued() -> None:
    instrument = read(
        "Hôm nay (3/8), Thủ tướng đã ký ban hành Nghị quyết 23/NQ-CP phiên họp thường kỳ."
    ).instrument
    assert (instrument.kind, instrument.number, instrument.issued) == (
        "resolution",
        "23/NQ-CP",
        date(2020, 8, 3),
    )


def test_doubts_lower_the_confidence() -> None:
    plain = the_duty("Thủ tướng giao Bộ Y tế trình đề án trước ngày 30/9/2020.")
    doubtful = the_duty("Hồ sơ phải hoàn thành trước ngày 30/9/2020.")
    assert plain.confidence > doubtful.confidence
    assert plain.notes == ()


def test_the_machine_form_holds_plain_values_only() -> None:
    plain = as_json(read("Sở Y tế báo cáo trước ngày 25 hằng tháng và trước ngày 30/9/2020 trình đề án."))
    assert set(plain) == {"instrument", "obligations", "unread", "passed_over"}
