"""Who must act, as a reader would answer: not who speaks, nor who is spoken of, nor the other of two orders."""

from __future__ import annotations

import pytest

from rules.reading.draft import YearDay
from tests.reading.reading_desk import duties, read, the_duty

# Said on 3 August 2020, a Monday.


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Cùng với ý kiến của Phó Thủ tướng, Bộ Y tế có nhiệm vụ trình đề án trong tháng 9 này.", "Bộ Y tế"),
        ("Bên cạnh chỉ đạo của Thủ tướng, Bộ Nội vụ phải trình đề án trong tháng 9/2020.", "Bộ Nội vụ"),
        ("Nếu phát hiện thất thoát, thì nhà thầu phải khắc phục trước ngày 15/9.", "nhà thầu"),
        ("Trường hợp các xã nộp thiếu thì Chi cục Thuế phải bù trước ngày 15/9.", "Chi cục Thuế"),
        ("Trước ngày 15/9, các phòng thông báo, tổng hợp danh sách gửi Sở Y tế.", "các phòng"),
        ("Ý kiến góp ý của các trường gửi về Sở Nội vụ trước ngày 15/9.", "các trường"),
        ("Nội dung chuẩn bị của các hội gửi về Sở Nội vụ chậm nhất ngày 15/9.", "các hội"),
        (
            "Giao nhiệm vụ cho từng ngành, địa phương, công văn yêu cầu các sở nộp sổ trước ngày 15/9.",
            "các sở",
        ),
        ("Giao nhiệm vụ cho các cục, Thủ tướng yêu cầu các tỉnh nộp sổ trước ngày 15/9.", "các tỉnh"),
        ("Ngày 15/9 là hạn chót để các huyện nộp báo cáo.", "các huyện"),
        (
            (
                "Sở Y tế chỉ đạo các phòng kiểm tra tại các chung cư, cơ sở kinh doanh dịch vụ cho thuê phòng đông người"
                " (hoàn thành trước ngày 15/9)."
            ),
            "Sở Y tế",
        ),
    ],
)
def test_who_acts_is_not_who_is_spoken_of(sentence: str, lead: str) -> None:
    assert the_duty(sentence).lead == (lead,)


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        (
            "Sở Y tế đề nghị các đơn vị nhận được công văn nộp sổ trước ngày 15/9.",
            "các đơn vị nhận được công văn",
        ),
        (
            "Bộ Y tế yêu cầu các cơ quan nhận văn bản này báo cáo trước ngày 15/9.",
            "các cơ quan nhận văn bản này",
        ),
        (
            "Các đơn vị nhận được thư nêu trên phải trả lời trước ngày 15/9.",
            "Các đơn vị nhận được thư nêu trên",
        ),
        ("Các đơn vị nhận hồ sơ trước ngày 15/9.", "Các đơn vị"),
    ],
)
def test_whoever_got_the_letter_is_named_so(sentence: str, lead: str) -> None:
    assert the_duty(sentence).lead == (lead,)


def test_a_second_order_behind_the_first_is_of_whom_it_goes_to() -> None:
    text = "Chỉ thị giao các sở: Hằng năm nộp sổ cho Bộ Y tế trước ngày 15/9 và giao Bộ Y tế tổng hợp."
    assert the_duty(text).lead == ("các sở",)
    assert ("Bộ Y tế",) in [duty.lead for duty in read(text).obligations]


def test_an_entry_goes_on_in_the_paragraph_below_it_and_the_list_behind_that() -> None:
    text = (
        "Thủ tướng chỉ thị các tập đoàn nhà nước thực hiện các việc sau:\n\n- Đối với công tác kiểm tra:\n\n"
        "Chọn đơn vị độc lập để kiểm tra;\n\n- Đối với kho bãi, báo cáo Bộ Công an trước ngày 15/9.\n"
    )
    assert the_duty(text).lead == ("các tập đoàn nhà nước",)


def test_the_heading_of_an_article_of_the_codified_law_names_who_is_bound() -> None:
    text = (
        "Điều 12.3.NĐ.4.7. Trách nhiệm của Sở Tư pháp\n\n(Điều 7 Nghị định số 11/2019/NĐ-CP)\n\n"
        "2. Báo cáo kết quả trước ngày 15/9.\n"
    )
    duty = the_duty(text)
    assert (duty.lead, duty.clause) == (("Sở Tư pháp",), "khoản 2 Điều 12.3.NĐ.4.7")


KIND = "tổ chức thu gom rác thải"
BINDS = f"Trước ngày 10/9, {KIND} phải nộp phương án."


