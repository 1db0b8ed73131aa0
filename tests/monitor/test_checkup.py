"""The looks that a command cannot easily bring about: units that are exposed, servers that do not answer."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from monitor.checkup import machine
from monitor.checkup.finding import Finding
from monitor.config import Config
from notifiers.email_settings import EmailSettings
from tests.smtp_server import SmtpServer

UNIT = Path(__file__).resolve().parents[2] / "packaging" / "duewatch.service"


@pytest.fixture
def _analyze() -> None:
    if shutil.which("systemd-analyze") is None:
        if os.environ.get("CI") == "true":
            pytest.fail("not run: systemd-analyze is missing")
        pytest.skip("not run: systemd-analyze is missing")


def installed(folder: Path, text: str) -> Finding:
    text = text.replace("/opt/duewatch/bin/duewatch", "/bin/true")
    (folder / "duewatch.service").write_text(text, encoding="utf-8")
    return machine.unit([folder / "nothing", folder])


@pytest.mark.usefixtures("_analyze")
def test_the_unit_that_we_ship_is_hardened(tmp_path: Path) -> None:
    found = installed(tmp_path, UNIT.read_text("utf-8"))
    assert found.level == "ok"
    assert re.search(r"is hardened: [01]\.\d of 10$", found.found)


@pytest.mark.usefixtures("_analyze")
def test_a_unit_without_hardening_is_told(tmp_path: Path) -> None:
    bare = re.sub(r"(?m)^(Protect|Private|Restrict|System|Capab|NoNew).*\n", "", UNIT.read_text("utf-8"))
    found = installed(tmp_path, bare)
    assert found.level == "warning"
    assert "packaging/duewatch.service" in found.advice


def test_without_a_unit_nothing_is_judged(tmp_path: Path) -> None:
    found = machine.unit([tmp_path])
    assert found.level == "ok"
    assert found.found.endswith("not looked at")


def test_one_disk_is_told_once(tmp_path: Path) -> None:
    assert len(machine.disk([tmp_path / "letters", tmp_path / "var" / "deep", tmp_path])) == 1


@pytest.mark.asyncio
async def test_a_mail_server_is_greeted_and_gets_no_letter() -> None:
    async with SmtpServer() as server:
        email = EmailSettings(port=server.port, host="127.0.0.1", security="none")
        config = Config().model_copy(update={"email": email, "channels": ("email",)})
        [found] = await machine.channels(config)
        assert server.count("MAIL") == 0
    assert found.level == "ok"
    assert found.found == f"127.0.0.1:{server.port} answers: no encryption, on this machine, no login"


@pytest.mark.asyncio
async def test_a_mail_server_that_is_away_is_a_fault() -> None:
    async with SmtpServer() as server:
        port = server.port
    email = EmailSettings(port=port, host="127.0.0.1", security="none")
    config = Config().model_copy(update={"email": email, "channels": ("email",)})
    [found] = await machine.channels(config)
    assert found.level == "fault"
    assert f"127.0.0.1:{port}" in found.found


def test_nobody_outside_is_worth_a_warning_and_an_address_is_enough() -> None:
    [nobody] = machine.watchers(Config())
    assert nobody.level == "warning"
    beat = {"ping": "https://hc.example.org/4f2e", "every": "1m"}
    [somebody] = machine.watchers(Config.model_validate({"heartbeat": beat}))
    assert (somebody.level, somebody.found) == ("ok", "called every 60 seconds while all is well")
