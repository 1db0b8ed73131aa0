"""Whose term it is where a sentence speaks of the term, who asks for more within one, and who only writes about it."""

from __future__ import annotations

from datetime import date

import pytest

from rules.reading.draft import Relative
from tests.reading.reading_desk import duties, read, the_duty

# Said on 3 August 2020, a Monday.
OF_ITS_TERM = [
    ("Thời hạn nộp báo cáo tài chính của doanh nghiệp tư nhân là ngày 30/9/2020.", "doanh nghiệp tư nhân"),
    ("Thời hạn nộp báo cáo của công ty đại chúng chậm nhất là ngày 30/9/2020.", "công ty đại chúng"),
    ("Thời hạn nộp hồ sơ đối với hộ kinh doanh là ngày 30/9/2020.", "hộ kinh doanh"),
    ("Thời hạn hoàn thành việc kê khai đối với tổ chức tín dụng là 30/9/2020.", "tổ chức tín dụng"),
    ("Theo đó, hạn cuối gửi danh sách của Sở Y tế là ngày 30/9/2020.", "Sở Y tế"),
    ("Hạn nộp tờ khai đối với hộ kinh doanh chậm nhất ngày 30/9/2020.", "hộ kinh doanh"),
    ("Thời gian hoàn thành đề án của Bộ Xây dựng không quá ngày 30/9/2020.", "Bộ Xây dựng"),
]
ASKING = [
    ("Sở Xây dựng yêu cầu chủ đầu tư bổ sung hồ sơ", "Sở Xây dựng"),
    ("Cục Sở hữu trí tuệ yêu cầu người nộp đơn sửa đổi đơn", "Cục Sở hữu trí tuệ"),
    ("Bộ Tài chính yêu cầu doanh nghiệp giải trình", "Bộ Tài chính"),
    ("Bộ Tư pháp đề nghị cơ quan lập đề nghị bổ sung hồ sơ", "Bộ Tư pháp"),
    ("Phòng Nội vụ phải hướng dẫn tổ chức bổ sung hồ sơ", "Phòng Nội vụ"),
    ("Ủy ban nhân dân cấp xã yêu cầu hộ gia đình làm rõ", "Ủy ban nhân dân cấp xã"),
]
NO_WAITING = [
    "Các ngân hàng khuyến cáo khách hàng không nên chờ tới sát thời điểm 01/9/2020 mới thực hiện.",
    "Cục Thuế khuyến cáo doanh nghiệp không nên đợi đến gần ngày 30/9/2020 mới nộp hồ sơ.",
    "Các đơn vị tránh dồn đến sát ngày 30/9/2020 mới gửi hồ sơ.",
    "Người dân đừng đợi đến ngày 30/9/2020 mới đi đăng ký.",
    "Không để đến cận ngày 31/12/2020 mới giải ngân.",
    "Các đơn vị không chờ đến hết năm 2020 mới quyết toán.",
]
RULES = [
    "Theo Thông tư 17, từ ngày 01/9/2020, khách hàng chỉ có thể rút tiền sau khi đã đối chiếu giấy tờ.",
    "Từ ngày 01/9/2020, chủ tài khoản chỉ được rút tiền khi đã đối chiếu giấy tờ.",
    "Theo Nghị định 10, kể từ ngày 01/9/2020, doanh nghiệp không được sử dụng hóa đơn giấy.",
]
WRITERS = [
    "Dưới đây, NewA sẽ hướng dẫn bạn đọc cách lập báo cáo.",
    "Trong bài viết này, Luật B sẽ giới thiệu tới quý bạn đọc quy định mới.",
    "Kế toán C sẽ giúp các bạn tìm hiểu.",
]
BEFORE_AN_EVENT = [
    ("Trước 05 ngày bắt đầu phiên họp, tài liệu phải được các bộ gửi đến các thành viên.", "các bộ", 5),
    ("Các bộ gửi tài liệu trước 05 ngày tổ chức phiên họp.", "Các bộ", 5),
    ("Trước 07 ngày diễn ra hội nghị, Sở Y tế gửi giấy mời.", "Sở Y tế", 7),
    ("Ban tổ chức báo cáo trước ít nhất 30 ngày khai mạc lễ hội.", "Ban tổ chức", 30),
    ("Chủ đầu tư thông báo chậm nhất trước 07 ngày khởi công công trình.", "Chủ đầu tư", 7),
]