@pytest.mark.parametrize(
    "sentence",
    [
        f"Trước ngày 15/9, {KIND} tiến hành kiểm tra kho.",
        f"Trường hợp nộp thiếu, thì {KIND} có trách nhiệm nộp bù trước ngày 15/9.",
        f"T{KIND[1:]} có nghĩa vụ nộp sổ trước ngày 15/9.",
    ],
)
def test_a_kind_of_organisation_that_a_text_binds_is_known_in_all_of_it(sentence: str) -> None:
    found = duties(f"1. {BINDS}\n\n2. {sentence}\n")
    assert [name.lower() for duty in found for name in duty.lead] == [KIND, KIND]


@pytest.mark.parametrize(
    "held", ["tổ chức hội nghị phải được ghi biên bản", "tổ chức kiểm tra phải có biên bản"]
)
def test_what_is_held_is_no_organisation(held: str) -> None:
    assert all("tổ chức" not in name for duty in duties(f"Trước ngày 15/9, {held}.") for name in duty.lead)


@pytest.mark.parametrize(
    "year", ["năm xét tặng giải thưởng", "năm tuyển sinh", "năm bình chọn", "năm đánh giá"]
)
def test_a_day_of_the_year_of_an_event_returns_every_year(year: str) -> None:
    duty = the_duty(f"Trước ngày 15 tháng 3 của {year}, Sở Y tế gửi hồ sơ về Bộ.")
    assert (duty.recurrence, duty.rule, duty.lead) == ("yearly", (YearDay(3, 14),), ("Sở Y tế",))


def test_what_comes_about_once_a_term_has_run_out_is_no_term() -> None:
    text = "Sau thời hạn 30 ngày, kể từ ngày phải nộp mà đơn vị không nộp, thì Cục Thuế yêu cầu ngân hàng trích tiền."
    assert duties(text) == []


def test_the_price_of_each_day_is_no_daily_duty() -> None:
    assert duties("Đơn vị nộp phí muộn phải chịu phạt mỗi ngày nộp chậm bằng 0,05% số tiền.") == []


def test_who_must_act_once_a_term_has_run_out_is_asked_of_a_person() -> None:
    found = read("Sau thời hạn 30 ngày, Sở Y tế phải trả lời đơn vị.")
    assert [unread.text for unread in found.unread] == ["thời hạn 30 ngày"]


@pytest.mark.parametrize("verb", ["được sửa đổi", "được chia làm hai giai đoạn"])
def test_figures_of_every_year_whose_moment_is_told_are_no_yearly_duty(verb: str) -> None:
    assert duties(f"Theo đó, thời điểm chốt số liệu quyết toán thu, chi ngân sách hằng năm {verb}.") == []


def test_what_is_sent_every_year_is_a_duty_though_its_moment_is_named() -> None:
    assert the_duty("Thời điểm các xã gửi báo cáo: hằng năm.").recurrence == "yearly"


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Sở Y tế kiểm tra các kho tại huyện Chợ Mới, tỉnh Bắc Kạn, báo cáo trước ngày 1/11/2020.", "Sở Y tế"),
        ("Sở Y tế kiểm tra các kho ở xã Hòa Bình, huyện Chợ Mới, báo cáo UBND tỉnh trước ngày 1/11/2020.", "Sở Y tế"),
        ("Cụ thể: cấp phường, xã phải hoàn thành kiểm kê trước ngày 1/11/2020.", "cấp phường, xã"),
        ("Đến ngày 1/11/2020, cấp quận, huyện phải báo cáo thành phố.", "cấp quận, huyện"),
    ],
)  # fmt: skip
def test_places_do_not_act_and_levels_do(text: str, lead: str) -> None:
    assert lead in [name for duty in duties(text) for name in duty.lead]
    assert not {"tỉnh Bắc Kạn", "huyện Chợ Mới"} & {name for duty in duties(text) for name in duty.lead}


@pytest.mark.parametrize(
    ("row", "leads"),
    [
        ("UBND các tỉnh, TP trực thuộc Trung ương", ("UBND các tỉnh, TP trực thuộc Trung ương",)),
        ("UBND các tỉnh và TP trực thuộc trung ương", ("UBND các tỉnh và TP trực thuộc trung ương",)),
        ("UBND các huyện, thị xã, TP", ("UBND các huyện, thị xã, TP",)),
        ("UBND các quận, huyện, TP Thủ Đức", ("UBND các quận, huyện", "TP Thủ Đức")),
        ("UBND các tỉnh, TP. Hồ Chí Minh", ("UBND các tỉnh", "TP. Hồ Chí Minh")),
        ("Chủ tịch UBND các xã, thị trấn, thủ trưởng các phòng", ("Chủ tịch UBND các xã, thị trấn", "thủ trưởng các phòng")),
    ],
)  # fmt: skip
def test_a_row_of_places_goes_on_to_cities_and_ends_at_persons(row: str, leads: tuple[str, ...]) -> None:
    assert the_duty(f"{row} báo cáo trước ngày 1/11/2020.").lead == leads
