"""People and firms told behind grounds, openers and linking words: "Theo quy định, người nộp thuế nộp …"."""

from __future__ import annotations

import pytest

from tests.reading.reading_desk import the_duty


@pytest.mark.parametrize(
    "opener",
    [
        "Theo quy định",
        "Theo hướng dẫn của Bộ Tài chính",
        "Theo khoản 1, Điều 10 Nghị định 126/2020/NĐ-CP",
        "Căn cứ Điều 5 Luật Quản lý thuế",
        "Từ năm nay",
        "Như vậy",
        "Ngoài ra",
        "Bên cạnh đó",
        "Tại Hà Nội",
        "Khi có thay đổi",
        "Để được hoàn thuế",
    ],
)
@pytest.mark.parametrize("who", ["người nộp thuế", "hộ kinh doanh", "phụ huynh", "doanh nghiệp của bạn"])
def test_whoever_does_something_behind_an_opener_leads(opener: str, who: str) -> None:
    assert the_duty(f"{opener}, {who} nộp hồ sơ trước ngày 30/9/2020.").lead == (who,)


def test_papers_about_people_are_not_told() -> None:
    duty = the_duty("Sở Y tế tổng hợp, danh sách thí sinh nộp trước ngày 30/9/2020.")
    assert duty.lead != ("thí sinh",)


@pytest.mark.parametrize(
    "opener",
    [
        "Thực hiện nhiệm vụ được giao",
        "Theo nhiệm vụ được phân công",
        "Trên cơ sở nhiệm vụ được giao",
        "Thực hiện chỉ đạo của Thủ tướng",
        "Được giao chủ trì",
    ],
)
def test_whoever_does_what_was_handed_to_him_leads(opener: str) -> None:
    assert the_duty(f"{opener}, Sở Y tế hoàn thành dự thảo trước ngày 30/9/2020.").lead == ("Sở Y tế",)


def test_whom_a_leader_is_asked_to_direct_leads() -> None:
    duty = the_duty(
        "Tổng Thanh tra kiến nghị Thủ tướng chỉ đạo Ủy ban Quản lý vốn nhà nước báo cáo trước ngày 30/9/2020."
    )
    assert duty.lead == ("Ủy ban Quản lý vốn nhà nước",)
