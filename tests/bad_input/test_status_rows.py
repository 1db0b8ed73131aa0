"""Rows of status files that no database, no reader and no officer can use: named, and the good ones stand."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio

from tests.stories.world import World

pytestmark = pytest.mark.asyncio
CASE = "nq-23-2016/1@ha-noi"
HEADS = "case,percent,done_on,evidence,note\n"


@pytest_asyncio.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    told = World(tmp_path)
    try:
        await told.opens("nq-23-2016/1", agency="ha-noi", due="2016-06-30", on="2016-05-25")
        yield told
    finally:
        await told.close_down()


@pytest.mark.parametrize("number", ["9" * 19, "9" * 400, "٣", "-1", "0", "1.0", "1e9"])
async def test_a_number_that_no_case_can_have_is_a_bad_row_and_holds_nothing_up(
    world: World, number: str
) -> None:
    world.drops("a.csv", f"{HEADS}{number},40,,,\n{CASE},50,,,\n")
    (report,) = world.sweeps()
    assert report.carried_out == 1
    assert [bad.number for bad in report.bad] == [2]
    assert "no case" in report.bad[0].reason
    assert world.case(CASE).progress == 50


@pytest.mark.parametrize("sign", ["\x1b", "\u202e", "\x00", "\u2028", "\ud800"])
@pytest.mark.parametrize("place", ["case", "evidence", "note"])
async def test_a_hidden_sign_in_any_cell_is_a_bad_row(world: World, sign: str, place: str) -> None:
    row = {"case": CASE, "percent": 40, "evidence": "12/BC", "note": "x"}
    row[place] = f"{row[place]}{sign}x"
    world.drops("a.json", json.dumps([row, {"case": CASE, "percent": 50}]))
    (report,) = world.sweeps()
    assert (report.carried_out, [bad.number for bad in report.bad]) == (1, [1])
    errors = (world.source.path / "rejected" / "a.json.errors.txt").read_text("utf-8")
    assert sign not in errors
    assert world.case(CASE).progress == 50


async def test_evidence_of_a_source_is_shown_and_not_obeyed(world: World) -> None:
    await world.advance(to="2016-06-01T09:00")
    evidence = "=1+1 <script>alert(1)</script> {{ 7*7 }}"
    world.drops("a.json", json.dumps([{"case": CASE, "done_on": "2016-05-31", "evidence": evidence}]))
    (report,) = world.sweeps()
    assert report.carried_out == 1
    await world.look()
    (letter,) = world.mailbox.of_kind("closing")
    assert evidence in letter.text
    html = letter.message.get_body(("html",))
    assert html is not None
    assert "<script" not in str(html.get_content())
