"""Whoever a paper was sent to is spoken to; whoever sent it, or speaks in it, is asked for nothing."""

from __future__ import annotations

import pytest

from tests.reading.reading_desk import duties, the_duty

SENT = (
    "Sở Y tế vừa có văn bản gửi các bệnh viện công lập về dự trữ máu. ",
    "Sở Y tế đã ban hành công văn hỏa tốc gửi các bệnh viện công lập. ",
    "Công điện gửi các bệnh viện công lập. ",
    "Sở Y tế đã ban hành kế hoạch gửi các bệnh viện công lập. ",
    "Ngày 3/7, Sở Y tế mới có công văn đôn đốc gửi các bệnh viện công lập. ",
)
ASKED = (
    "Kết quả dự trữ máu báo cáo về Sở Tài chính trước ngày 20/9/2020.",
    "Sở Y tế yêu cầu báo cáo lượng máu dự trữ trước ngày 20/9/2020.",
    "Nội dung văn bản đề nghị báo cáo lượng máu dự trữ trước ngày 20/9/2020.",
)


@pytest.mark.parametrize("sent", SENT)
@pytest.mark.parametrize("asked", ASKED)
def test_what_names_nobody_is_asked_of_those_whom_the_paper_went_to(sent: str, asked: str) -> None:
    assert the_duty(sent + asked).lead == ("các bệnh viện công lập",)


@pytest.mark.parametrize(
    "text",
    [
        "Tại công văn gửi các bệnh viện công lập, Sở Y tế yêu cầu rà soát kho máu, báo cáo trước ngày 20/9/2020.",
        "Trong văn bản gửi các bệnh viện công lập, Giám đốc Sở Y tế đề nghị báo cáo trước ngày 20/9/2020.",
        "Kính gửi: Các bệnh viện công lập\n\nSở Y tế yêu cầu báo cáo lượng máu dự trữ trước ngày 20/9/2020.",
    ],
)
def test_who_speaks_in_a_paper_is_not_who_is_asked(text: str) -> None:
    assert [name.lower() for name in the_duty(text).lead] == ["các bệnh viện công lập"]


@pytest.mark.parametrize(
    "text",
    [
        "Sở Y tế có văn bản gửi Bộ Y tế trước ngày 20/9/2020.",
        "Theo công văn số 5, Sở Y tế gửi Bộ Y tế báo cáo trước ngày 20/9/2020.",
        "Sở Y tế đã lập kế hoạch, sẽ gửi Bộ Y tế trước ngày 20/9/2020.",
        "Theo kế hoạch, Sở Y tế gửi Bộ Y tế báo cáo trước ngày 20/9/2020.",
    ],
)
def test_a_paper_that_is_yet_to_be_sent_is_a_duty(text: str) -> None:
    assert the_duty(text).lead == ("Sở Y tế",)


def test_a_report_goes_up_and_asks_nothing() -> None:
    text = "Sở Y tế đã có báo cáo gửi Bộ Y tế. Danh mục thuốc phải hoàn thành trước ngày 20/9/2020."
    assert ("Bộ Y tế",) not in [duty.lead for duty in duties(text)]


def test_who_is_named_is_asked_though_the_paper_went_to_others() -> None:
    text = SENT[0] + "Trung tâm Huyết học cung cấp máu trước ngày 20/9/2020."
    assert the_duty(text).lead == ("Trung tâm Huyết học",)


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Danh sách phải được Sở Nội vụ gửi về Bộ trước ngày 20/9/2020.", "Sở Nội vụ"),
        ("Hồ sơ cần được Cục Thuế tỉnh thẩm định xong trước ngày 20/9/2020.", "Cục Thuế tỉnh"),
        ("Kết quả sẽ được Sở Tài chính thông báo trước ngày 20/9/2020.", "Sở Tài chính"),
        ("Sở Y tế được UBND tỉnh giao hoàn thành đề án trước ngày 20/9/2020.", "Sở Y tế"),
        ("Sở Y tế phải trình đề án đã được UBND tỉnh phê duyệt trước ngày 20/9/2020.", "Sở Y tế"),
    ],
)
def test_by_whom_it_is_to_be_done(text: str, lead: str) -> None:
    assert the_duty(text).lead == (lead,)


@pytest.mark.parametrize("paper", ["Nghị định", "Quy hoạch chung", "Thông tư này", "Phương án"])
def test_a_paper_binds_nobody_to_draw_it_up(paper: str) -> None:
    text = (
        f"Bộ Tài chính được giao xây dựng văn bản về giá. {paper} phải trình Chính phủ trước ngày 20/9/2020."
    )
    assert the_duty(text).lead == ("Bộ Tài chính",)


def test_who_announces_is_not_who_is_dated() -> None:
    text = "Kính gửi: UBND các huyện\n\nSở Tài chính thông báo: thời gian gửi quyết toán chậm nhất ngày 20/9/2020."
    assert the_duty(text).lead == ("UBND các huyện",)


def test_the_politburo_is_no_ministry() -> None:
    text = "Bộ Chính trị giao việc. Trong tháng này, Bộ phải tổ chức đại hội trước ngày 20/9/2020."
    assert ("Bộ Chính trị",) not in [duty.lead for duty in duties(text)]


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("Giám đốc Sở Y tế chỉ đạo, trong tháng 10/2020, các xã phải hoàn thành điều tra.", "các xã"),
        ("Giám đốc Sở Y tế chỉ đạo: các địa phương trong tỉnh phải xong trong tháng 10/2020.", "các địa phương trong tỉnh"),
        ("Giám đốc Sở Y tế chỉ đạo, kiểm tra các trạm xá, hoàn thành trong tháng 10/2020.", "Giám đốc Sở Y tế"),
    ],
)  # fmt: skip
def test_who_gives_the_word_is_not_who_must(text: str, lead: str) -> None:
    assert the_duty(text).lead == (lead,)
