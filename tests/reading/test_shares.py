"""A share of a kind that is bound: "8% số trường đại học và 41% trường trung cấp phải …"; elsewhere a share is a figure."""

from __future__ import annotations

import pytest

from tests.reading.reading_desk import duties, the_duty


@pytest.mark.parametrize(
    ("who", "leads"),
    [
        ("90% số hộ dân", ["90% số hộ dân"]),
        ("2/3 số xã", ["2/3 số xã"]),
        ("45% trường cao đẳng nghề", ["45% trường cao đẳng nghề"]),
        (
            "20% số trường đại học và 30% trường mầm non tư thục",
            ["20% số trường đại học", "30% trường mầm non tư thục"],
        ),
        ("20% số trường ĐH, CĐ và 30% số viện", ["20% số trường ĐH, CĐ", "30% số viện"]),
        ("60% số xã và 40% số phường", ["60% số xã", "40% số phường"]),
        (
            "60% số bệnh viện hạng hai và 40% số phòng khám",
            ["60% số bệnh viện hạng hai", "40% số phòng khám"],
        ),
    ],
)
@pytest.mark.parametrize("before", ["", "Theo yêu cầu của Bộ, ", "Trong đó, "])
def test_a_share_that_is_bound_leads(before: str, who: str, leads: list[str]) -> None:
    duty = the_duty(f"{before}{who} phải hoàn thành kiểm kê trước ngày 30/9/2020.")
    assert list(duty.lead) == leads


@pytest.mark.parametrize(
    ("sentence", "lead"),
    [
        ("Toàn tỉnh có 80% xã đạt chuẩn, các huyện phải báo cáo trước ngày 30/9/2020.", "các huyện"),
        ("Các huyện phải bảo đảm 80% xã đạt chuẩn trước ngày 30/9/2020.", "Các huyện"),
        ("Sở Y tế thẩm định 2/3 số xã trước ngày 30/9/2020.", "Sở Y tế"),
    ],
)
def test_a_share_that_is_only_counted_leads_nothing(sentence: str, lead: str) -> None:
    assert [duty.lead for duty in duties(sentence)] == [(lead,)]
