"""Names as texts write them, and the ids and rosters they stand for."""

from __future__ import annotations

import pytest

from rules.reading.naming.ids import Identities
from tests.builders import builtin_catalogue


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("UBND các tỉnh, thành phố trực thuộc Trung ương", ("@provinces",)),
        ("Ủy ban nhân dân các tỉnh, thành phố", ("@provinces",)),
        ("Chủ tịch UBND các tỉnh, thành phố trực thuộc Trung ương", ("@provinces",)),
        ("các bộ, ngành, địa phương", ("@ministries", "@provinces")),
        ("UBND thành phố Hà Nội", ("ha-noi",)),
        ("Bộ trưởng Bộ Y tế", ("bo-y-te",)),
        ("UBND các huyện", ()),
        ("UBND các tỉnh miền Trung", ()),
        ("các sở, ngành", ()),
        ("Bộ trưởng Bộ Y tế Nguyễn Thị Kim Tiến", ("bo-y-te",)),
        ("UBND TP HCM", ("tp-ho-chi-minh",)),
        ("Chủ tịch UBND TP. Hà Nội", ("ha-noi",)),
        ("TP.Đà Nẵng", ("da-nang",)),
        ("Giám đốc Kho bạc Nhà nước Hà Giang", ()),
        ("Các bộ trưởng", ("@ministries",)),
        ("Bộ trưởng", ()),
        ("Thủ trưởng cơ quan ngang bộ, cơ quan thuộc Chính phủ", ("@ministries",)),
        ("các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ, UBND cấp tỉnh", ("@ministries", "@provinces")),
        ("các bộ, ngành, địa phương và doanh nghiệp", ("@ministries", "@provinces")),
        ("UBND tỉnh, thành phố trực thuộc trung ương", ("@provinces",)),
        ("tất cả các tỉnh/thành phố", ("@provinces",)),
        ("một số bộ, ngành", ()),
        ("UBND tỉnh", ()),
        ("các thành phố trực thuộc Trung ương", ()),
        ("các bệnh viện tuyến tỉnh", ()),
        ("các bí thư tỉnh ủy", ()),
        ("các đại biểu Hội đồng nhân dân tỉnh", ()),
        ("các đơn vị thuộc Bộ", ()),
        ("các khoa, bộ môn", ()),
        ("thủ trưởng các cơ quan, đơn vị trực thuộc Bộ", ()),
        ("thủ trưởng cơ quan chuyên môn thuộc UBND tỉnh", ()),
        ("UBND các tỉnh từ Hà Tĩnh đến Lâm Đồng", ()),
        ("các cơ quan trung ương trên địa bàn tỉnh", ()),
        ("các đơn vị, địa phương", ()),
        ("các doanh nghiệp, bộ, ngành", ()),
    ],
)
def test_a_name_stands_for_the_bodies_we_know_and_for_no_others(name: str, ids: tuple[str, ...]) -> None:
    assert Identities(builtin_catalogue(), None).of(name) == ids


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("các địa phương", ()),
        ("UBND các địa phương", ()),
        ("các bộ, ngành, địa phương", ()),
        ("UBND các tỉnh, thành phố", ("@provinces",)),
        ("các bộ, ngành trung ương", ("@ministries",)),
    ],
)
def test_in_the_paper_of_a_province_its_places_are_districts(name: str, ids: tuple[str, ...]) -> None:
    assert Identities(builtin_catalogue(), None, is_local=True).of(name) == ids
