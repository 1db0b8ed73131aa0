"""Rule files on disk: what is taken, what is refused, and never a crash."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from monitor.library import LARGEST, load_library
from rules.model import Fault

INSTRUMENT = """[instrument]
id = "{}"
number = "1/QĐ"
kind = "decision"
title = "Quyết định"
issuer = "chinh-phu"
issued = 2016-03-30
source = "Công báo"

[[obligation]]
id = "1"
task = "Làm việc này."
lead = ["bo-y-te"]
deadline = {{ day = 2016-06-30 }}
"""


def instrument(folder: Path, name: str, id_: str) -> Path:
    """Writes a good instrument file."""
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(INSTRUMENT.format(id_), encoding="utf-8")
    return path


def load(*folders: str | Path) -> tuple[list[str], list[Fault]]:
    """The ids loaded, and the faults that are no warnings."""
    library = load_library(folders, None)
    ids = [found.id for found in library.catalogue.instruments]
    return ids, [fault for fault in library.faults if not fault.warning]


def only(faults: list[Fault], text: str) -> Fault:
    (fault,) = faults
    assert text in fault.text
    return fault


def test_our_own_catalogue_loads_without_a_fault() -> None:
    library = load_library(["builtin"], None)
    assert library.is_good
    assert library.catalogue.instruments
    assert library.directory.holders("*", "watch")


def test_agencies_calendar_and_ladders_are_there_without_our_instruments(tmp_path: Path) -> None:
    library = load_library([tmp_path], None)
    assert library.is_good
    assert library.catalogue.instruments == ()
    assert "bo-y-te" in library.catalogue.agencies
    assert "standard" in library.catalogue.ladders
    assert library.catalogue.workdays.decided


def test_folders_are_searched_to_the_bottom_in_order_of_name(tmp_path: Path) -> None:
    instrument(tmp_path, "b.toml", "b")
    instrument(tmp_path, "a/deep/er/c.toml", "c")
    (tmp_path / "notes.md").write_text("not a rule file")
    instrument(tmp_path, ".hidden/x.toml", "x")
    instrument(tmp_path, ".x.toml", "y")
    assert load(tmp_path) == (["c", "b"], [])


def test_our_instruments_and_a_folder_go_together(tmp_path: Path) -> None:
    instrument(tmp_path, "b.toml", "b")
    ids, faults = load("builtin", tmp_path)
    assert faults == []
    assert {"b", "nq-23-2016"} <= set(ids)


def test_a_folder_may_hold_its_own_agencies_ladders_and_swaps(tmp_path: Path) -> None:
    (tmp_path / "agencies").mkdir()
    (tmp_path / "agencies" / "ours.toml").write_text(
        '[[agency]]\nid = "our-office"\nname = "Sở của ta"\nname_en = "Our office"\nparent = "ha-noi"\n',
        encoding="utf-8",
    )
    (tmp_path / "ladders.toml").write_text(
        '[ladder.gentle]\nstages = [{ name = "reminder", at = "-3wd", to = ["owner"] }]\n'
    )
    (tmp_path / "calendars").mkdir()
    (tmp_path / "calendars" / "new.toml").write_text(
        "[[year]]\nyear = 2027\ndecided = true\ntet = 2027-02-06\n"
    )
    path = instrument(tmp_path, "b.toml", "b")
    text = path.read_text(encoding="utf-8").replace("bo-y-te", "our-office")
    path.write_text(text + 'ladder = "gentle"\n', encoding="utf-8")
    library = load_library([tmp_path], None)
    assert library.is_good
    assert library.catalogue.instruments[0].obligations[0].ladder == "gentle"
    assert 2027 in library.catalogue.workdays.decided


def test_an_instrument_that_stands_in_two_folders_is_a_fault(tmp_path: Path) -> None:
    instrument(tmp_path, "one/b.toml", "b")
    second = instrument(tmp_path, "two/b.toml", "b")
    fault = only(load(tmp_path / "one", tmp_path / "two")[1], "stands already in")
    assert fault.file == str(second)


def test_a_folder_that_is_missing_or_none_is_a_fault(tmp_path: Path) -> None:
    only(load(tmp_path / "nowhere")[1], "there is no such folder")
    only(load(instrument(tmp_path, "b.toml", "b"))[1], "there is no such folder")


def test_a_link_that_leads_out_of_the_folder_is_refused(tmp_path: Path) -> None:
    outside = instrument(tmp_path, "outside/b.toml", "b")
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "b.toml").symlink_to(outside)
    ids, faults = load(inside)
    assert ids == []
    only(faults, "leads out of the catalogue folder")


def test_a_link_within_the_folder_is_followed(tmp_path: Path) -> None:
    instrument(tmp_path, ".data/b.toml", "b")
    (tmp_path / "b.toml").symlink_to(Path(".data") / "b.toml")
    assert load(tmp_path) == (["b"], [])


def test_the_folder_itself_may_be_a_link(tmp_path: Path) -> None:
    instrument(tmp_path, "real/b.toml", "b")
    (tmp_path / "link").symlink_to("real")
    assert load(tmp_path / "link") == (["b"], [])


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    instrument(tmp_path, "b.toml", "b")
    (tmp_path / "loop").symlink_to(tmp_path)
    ids, faults = load(tmp_path)
    assert ids == ["b"]
    only(faults, "is a link to a folder")


def test_a_broken_link_and_a_link_to_itself_are_faults(tmp_path: Path) -> None:
    (tmp_path / "broken.toml").symlink_to("nowhere.toml")
    (tmp_path / "self.toml").symlink_to("self.toml")
    assert len(load(tmp_path)[1]) == 2


def test_a_pipe_with_the_name_of_a_rule_file_does_not_hang(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    only(load(tmp_path)[1], "is no regular file")


def test_a_file_of_more_than_five_megabytes_is_refused(tmp_path: Path) -> None:
    path = instrument(tmp_path, "b.toml", "b")
    path.write_text(path.read_text(encoding="utf-8") + "#" * LARGEST, encoding="utf-8")
    only(load(tmp_path)[1], "is larger than 5 MB")


def test_a_file_that_is_not_utf_8_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "b.toml").write_bytes(b'[instrument]\nid = "x"\ntitle = "Ngh\xf8"\n')
    fault = only(load(tmp_path)[1], "is not UTF-8: byte 0xf8")
    assert fault.line == 3


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read_is_a_fault(tmp_path: Path) -> None:
    instrument(tmp_path, "b.toml", "b").chmod(0)
    only(load(tmp_path)[1], "cannot be read")


def test_a_file_name_that_is_not_utf_8_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"\xff.toml")).write_text("x")
    (fault,) = load(tmp_path)[1]
    str(fault).encode("utf-8")


@pytest.mark.contract(6)
def test_one_bad_file_hides_no_fault_of_another(tmp_path: Path) -> None:
    (tmp_path / "a.toml").write_bytes(b"\xff")
    (tmp_path / "b.toml").write_text("= 1")
    (tmp_path / "c.toml").write_text("x = 1")
    assert {Path(fault.file).name for fault in load(tmp_path)[1]} == {"a.toml", "b.toml", "c.toml"}


def test_a_directory_that_is_missing_is_a_fault(tmp_path: Path) -> None:
    library = load_library(["builtin"], tmp_path / "directory.toml")
    assert not library.is_good
    only(
        [fault for fault in library.faults if not fault.warning], "cannot be read: No such file or directory"
    )
    assert not load_library(["builtin"], tmp_path).is_good


def test_a_directory_of_our_own_replaces_the_sample(tmp_path: Path) -> None:
    path = tmp_path / "directory.toml"
    path.write_text(
        '[[officer]]\nid = "x"\nname = "X"\nemail = "x@example.org"\nagency = "*"\nrole = "watch"\n',
        encoding="utf-8",
    )
    library = load_library(["builtin"], path, language="en")
    assert library.is_good
    assert {officer.id: officer.language for officer in library.directory.officers.values()} == {"x": "en"}


def test_the_digest_follows_every_text(tmp_path: Path) -> None:
    path = instrument(tmp_path, "b.toml", "b")
    people = tmp_path / "people"
    people.write_text("", encoding="utf-8")
    first = load_library([tmp_path], people).digest
    assert load_library([tmp_path], people).digest == first
    people.write_text("# somebody", encoding="utf-8")
    second = load_library([tmp_path], people).digest
    path.write_text(path.read_text(encoding="utf-8") + "# a word", encoding="utf-8")
    third = load_library([tmp_path], people).digest
    assert len({first, second, third}) == 3
