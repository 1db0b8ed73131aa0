"""A greeting goes as far as the login and names no letter; it leaves nothing behind."""

from __future__ import annotations

import ssl
from pathlib import Path

import pytest
import trustme

from notifiers.email import EmailNotifier
from notifiers.email_settings import EmailSettings, Timeouts
from notifiers.folder import FolderNotifier, FolderSettings
from tests.smtp_server import DROP, HANG, SmtpServer

HASTY = Timeouts(connect=0.5, reply=0.3, content=0.3, farewell=0.2)


def notifier_for(server: SmtpServer, trust: ssl.SSLContext | None = None, **given: str) -> EmailNotifier:
    keys: dict[str, str | int] = {"host": "127.0.0.1", "port": server.port, "security": "none", **given}
    return EmailNotifier(EmailSettings.model_validate(keys), HASTY, trust)


@pytest.mark.asyncio
async def test_it_logs_in_over_an_encrypted_connection_and_says_goodbye() -> None:
    authority = trustme.CA()
    theirs, ours = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER), ssl.create_default_context()
    authority.issue_cert("127.0.0.1").configure_cert(theirs)
    authority.configure_trust(ours)
    async with SmtpServer(tls=theirs, offers=("AUTH PLAIN",), at={"AUTH": "235 2.7.0 welcome"}) as server:
        told: list[str] = []
        login = {"security": "starttls", "username": "duewatch", "password": "canary-7f3a"}
        assert await notifier_for(server, ours, **login).greet(told.append) is None
        spoken = [command.split()[0] for command in server.commands]
        assert spoken == ["EHLO", "STARTTLS", "EHLO", "AUTH", "QUIT"]
        assert server.letters == []
        await server.is_alone()
    assert told[-1] == "login accepted"
    assert "canary" not in " ".join(told)


@pytest.mark.asyncio
@pytest.mark.parametrize(
    ("step", "fault", "words"),
    [
        ("greeting", "554 5.7.1 we do not like you", "554"),
        ("greeting", DROP, "127.0.0.1"),
        ("greeting", HANG, "did not answer in time"),
        ("AUTH", "535 5.7.8 wrong", "535"),
    ],
)
async def test_whatever_stands_in_the_way_is_told(step: str, fault: str, words: str) -> None:
    async with SmtpServer(at={step: fault}, offers=("AUTH PLAIN",)) as server:
        notifier = notifier_for(server, username="duewatch", password="canary-7f3a")
        answer = await notifier.greet(lambda _line: None)
        assert answer is not None
        assert words in answer
        assert "canary" not in answer
        assert server.count("MAIL") == 0


@pytest.mark.asyncio
async def test_a_server_that_offers_no_encryption_is_told() -> None:
    async with SmtpServer() as server:
        answer = await notifier_for(server, security="starttls").greet(lambda _line: None)
    assert answer is not None
    assert "does not offer STARTTLS" in answer


@pytest.mark.asyncio
async def test_a_folder_that_will_be_made_is_no_fault_and_is_not_made(tmp_path: Path) -> None:
    path = tmp_path / "var" / "letters"
    assert await FolderNotifier(FolderSettings(path=path)).greet(lambda _line: None) is None
    assert not (tmp_path / "var").exists()


@pytest.mark.asyncio
async def test_a_file_where_the_folder_should_be_is_told(tmp_path: Path) -> None:
    (tmp_path / "letters").write_text("mine", encoding="utf-8")
    answer = await FolderNotifier(FolderSettings(path=tmp_path / "letters")).greet(lambda _line: None)
    assert answer == f"{tmp_path / 'letters'} is no folder"
