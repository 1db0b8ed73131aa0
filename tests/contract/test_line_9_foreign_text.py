"""Line 9: whatever others write, it is shown as it is and obeyed by nothing: a walk through every output."""

from __future__ import annotations

import csv
import email
import email.policy
import io
import json
from email.message import EmailMessage
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.monitor.cli.console import DIRECTORY, INSTRUMENT, Office

TASK = '=HYPERLINK("//x") <script>alert(1)</script> {{ 7*7 }} {% include "x" %} &lt;b&gt; %s ${HOME}'
TITLE = "<img src=x onerror=alert(2)> {{ config }} 'quoted' \\\"twice\\\""
NAME = "</p><style>p{display:none}</style> {{ 6*7 }}, Lan <lan@evil.example>"
REASON = "=1+1 <marquee onstart=x>{{ 5*5 }}</marquee>"
ESCAPE = "\x1b[31m\x9b2J\x07"
KEY = "nq-9-2016/1@bo-tt-tt"


@pytest.fixture
def hostile(office: Office) -> Office:
    """Foreign text wherever the files take any; the directory sends all letters to one folder."""
    quoted = TASK.replace('"', '\\"')
    text = INSTRUMENT.replace("Kết nối phần mềm quản lý văn bản.", quoted)
    (office.folder / "catalogue" / "nq.toml").write_text(
        text.replace("Một nghị quyết để thử", TITLE), "utf-8"
    )
    (office.folder / "directory.toml").write_text(DIRECTORY.replace("Nguyễn Thị Lan", NAME), "utf-8")
    office.done("tick")
    return office


class Tags(HTMLParser):
    """The names of all tags and attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.words = ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_data(self, data: str) -> None:
        self.words += data


def letters(office: Office) -> list[EmailMessage]:
    found = []
    for path in sorted((office.folder / "letters").glob("*.eml")):
        message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        assert isinstance(message, EmailMessage)
        found.append(message)
    return found


def part(message: EmailMessage, kind: str) -> str:
    body = message.get_body((kind,))
    assert body is not None
    return str(body.get_content())


@pytest.mark.contract(9)
def test_letters_show_foreign_text_and_obey_none_of_it(hostile: Office) -> None:
    hostile.at("2016-06-21T09:00")
    hostile.done("tick")
    hostile.done("close", KEY, "--evidence", REASON, "--on", "2016-06-20", "--as", "lan")
    hostile.done("tick")
    mine = [letter for letter in letters(hostile) if "lan@example.org" in str(letter["To"])]
    assert {str(letter["X-Duewatch-Letter"]) for letter in mine} >= {"stage", "closing"}
    for letter in mine:
        assert [address.addr_spec for address in letter["To"].addresses] == ["lan@example.org"]
        assert letter.keys().count("To") == 1
        html = Tags(part(letter, "html"))
        assert not html.tags & {"script", "img", "marquee", "iframe"}
        assert not {name for name in html.attributes if name.startswith("on")}
    stage = next(letter for letter in mine if str(letter["X-Duewatch-Letter"]) == "stage")
    for words in (part(stage, "plain"), Tags(part(stage, "html")).words):
        flat = " ".join(words.split())
        assert "<script>alert(1)</script> {{ 7*7 }}" in flat
        assert "49" not in flat.replace("2649", "")
    closing = next(letter for letter in mine if str(letter["X-Duewatch-Letter"]) == "closing")
    assert REASON in " ".join(part(closing, "plain").split())


@pytest.mark.contract(9)
def test_a_spreadsheet_takes_no_cell_for_a_formula(hostile: Office) -> None:
    rows = list(csv.DictReader(io.StringIO(hostile.done("list", "--csv"))))
    tasks = {row["task"] for row in rows}
    assert f"'{TASK}" in tasks
    assert all(not cell.startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows for cell in row.values())


@pytest.mark.contract(9)
def test_no_command_lets_an_odd_login_or_file_name_reach_the_terminal(
    hostile: Office, tmp_path: Path
) -> None:
    hostile.environ["SUDO_USER"] = f"root{ESCAPE}"
    document = tmp_path / f"={ESCAPE}.pdf"
    document.write_bytes(b"x")
    closed = hostile.run("close", KEY, "--evidence", "12/TT", "--file", str(document))
    hostile.done("progress", "nq-9-2016/1@bo-y-te", "--percent", "10", "--note", REASON)
    outputs = [
        hostile.done(*words)
        for words in (("show", KEY), ("explain", KEY), ("history",), ("history", "--json"), ("list",))
    ]
    everything = closed.output + "".join(outputs)
    assert not [sign for sign in everything if not (sign.isprintable() or sign == "\n")]
    entries = json.loads(hostile.done("history", KEY, "--json"))
    assert entries[-1]["login"] == f"root{ESCAPE}"


@pytest.mark.contract(9)
@pytest.mark.parametrize("sign", ["\x1b", "\u202e", "\x00", "\r", "\u2028", "\u200b", "\x85", "\ud800"])
def test_a_hidden_sign_is_refused_at_every_door(hostile: Office, sign: str) -> None:
    journal = hostile.done("history", "--json")
    for words in (
        ("close", KEY, "--evidence", f"12{sign}TT"),
        ("snooze", KEY, "--for", "3d", "--reason", f"x{sign}"),
        ("ack", KEY, "--until", "2016-06-05", "--as", "lan", "--note", f"x{sign}"),
        ("withdraw", KEY, "--authority", f"x{sign}"),
    ):
        result = hostile.run(*words)
        assert result.exit_code == 2
        assert sign not in result.output
    assert hostile.done("history", "--json") == journal
    directory = hostile.folder / "directory.toml"
    good = directory.read_text("utf-8")
    escaped = f"\\U{ord(sign):08x}" if sign != "\ud800" else "\\u0000"
    directory.write_text(good.replace('login = "ntlan"', f'login = "nt{escaped}lan"'), "utf-8")
    result = hostile.run("tick")
    assert result.exit_code == 78
    assert "directory.toml:" in result.stderr
    assert sign not in result.stderr
