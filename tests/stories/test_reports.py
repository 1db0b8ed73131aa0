"""Agencies' own systems report: good rows stand, bad rows are named, the same file twice changes nothing."""

from __future__ import annotations

import json
import os

import pytest

from tests.stories.world import World

pytestmark = pytest.mark.asyncio
CASE = "nq-23-2016/1@ha-noi"
HEADS = "case,percent,done_on,evidence,note\n"


async def opened(world: World) -> None:
    await world.opens(
        "nq-23-2016/1", agency="ha-noi", due="2016-06-30", on="2016-05-25", more='cooperating = ["vpcp"]'
    )
    await world.opens("nq-23-2016/2", agency="bo-y-te", due="2016-06-30", on="2016-05-25")
    await world.opens("nq-23-2016/3", agency="ha-noi", due="2016-06-30", on="2016-05-25")
    await world.advance(to="2016-06-10T10:00")


async def test_a_good_file_closes_the_case_and_goes_to_done(world: World) -> None:
    await opened(world)
    path = world.drops("a.csv", HEADS + f"{CASE},,2016-06-08,Báo cáo 12/BC-UBND,\n")
    (report,) = world.sweeps()
    assert (report.carried_out, report.bad) == (1, ())
    assert str(world.case(CASE).closed_on) == "2016-06-08"
    assert not path.exists()
    assert (path.parent / "done" / "a.csv").exists()
    await world.look()
    assert world.mailbox.of_kind("closing")[0].officer == "owner-of-ha-noi"
    with world.store.reading() as ledger:
        entry = ledger.history(CASE, newest_first=True, limit=1)[0]
    assert (entry.actor.name, entry.actor.via) == ("agency-reports", "source")


async def test_bad_rows_are_named_and_the_good_ones_stand(world: World) -> None:
    await opened(world)
    text = (
        HEADS
        + f"{CASE},40,,,đang làm\n"
        + "nq-23-2016/2@bo-y-te,,2016-06-08,Công văn 9,\n"
        + "nq-23-2016/3@ha-noi,,2016-06-08,,\n"
        + "nq-99-2016/1@ha-noi,10,,,\n"
        + "nq-23-2016/3@ha-noi,101,,,\n"
        + "nq-23-2016/3@ha-noi,,2016-06-20,Công văn 10,\n"
    )
    path = world.drops("b.csv", text)
    (report,) = world.sweeps()
    assert report.carried_out == 1
    assert [bad.number for bad in report.bad] == [3, 4, 5, 6, 7]
    assert "may not speak" in report.bad[0].reason
    assert "without evidence" in report.bad[1].reason
    assert "no case" in report.bad[2].reason
    assert "0 to 100" in report.bad[3].reason
    assert "future" in report.bad[4].reason
    assert world.case(CASE).progress == 40
    assert world.case("nq-23-2016/2@bo-y-te").is_open
    rejected = path.parent / "rejected"
    errors = (rejected / "b.csv.errors.txt").read_text(encoding="utf-8")
    assert "row 3" in errors
    assert (rejected / "b.csv").read_text(encoding="utf-8") == text


async def test_the_same_file_again_changes_nothing(world: World) -> None:
    await opened(world)
    text = HEADS + f"{CASE},40,,,\n"
    world.drops("c.csv", text)
    world.sweeps()
    with world.store.reading() as ledger:
        before = len(ledger.history())
    world.drops("again.csv", text)
    (report,) = world.sweeps()
    assert report.repeated
    assert report.carried_out == 0
    with world.store.reading() as ledger:
        assert len(ledger.history()) == before
    assert (world.source.path / "done" / "again.csv").exists()


async def test_a_bad_file_again_is_rejected_again(world: World) -> None:
    await opened(world)
    text = HEADS + f"{CASE},400,,,\n"
    world.drops("d.csv", text)
    world.sweeps()
    world.drops("e.csv", text)
    (report,) = world.sweeps()
    assert report.repeated
    assert (world.source.path / "rejected" / "e.csv").exists()
    assert not (world.source.path / "done" / "e.csv").exists()
    errors = (world.source.path / "rejected" / "e.csv.errors.txt").read_text(encoding="utf-8")
    assert "read before, with 1 bad rows" in errors


async def test_a_system_that_repeats_a_closing_is_not_scolded(world: World) -> None:
    await opened(world)
    world.drops("f.csv", HEADS + f"{CASE},,2016-06-08,Báo cáo 12,\n")
    world.sweeps()
    world.drops("g.csv", HEADS + f"{CASE},,2016-06-08,Báo cáo 12,nhắc lại\n")
    (report,) = world.sweeps()
    assert report.bad == ()


async def test_json_is_read_too(world: World) -> None:
    await opened(world)
    world.drops(
        "h.json", json.dumps([{"case": CASE, "percent": 55}, {"case": CASE, "done_on": "2016-06-09"}])
    )
    (report,) = world.sweeps()
    assert report.carried_out == 1
    assert [bad.number for bad in report.bad] == [2]
    assert world.case(CASE).progress == 55


async def test_a_file_still_being_written_waits(world: World) -> None:
    await opened(world)
    partial = world.drops("i.csv.part", HEADS + f"{CASE},40,,,\n")
    young = world.drops("j.csv", HEADS + f"{CASE},40,,,\n")
    now = world.clock.now().timestamp()
    os.utime(young, (now - 1, now - 1))
    assert world.sweeps() == ()
    await world.advance(to="2016-06-10T10:00:05")
    assert [report.file for report in world.sweeps()] == ["j.csv"]
    assert partial.exists()


@pytest.mark.parametrize(
    "text", ["", "case|percent\n", HEADS.replace("note", "remark"), "case,case\n", '"case\n', "\udcff"]
)
async def test_a_file_that_is_no_report_is_rejected_whole(world: World, text: str) -> None:
    await opened(world)
    path = world.drops("k.csv", "")
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    os.utime(path, (world.clock.now().timestamp() - 10,) * 2)
    (report,) = world.sweeps()
    assert [bad.number for bad in report.bad] == [0]
    assert (path.parent / "rejected" / "k.csv").exists()


async def test_a_link_in_the_folder_is_not_followed(world: World) -> None:
    await opened(world)
    path = world.drops("good.csv", HEADS + f"{CASE},,2016-06-08,Báo cáo 12,\n")
    elsewhere = path.replace(path.parent.parent / "elsewhere.csv")
    (path.parent / "link.csv").symlink_to(elsewhere)
    assert world.sweeps() == ()
    assert world.case(CASE).closed_on is None
    assert elsewhere.exists()
