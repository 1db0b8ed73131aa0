"""The unit as systemd itself sees it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from monitor.config import load_config

PACKAGING = Path(__file__).resolve().parent.parent.parent / "packaging"
UNIT = PACKAGING / "duewatch.service"
FOR_LATER_SYSTEMD = {"notify-reload.conf": 253}


@pytest.fixture
def analyze() -> str:
    found = shutil.which("systemd-analyze")
    if found is None:
        if os.environ.get("CI") == "true":
            pytest.fail("not run: systemd-analyze is missing")
        pytest.skip("not run: systemd-analyze is missing")
    return found


def installed(folder: Path, *drop_ins: Path) -> Path:
    """The units as they would lie on a host on which the program itself is not yet there."""
    for unit in PACKAGING.glob("*.service"):
        text = unit.read_text(encoding="utf-8").replace("/opt/duewatch/bin/duewatch", "/bin/true")
        (folder / unit.name).write_text(text, encoding="utf-8")
    beside = folder / "duewatch.service.d"
    beside.mkdir()
    for drop_in in drop_ins:
        shutil.copy(drop_in, beside)
    return folder / "duewatch.service"


def ran(*command: str | Path) -> subprocess.CompletedProcess[str]:
    environ = {**os.environ, "LC_ALL": "C", "SYSTEMD_COLORS": "0", "SYSTEMD_PAGER": ""}
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False, env=environ)


def version(analyze: str) -> int:
    found = re.match(r"systemd (\d+)", ran(analyze, "--version").stdout)
    assert found
    return int(found[1])


def test_systemd_finds_nothing_to_say_about_the_unit(analyze: str, tmp_path: Path) -> None:
    verified = ran(analyze, "verify", installed(tmp_path))
    assert (verified.returncode, verified.stderr, verified.stdout) == (0, "", "")


def test_this_check_would_hear_a_mistyped_setting(analyze: str, tmp_path: Path) -> None:
    unit = installed(tmp_path)
    unit.write_text(unit.read_text(encoding="utf-8").replace("UMask=", "UMaks="), encoding="utf-8")
    assert "UMaks" in ran(analyze, "verify", unit).stderr


@pytest.mark.parametrize("name", sorted(file.name for file in (PACKAGING / "examples").iterdir()))
def test_systemd_finds_nothing_to_say_about_a_drop_in(analyze: str, tmp_path: Path, name: str) -> None:
    if version(analyze) < FOR_LATER_SYSTEMD.get(name, 0):
        pytest.skip(f"{name} is for systemd {FOR_LATER_SYSTEMD[name]} and later")
    verified = ran(analyze, "verify", installed(tmp_path, PACKAGING / "examples" / name))
    assert (verified.returncode, verified.stderr) == (0, "")


def test_the_exposure_is_at_most_one_and_a_half(analyze: str, tmp_path: Path) -> None:
    judged = ran(analyze, "security", "--offline=true", "--threshold=15", "--no-pager", installed(tmp_path))
    assert judged.returncode == 0, judged.stdout[-400:] + judged.stderr


def test_the_exposure_without_hardening_is_too_great(analyze: str, tmp_path: Path) -> None:
    unit = installed(tmp_path)
    bare = re.sub(
        r"(?m)^(Protect|Private|Restrict|SystemCall|Capability|NoNew).*\n", "", unit.read_text("utf-8")
    )
    unit.write_text(bare, encoding="utf-8")
    assert ran(analyze, "security", "--offline=true", "--threshold=15", "--no-pager", unit).returncode != 0


def test_the_unit_starts_the_daemon_with_the_packaged_configuration() -> None:
    text = UNIT.read_text(encoding="utf-8")
    assert "\nExecStart=/opt/duewatch/bin/duewatch run --config /etc/duewatch/config.toml\n" in text
    assert "\nType=notify\n" in text
    assert "\nRestartPreventExitStatus=78\n" in text


def test_the_packaged_configuration_keeps_everything_below_the_state_folder() -> None:
    config = load_config(PACKAGING / "config.toml", {})
    assert config.store.url == "sqlite:////var/lib/duewatch/duewatch.db"
    assert config.folder.path == Path("/var/lib/duewatch/letters")
    assert config.channels == ("folder",)


def test_the_user_of_the_unit_is_made_by_sysusers() -> None:
    lines = (PACKAGING / "sysusers.d" / "duewatch.conf").read_text(encoding="utf-8").splitlines()
    users = [line.split()[1] for line in lines if line.startswith("u ")]
    assert users == ["duewatch"]
    assert "\nUser=duewatch\nGroup=duewatch\n" in UNIT.read_text(encoding="utf-8")
