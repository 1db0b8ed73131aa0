"""Every way in which a person spoils a file: one clear sentence with its place, the right exit code, nothing done."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from unicodedata import normalize

import pytest

from tests.monitor.cli.console import Office

CATALOGUE, DIRECTORY, CONFIG = "catalogue/nq.toml", "directory.toml", "config.toml"
SECOND = """
[instrument]
id = "nq-8-2016"
number = "8/NQ-CP"
kind = "resolution"
title = "Một nghị quyết khác"
issuer = "chinh-phu"
issued = 2016-03-01
source = "a test"
continues = ["nq-9-2016"]
"""
FLAT_LADDER = """[ladder.ours]
stages = [
  { name = "a", at = "-7wd", to = ["owner"] },
  { name = "b", at = "-7wd", to = ["owner"] },
]
"""
SAME_AGENCY = f"""[[agency]]
id = "hoa-binh-2"
name = "{normalize("NFD", "Hoà Bình")}"
name_en = "Another Hoa Binh"
parent = "chinh-phu"
"""
MINH_FOR_LAN = 'login = "ntlan"\ndeputy = "minh"'


@dataclass(frozen=True, slots=True)
class Spoiled:
    """In a file, ``was`` becomes ``becomes`` (an empty ``was``: the whole file), which is told in these words."""

    file: str
    was: str
    becomes: str
    told: str
    also: tuple[str, str, str] | None = None


SPOILED = {
    "a configuration that is no TOML": Spoiled(
        CONFIG, "[store]", "[store", "config.toml:5: config: is not TOML"
    ),
    "an unknown key": Spoiled(
        CONFIG,
        "directory =",
        "directroy =",
        'config.toml:3: directroy: unknown key: did you mean "directory"?',
    ),
    "an unknown section": Spoiled(CONFIG, "[folder]", "[fodler]", "config.toml:8: fodler: unknown key"),
    "a directory that is not there": Spoiled(
        CONFIG, "directory.toml", "people.toml", "config.toml:3: directory: there is no file"
    ),
    "a catalogue that is not there": Spoiled(
        CONFIG, '"catalogue"', '"catalog"', "config.toml:2: catalogue[0]: there is no folder"
    ),
    "an operator's address with a second line": Spoiled(
        CONFIG,
        "[store]",
        '[operator]\nemail = "a@b.org\\r\\nBcc: evil@example.org"\n\n[store]',
        "operator.email: holds the character U+000D",
    ),
    "two instruments of one id": Spoiled(
        "catalogue/zz.toml",
        "",
        SECOND.replace("nq-8", "nq-9"),
        'zz.toml:3: instrument.id: the instrument "nq-9-2016" stands already in',
    ),
    "two obligations of one id": Spoiled(
        CATALOGUE, 'id = "2"', 'id = "1"', 'nq.toml:18: obligation[1].id: the obligation "1" stands twice'
    ),
    "two officers of one id": Spoiled(
        DIRECTORY, 'id = "huong"', 'id = "lan"', "directory.toml:12: officer[lan].id: "
    ),
    "an agency that does not exist": Spoiled(
        CATALOGUE,
        '"bo-noi-vu"',
        '"bo-noi-vuu"',
        'nq.toml:14: obligation[1].lead[3]: there is no agency "bo-noi-vuu"',
    ),
    "an agency by its name": Spoiled(
        CATALOGUE, '"bo-noi-vu"', '"Bộ Nội vụ"', 'there is no agency "Bộ Nội vụ"; its id is "bo-noi-vu"'
    ),
    "an officer's agency that does not exist": Spoiled(
        DIRECTORY, '"bo-y-te"', '"bo-y-tee"', "directory.toml:15: officer[huong].agency: "
    ),
    "a roster that does not exist": Spoiled(
        CATALOGUE,
        '"bo-noi-vu"',
        '"@minstries"',
        'nq.toml:14: obligation[1].lead[3]: there is no roster "@minstries"',
    ),
    "a ladder that does not exist": Spoiled(
        CATALOGUE,
        'id = "2"',
        'id = "2"\nladder = "standrad"',
        'obligation[2].ladder: there is no ladder "standrad"; there are',
    ),
    "instruments that continue each other": Spoiled(
        "catalogue/zz.toml",
        "",
        SECOND,
        "in a circle: ",
        also=(CATALOGUE, 'source = "a test"', 'source = "a test"\ncontinues = ["nq-8-2016"]'),
    ),
    "deputies of each other": Spoiled(
        DIRECTORY,
        'login = "ntlan"',
        MINH_FOR_LAN,
        "directory.toml:",
        also=(DIRECTORY, 'agency = "*"', 'agency = "*"\ndeputy = "lan"'),
    ),
    "a deputy who is not there": Spoiled(
        DIRECTORY,
        'login = "ntlan"',
        'deputy = "nobody"',
        'directory.toml:9: officer[lan].deputy: there is no officer "nobody"',
    ),
    "a stage that is not later than the one before": Spoiled(
        "catalogue/ladders.toml",
        "",
        FLAT_LADDER,
        'ladders.toml:4: ladder.ours.stages[2].at: "-7wd" is not later than "a" before it',
    ),
    "an address that is not ASCII": Spoiled(
        DIRECTORY, "lan@", "lán@", "directory.toml:5: officer[lan].email: "
    ),
    "an address with a second recipient": Spoiled(
        DIRECTORY,
        "lan@example.org",
        "lan@example.org, x@evil.example",
        "directory.toml:5: officer[lan].email: ",
    ),
    "an address with a second line": Spoiled(
        DIRECTORY,
        "lan@example.org",
        "lan@example.org\\r\\nBcc: x@evil.example",
        "directory.toml:5: officer[lan].email: holds the character U+000D",
    ),
    "a name that turns the line around": Spoiled(
        DIRECTORY, "Nguyễn", "Nguyễn\u202e", "directory.toml:4: officer[lan].name: holds the character U+202E"
    ),
    "a task with a bell": Spoiled(
        CATALOGUE, "Kết nối", "Kết\\u0007nối", "nq.toml:13: obligation[1].task: holds the character U+0007"
    ),
    "a document with a secrecy level": Spoiled(
        CATALOGUE, 'source = "a test"', 'source = "a test"\nsecrecy = "mat"', "instrument.secrecy: marked"
    ),
    "a day that does not exist": Spoiled(
        CATALOGUE,
        "1/7/2016",
        "31/6/2016",
        "nq.toml:15: obligation[1].deadline: cannot be read: 31/6/2016 is no day",
    ),
    "an agency that stands already under another spelling": Spoiled(
        "catalogue/agencies/ours.toml",
        "",
        SAME_AGENCY,
        'names the agency "hoa-binh" too, once spelling and case are evened out',
    ),
}


def contents(office: Office) -> list[str]:
    with closing(sqlite3.connect(office.folder / "duewatch.db")) as database:
        return list(database.iterdump())


def spoil(office: Office, spoiled: Spoiled) -> None:
    for file, was, becomes in filter(None, ((spoiled.file, spoiled.was, spoiled.becomes), spoiled.also)):
        path = office.folder / file
        path.parent.mkdir(exist_ok=True)
        text = path.read_text("utf-8") if was else becomes
        assert was in text
        path.write_text(text.replace(was, becomes, 1) if was else becomes, "utf-8")


@pytest.mark.parametrize("kind", SPOILED)
def test_a_spoiled_file_is_named_with_its_place_and_stops_what_would_act_on_it(
    office: Office, kind: str
) -> None:
    before = contents(office)
    spoil(office, SPOILED[kind])
    checked = office.run("check")
    assert checked.exit_code == 1
    lines = checked.stdout.splitlines()
    assert any(SPOILED[kind].told in line for line in lines), checked.stdout
    # What must be mended stands before what is only worth a look.
    assert "(warning)" not in lines[0]
    for words in (("tick",), ("close", "1", "--evidence", "x"), ("run",)):
        refused = office.run(*words)
        assert (refused.exit_code, refused.stdout) == (78, "")
        assert SPOILED[kind].told in refused.stderr
        assert "Traceback" not in refused.stderr
    assert contents(office) == before
    looking = office.run("list")
    assert looking.exit_code == (1 if SPOILED[kind].file == CONFIG else 0)


@pytest.mark.parametrize("name", ["Hoà Bình", "Hòa Bình", "hoà  bình", "HÒA BÌNH", "hoa-binh"])
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_an_agency_is_found_in_every_spelling_of_its_name(office: Office, name: str, form: str) -> None:
    text = (office.folder / CATALOGUE).read_text("utf-8").replace('"bo-noi-vu"', '"bo-noi-vu", "hoa-binh"')
    (office.folder / CATALOGUE).write_text(text, "utf-8")
    office.done("tick")
    typed = normalize("NFD", name) if form == "NFD" else normalize("NFC", name)
    (row,) = office.rows("list", "--agency", typed)
    assert row["case"] == "nq-9-2016/1@hoa-binh"