@pytest.mark.parametrize(("text", "lead"), OF_ITS_TERM)
def test_a_sentence_about_a_term_names_whose_it_is(text: str, lead: str) -> None:
    duty = the_duty(text)
    assert (duty.lead, duty.due) == ((lead,), date(2020, 9, 30))


def test_whose_words_are_carried_out_has_no_term() -> None:
    assert the_duty("Thời hạn thực hiện kết luận của Bộ trưởng là ngày 30/9/2020.").lead == ()


@pytest.mark.parametrize(("words", "lead"), ASKING)
def test_who_got_the_papers_asks_for_more_within_the_term(words: str, lead: str) -> None:
    for opening in ("Trong thời hạn 03 ngày", "Trường hợp hồ sơ không hợp lệ thì chậm nhất là 03 ngày"):
        duty = the_duty(f"{opening}, kể từ ngày nhận được hồ sơ, {words}.")
        assert duty.lead == (lead,)


def test_who_asks_may_be_told_by_what_it_does() -> None:
    text = "Trong thời hạn 05 ngày kể từ ngày nhận hồ sơ, cơ quan thẩm định đề nghị tổ chức hoàn thiện hồ sơ."
    assert the_duty(text).lead == ("cơ quan thẩm định",)


def test_a_term_that_counts_from_the_order_is_that_of_whoever_is_asked() -> None:
    text = "Trong thời hạn 15 ngày kể từ ngày ký, Bộ Tư pháp yêu cầu Sở Tư pháp báo cáo."
    assert the_duty(text).lead == ("Sở Tư pháp",)


@pytest.mark.parametrize("text", NO_WAITING)
def test_nobody_has_to_do_anything_by_a_day_not_to_wait_for(text: str) -> None:
    assert duties(text) == []


@pytest.mark.parametrize("text", RULES)
def test_the_day_from_which_a_rule_holds_is_no_start_of_a_duty(text: str) -> None:
    assert duties(text) == []


@pytest.mark.parametrize("text", WRITERS)
def test_who_writes_for_readers_leads_nothing(text: str) -> None:
    duty = the_duty(f"{text}\nThời hạn nộp báo cáo là trước ngày 01/9/2020.")
    assert duty.lead == ()


@pytest.mark.parametrize(("text", "lead", "days"), BEFORE_AN_EVENT)
def test_so_many_days_before_something_takes_place_are_counted_back(text: str, lead: str, days: int) -> None:
    duty = the_duty(text)
    assert duty.lead == (lead,)
    assert isinstance(duty.relative, Relative)
    assert (duty.relative.n, duty.relative.back) == (days, True)


def test_who_is_advised_is_named_without_the_word_for_it() -> None:
    assert the_duty("Khách hàng nên hoàn tất thủ tục trước ngày 01/9/2020.").lead == ("Khách hàng",)
    assert the_duty("Các đơn vị nên gửi báo cáo trước ngày 01/9/2020.").lead == ("Các đơn vị",)


def test_both_halves_of_a_year_on_lines_of_their_own_return() -> None:
    text = (
        "Doanh nghiệp phải lập báo cáo.\n1. Thời hạn nộp báo cáo\n"
        "- Đối với báo cáo 6 tháng đầu năm: thời hạn là trước ngày 05/6\n"
        "- Đối với báo cáo 6 tháng cuối năm: thời hạn là trước ngày 05/12"
    )
    assert [(duty.lead, duty.recurrence) for duty in duties(text)] == [(("Doanh nghiệp",), "yearly")] * 2


def test_a_bracket_says_which_days_those_are() -> None:
    text = (
        "Định kỳ 06 tháng (cụ thể là trước ngày 05 tháng 6) và định kỳ hằng năm (cụ thể: trước ngày 05 tháng 12), "
        "người sử dụng lao động phải báo cáo."
    )
    (duty,) = duties(text)
    assert duty.recurrence == "semiannual"
    assert duty.rule is not None
    assert len(duty.rule) == 2


def test_figures_filled_in_are_no_aims() -> None:
    text = "Báo cáo tháng theo các chỉ tiêu từ A1 đến B4, Sở Y tế gửi về Bộ trước ngày 28/9/2020."
    assert all(duty.kind != "target" for duty in read(text).obligations)
