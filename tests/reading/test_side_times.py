"""Times that stand beside the duty of a sentence: none of them is anybody's term, and the duty keeps its own."""

from __future__ import annotations

from datetime import date

import pytest

from tests.reading.reading_desk import SAID_ON, duties, read, the_duty

# Said on 3 August 2020, a Monday.


@pytest.mark.parametrize(
    "sentence",
    [
        "Hội nghị nghe lãnh đạo các sở đánh giá kết quả của ngành đạt được trong năm 2020.",
        "Lãnh đạo tỉnh phân tích những thành tựu mà huyện đạt được trong năm 2020.",
        "Lãnh đạo các xã thảo luận, nêu khó khăn và đề xuất giải pháp thực hiện trong năm 2021.",
        "Các đại biểu trao đổi kinh nghiệm, qua đó đề xuất các nhiệm vụ triển khai trong năm 2021.",
        "Trạm bơm số 2 sẽ vận hành sau ngày 30/9.",
        "Sở Tư pháp đã xử lý 25/27 hồ sơ được giao trong tháng 7",
        "Sở Công Thương đã xong 14 việc được giao trong tháng 8.",
        "Giám đốc Sở Y tế chủ trì họp giao ban, triển khai chương trình công tác tháng 8, quý III năm 2020.",
        "Chánh Thanh tra tỉnh chủ trì hội nghị, quán triệt nhiệm vụ tuần 2, tháng 8 năm 2020.",
    ],
)
def test_what_was_reached_proposed_or_only_comes_later_is_no_term(sentence: str) -> None:
    assert duties(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "due"),
    [
        ("Sở Y tế phải công khai kết quả trong năm 2020.", date(2020, 12, 31)),
        ("Các xã phải bảo đảm kết quả đạt được trong năm 2021 cao hơn.", date(2021, 12, 31)),
        ("Sở Y tế chuyển xong dữ liệu trước ngày 30/9 để đến ngày 15/10, các xã dùng.", date(2020, 9, 29)),
        ("Cục Thuế thử phần mềm chậm nhất ngày 20/9 để từ ngày 1/10 áp dụng toàn tỉnh.", date(2020, 9, 20)),
        ("Sở Nội vụ đã được giao đề án và phải trình trong tháng 9.", date(2020, 9, 30)),
        ("Sở Tài chính đề xuất giải pháp tăng thu trong tháng 9.", date(2020, 9, 30)),
        ("Huyện phải làm đường xong, chậm nhất tháng 8, quý III năm 2020.", date(2020, 9, 30)),
    ],
)
def test_the_term_itself_stays(sentence: str, due: date) -> None:
    assert due in [duty.due for duty in duties(sentence)]


def test_what_is_so_from_a_later_day_is_no_second_term() -> None:
    text = "Sở Y tế chuyển xong dữ liệu trước ngày 30/9 để đến ngày 15/10, các xã dùng phần mềm mới."
    assert the_duty(text).due == date(2020, 9, 29)


@pytest.mark.parametrize(
    "bracket",
    ["vùng mưa lớn trong 24 giờ tới gồm ba huyện", "khu vực nguy hiểm trong 48 giờ tới: ngoài khơi"],
)
def test_a_length_in_a_bracket_that_tells_of_the_weather_is_no_term(bracket: str) -> None:
    text = f"Sở Nông nghiệp theo dõi bản tin, báo cáo kịp thời ({bracket}) để ứng phó."
    assert [duty.deadline_phrase for duty in read(text, SAID_ON).obligations] in ([None], [""], [])


@pytest.mark.parametrize("bracket", ["gửi bản giấy trong 48 giờ", "trong 48 giờ kể từ khi có bão"])
def test_a_length_in_a_bracket_that_orders_is_one(bracket: str) -> None:
    text = f"Sở Nông nghiệp báo cáo UBND tỉnh ({bracket})."
    assert [duty.relative is not None for duty in read(text, SAID_ON).obligations] == [True]


@pytest.mark.parametrize(
    "rest",
    [
        "Trong đó, nêu rõ trách nhiệm của từng sở; xây dựng bảng biên chế; lộ trình thực hiện từng năm.",
        "Trong đó, cần xác định rõ nguồn vốn; thực hiện rà soát danh mục.",
        "Trong đó phân công rõ việc của các huyện; kiểm soát chi.",
    ],
)
def test_what_a_paper_is_to_hold_has_no_term_of_its_own(rest: str) -> None:
    text = f"Sở Nội vụ trình UBND tỉnh ban hành Kế hoạch tinh giản trong tháng 9/2020. {rest}"
    assert the_duty(text).quote.endswith("trong tháng 9/2020")


def test_a_stop_by_mistake_does_not_hide_the_paper() -> None:
    text = (
        "2. Giao Sở Nội vụ trình UBND tỉnh ban hành Chỉ thị về kỷ luật. kỷ cương hành chính trong tháng 9/2020. "
        "Trong đó, phân công rõ việc của các sở; kiểm soát giờ làm."
    )
    assert the_duty(text).lead == ("Sở Nội vụ",)


def test_parts_of_a_deed_keep_the_term_of_the_whole() -> None:
    text = "Sở Nội vụ rà soát hồ sơ trước ngày 30/9/2020. Trong đó, hoàn thành hồ sơ của xã; xử lý hồ sơ tồn."
    assert {duty.due for duty in duties(text)} == {date(2020, 9, 29)}
    assert len(duties(text)) > 1
