"""Whether the three packages are ours: in a checkout, installed, and when somebody else's lie over them."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from monitor.ownership import PACKAGES, foreign_owners, owners_apart_from_us

CHECKOUT = Path(__file__).resolve().parent.parent.parent
HOME = Path("/site-packages")
PLACES: dict[str, Path | None] = {name: HOME / name for name in PACKAGES}
ASK = "import sys; sys.path[:0] = sys.argv[1:]; from monitor.ownership import foreign_owners; print(*foreign_owners(), sep='\\n')"  # noqa: E501


def asked(*paths: Path) -> str:
    """What the check says in an interpreter of its own that searches these folders first, without ours installed."""
    command = [sys.executable, "-I", "-S", "-c", ASK, *map(str, paths)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True).stdout.strip()


@pytest.fixture
def installed(tmp_path: Path) -> Path:
    """A folder that holds our packages the way a wheel leaves them."""
    site = tmp_path / "site"
    for name in PACKAGES:
        shutil.copytree(CHECKOUT / name, site / name, ignore=shutil.ignore_patterns("__pycache__"))
    recorded(site, "duewatch", PACKAGES)
    return site


def recorded(site: Path, distribution: str, packages: tuple[str, ...]) -> None:
    """Record a distribution that says that it owns these packages."""
    meta = site / f"{distribution}-1.0.dist-info"
    meta.mkdir(parents=True)
    (meta / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.0\n")
    (meta / "RECORD").write_text("".join(f"{name}/__init__.py,,\n" for name in packages))


def test_this_checkout_is_ours() -> None:
    assert foreign_owners() == ()


def test_a_checkout_without_any_distribution_is_ours() -> None:
    assert asked(CHECKOUT) == ""


def test_an_installed_wheel_is_ours(installed: Path) -> None:
    assert asked(installed) == ""


def test_another_distribution_over_ours_is_told(installed: Path) -> None:
    recorded(installed, "Notifiers", ("notifiers",))
    said = asked(installed)
    assert said.startswith(
        'The package "notifiers" also belongs to the distribution Notifiers: install duewatch'
    )
    assert "\n" not in said


def test_a_package_that_was_taken_away_with_somebody_elses_is_told(installed: Path) -> None:
    shutil.rmtree(installed / "rules")
    assert asked(installed).startswith('The package "rules" is missing or incomplete')


def test_a_package_without_its_init_is_told(installed: Path) -> None:
    (installed / "notifiers" / "__init__.py").unlink()
    assert asked(installed).startswith('The package "notifiers" is missing or incomplete')


def test_a_package_from_elsewhere_is_told(installed: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (elsewhere / "rules").mkdir(parents=True)
    (elsewhere / "rules" / "__init__.py").write_text("")
    assert asked(elsewhere, installed).startswith(
        f'The package "rules" is loaded from {elsewhere / "rules"}, not'
    )


@pytest.mark.parametrize("name", ["duewatch", "Duewatch", "DUEWATCH"])
def test_our_own_name_may_be_spelled_as_installers_do(name: str) -> None:
    owners = {package: [name, name] for package in PACKAGES}
    assert owners_apart_from_us(owners, PLACES, HOME) == ()


def test_every_package_that_is_not_ours_is_named() -> None:
    owners = {"rules": ["rules"], "monitor": ["x", "duewatch", "x"]}
    said = owners_apart_from_us(owners, {**PLACES, "notifiers": None}, HOME)
    assert [sentence.split('"')[1] for sentence in said] == ["monitor", "rules", "notifiers"]
