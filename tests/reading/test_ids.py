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
    ],
)
def test_a_name_stands_for_the_bodies_we_know_and_for_no_others(name: str, ids: tuple[str, ...]) -> None:
    assert Identities(builtin_catalogue(), None).of(name) == ids
