"""The directory: who is told, and every mistake in it."""

from __future__ import annotations

from datetime import date

import pytest

from rules.library import Catalogue, Directory
from rules.model import Fault
from rules.people import Absence
from rules.schema import SourceText, read_catalogue, read_directory
from tests.rules.test_schema import HEAD, ROW, texts

LAN = """[[officer]]
id = "lan"
name = "Nguyễn Thị Lan"
email = "lan@example.org"
agency = "bo-y-te"
role = "owner"
"""
WATCH = """[[officer]]
id = "watch"
name = "Giám sát"
email = "watch@example.org"
agency = "*"
role = "watch"
"""


def catalogue(*instruments: str) -> Catalogue:
    found, faults = read_catalogue(texts(*instruments))
    assert faults == ()
    return found


def read(text: str, *instruments: str) -> tuple[Directory, tuple[Fault, ...]]:
    return read_directory(SourceText("directory.toml", "directory", text), catalogue(*instruments))


def told(text: str) -> list[str]:
    return [str(fault) for fault in read(text)[1]]


def test_an_officer_is_found_by_id_by_login_and_by_what_they_hold() -> None:
    directory, faults = read(
        LAN + 'login = "ntlan"\naway = [{ from = 2016-06-20, until = 2016-06-24 }]\n' + WATCH
    )
    assert faults == ()
    lan = directory.officers["lan"]
    assert directory.holders("bo-y-te", "owner") == (lan,)
    assert directory.holders("bo-y-te", "head") == ()
    assert directory.by_login("ntlan") == lan
    assert directory.by_login("nobody") is None
    assert [officer.id for officer in directory.holders("*", "watch")] == ["watch"]
    assert lan.away == (Absence(date(2016, 6, 20), date(2016, 6, 24)),)
    assert (lan.language, lan.digest) == ("vi", True)


def test_all_who_hold_a_role_are_its_holders() -> None:
    directory, _ = read(LAN + LAN.replace('"lan"', '"minh"') + WATCH)
    assert [officer.id for officer in directory.holders("bo-y-te", "owner")] == ["lan", "minh"]


def test_officers_who_do_not_say_get_the_given_language() -> None:
    source = SourceText("directory.toml", "directory", LAN + WATCH + 'language = "vi"\n')
    directory, _ = read_directory(source, catalogue(), language="en")
    assert [officer.language for officer in directory.officers.values()] == ["en", "vi"]


def test_a_language_without_letters_is_a_warning_with_its_line() -> None:
    source = SourceText("directory.toml", "directory", LAN + 'language = "de"\n' + WATCH)
    directory, (fault,) = read_directory(source, catalogue(), "vi", ("en", "vi"))
    assert fault.warning
    assert str(fault).endswith('language: no letters are written in "de", these go in "vi"; there are en, vi')
    assert fault.line == source.text.split("\n").index('language = "de"') + 1
    assert directory.officers["lan"].language == "de"


@pytest.mark.parametrize(
    "address",
    [
        "",
        "lan",
        "lan@",
        "@example.org",
        "lan@example..org",
        "lan@-example.org",
        ".lan@example.org",
        "la..n@example.org",
        "lan@example.org, minh@example.org",
        "Lan <lan@example.org>",
        "lan@exámple.org",
        "nguyễn@example.org",
        "lan@example.org\\nBcc: all@example.org",
        "lan@example.org\\r\\n",
        "lan@example.org\\u0000",
        "lan lan@example.org",
        "lan@example.org\\u202E",
        f"{'a' * 65}@example.org",
        f"lan@{'a.' * 130}org",
        '\\"lan\\"@example.org',
        "lan@[127.0.0.1]",
    ],
)
def test_an_address_that_is_not_plain_ascii_is_a_fault(address: str) -> None:
    faults = read(LAN.replace("lan@example.org", address) + WATCH)[1]
    assert faults
    assert {(fault.line, fault.key) for fault in faults} == {(4, "officer[lan].email")}


