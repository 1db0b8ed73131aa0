"""Line 8: a secret is in no output: the canary is looked for in everything that a person or a log can see."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from monitor.config import load_config
from tests.monitor.cli.console import CONFIG, Office

CANARY = "chim-vang-9d41"
TO_A_SERVER = """
channels = ["email"]
catalogue = ["catalogue"]
directory = "directory.toml"

[operator]
email = "truc@example.org"

[store]
url = "sqlite:///duewatch.db"

[email]
host = "127.0.0.1"
port = 1
security = "none"
username = "duewatch"
"""
READING = (
    ("check",),
    ("check", "--json"),
    ("check", "--dates"),
    ("list", "--json"),
    ("list", "--csv"),
    ("show", "1"),
    ("explain", "1"),
    ("history", "--json"),
    ("outbox", "--state", "all", "--json"),
    ("digest", "--for", "lan"),
    ("status",),
    ("status", "--json"),
    ("plan", "--until", "2016-07-10"),
    ("test-mail", "lan@example.org", "--debug"),
    ("tick", "--debug"),
)


def configured(office: Office, text: str) -> Path:
    file = office.folder / "config.toml"
    file.write_text(text, encoding="utf-8")
    file.chmod(0o600)
    return file


@pytest.mark.contract(8)
@pytest.mark.parametrize("source", ["file", "environment", "credential"])
def test_the_password_is_in_no_output_of_any_command_wherever_it_came_from(
    office: Office, source: str
) -> None:
    configured(office, TO_A_SERVER + (f'password = "{CANARY}"\n' if source == "file" else ""))
    if source == "environment":
        office.environ["DUEWATCH_EMAIL__PASSWORD"] = CANARY
    if source == "credential":
        folder = office.folder / "credentials"
        folder.mkdir()
        (folder / "email__password").write_text(f"{CANARY}\n", encoding="utf-8")
        office.environ["CREDENTIALS_DIRECTORY"] = str(folder)
    office.done("tick")
    said = [office.run(*words) for words in READING]
    seen = "".join(f"{result.output}{result.stderr}{result.exception!r}" for result in said)
    assert "nq-9-2016" in seen
    assert CANARY not in seen
    assert all(CANARY.encode() not in path.read_bytes() for path in office.folder.glob("duewatch.db*"))


@pytest.mark.contract(8)
@pytest.mark.parametrize(
    "text",
    [
        f'[email]\npassword = "{CANARY}"\nport = "{CANARY}"\n',
        f'[email]\npasword = "{CANARY}"\n',
        f'[email]\npassword = "{CANARY}\n',
        f'[email]\npassword = "{CANARY}\\q"\n',
        f'[store]\nurl = "postgresql://due:{CANARY}@127.0.0.1:1/due"\n',
        f'[store]\nurl = "mysql://due:{CANARY}@db/due"\n',
    ],
)
@pytest.mark.parametrize("words", [("check",), ("tick", "--debug"), ("list", "--debug")])
def test_a_faulty_configuration_does_not_repeat_what_may_be_a_secret(
    office: Office, text: str, words: tuple[str, ...]
) -> None:
    configured(office, text if "[store]" in text else CONFIG + text)
    result = office.run(*words)
    assert result.exit_code != 0 or "postgresql" in text
    assert CANARY not in f"{result.output}{result.stderr}{result.exception!r}{_chain(result.exception)}"


@pytest.mark.contract(8)
def test_a_configuration_shows_its_secrets_in_no_form(office: Office) -> None:
    url = f"postgresql://due:{CANARY}@db/due"
    file = configured(office, f'[store]\nurl = "{url}"\n[email]\npassword = "{CANARY}"\n')
    config = load_config(file, dict(os.environ))
    assert config.email.password.get_secret_value() == CANARY
    forms = (repr(config), str(config), repr(config.email), repr(config.store), str(config.store))
    assert CANARY not in "".join(forms)
    assert CANARY not in json.dumps(config.email.model_dump(mode="json"))


def _chain(error: BaseException | None) -> str:
    """What a traceback would print of an error and of those behind it."""
    told = ""
    while error is not None:
        told += f"{error} {error!r}"
        error = error.__cause__ or error.__context__
    return told