@pytest.mark.parametrize(
    "address", ["lan@example.org", "n.t+lan@mail-1.example.org", "root@localhost", "o'a@x.vn"]
)
def test_a_plain_address_is_good(address: str) -> None:
    assert told(LAN.replace("lan@example.org", address) + WATCH) == []


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        (LAN + LAN + WATCH, 'directory.toml:8: officer[lan].id: the officer "lan" stands twice'),
        (
            LAN.replace("bo-y-te", "bo-la") + WATCH,
            'directory.toml:5: officer[lan].agency: there is no agency "bo-la"',
        ),
        (
            LAN.replace("bo-y-te", "*") + WATCH,
            'directory.toml:5: officer[lan].agency: the monitoring office is agency "*" with role "watch"',
        ),
        (
            LAN.replace("owner", "cooperating") + WATCH,
            'directory.toml:6: officer[lan].role: must be one of owner, head, leader, watch, not "cooperating"',
        ),
        (
            WATCH + LAN + 'deputy = "ghost"\n',
            'directory.toml:13: officer[lan].deputy: there is no officer "ghost"',
        ),
        (
            WATCH + LAN + 'deputy = "lan"\n',
            "directory.toml:13: officer[lan].deputy: the deputies run in a circle: lan → lan",
        ),
        (
            WATCH + 'deputy = "lan"\n' + LAN + 'deputy = "watch"\n',
            "directory.toml:7: officer[watch].deputy: the deputies run in a circle: watch → lan → watch",
        ),
        (
            WATCH + LAN + "away = [\n  { from = 2016-06-20, until = 2016-06-24 },\n"
            "  { from = 2016-06-24, until = 2016-06-20 },\n]\n",
            "directory.toml:15: officer[lan].away[2]: begins after it ends (2016-06-20)",
        ),
        (
            WATCH + 'login = "a"\n' + LAN + 'login = "a"\n',
            'directory.toml:14: officer[lan].login: "a" is the login of "watch" too',
        ),
        (
            WATCH + LAN + 'language = "Vietnamese"\n',
            "directory.toml:13: officer[lan].language: must be a language",
        ),
        (WATCH + LAN + 'phone = "1"\n', "directory.toml:13: officer[lan].phone: is an unknown key"),
        (WATCH + "[officers]\n", "directory.toml:7: officers: is an unknown key; this file holds officer"),
        (
            LAN + WATCH.replace("Giám sát", "Gi\\u200Bám"),
            "directory.toml:9: officer[watch].name: holds the character",
        ),
    ],
)
def test_a_mistake_in_the_directory_is_told_where_it_stands(text: str, fault: str) -> None:
    (found,) = told(text)
    assert found.startswith(fault)


def test_a_long_chain_of_deputies_is_no_circle() -> None:
    chain = "".join(
        LAN.replace('"lan"', f'"o{number}"') + (f'deputy = "o{number + 1}"\n' if number < 5 else "")
        for number in range(6)
    )
    assert told(chain + WATCH) == []


def test_a_directory_without_a_monitoring_office_warns() -> None:
    (fault,) = read(LAN)[1]
    assert fault.warning
    assert "monitoring office" in fault.text


def test_a_role_that_nobody_fills_warns_once_with_the_agencies() -> None:
    roster = HEAD + ROW.replace("bo-y-te", "@ministries")
    (fault,) = read(LAN + WATCH, roster)[1]
    assert fault.warning
    assert fault.text.startswith("nobody is owner for vpcp:")


def test_cooperating_agencies_without_an_owner_are_one_warning_of_the_directory() -> None:
    (fault,) = read(LAN + WATCH, HEAD + ROW + 'cooperating = ["vpcp"]\n')[1]
    assert fault.warning
    assert (fault.file, fault.line) == ("directory.toml", 1)
    assert fault.text.startswith("nobody is owner for vpcp:")


def test_an_obligation_without_a_ladder_needs_nobody() -> None:
    assert read(WATCH, HEAD + ROW + 'kind = "target"\n')[1] == ()
