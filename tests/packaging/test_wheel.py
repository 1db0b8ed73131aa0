"""The wheel: what the program reads at run time travels in it."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    built = subprocess.run(command, cwd=CHECKOUT, capture_output=True, text=True, timeout=100, check=False)
    assert built.returncode == 0, built.stderr
    [file] = folder.glob("*.whl")
    return zipfile.ZipFile(file)


def test_the_starting_files_are_in_it_with_the_example_as_it_stands(wheel: zipfile.ZipFile) -> None:
    example = (CHECKOUT / "config.example.toml").read_bytes()
    assert wheel.read("monitor/_starter/config.example.toml") == example
    assert wheel.read("monitor/_starter/directory.example.toml")
    assert wheel.read("monitor/_starter/catalogue/instruments/sample.toml")


def test_every_template_and_rule_file_is_in_it(wheel: zipfile.ZipFile) -> None:
    names = set(wheel.namelist())
    for folder, inside in (("templates", "monitor/_templates"), ("rules/catalogue", "rules/catalogue")):
        files = [file for file in (CHECKOUT / folder).rglob("*") if file.is_file()]
        assert files
        for file in files:
            assert f"{inside}/{file.relative_to(CHECKOUT / folder)}" in names


def test_nothing_but_the_three_packages_is_installed(wheel: zipfile.ZipFile) -> None:
    tops = {name.split("/")[0].partition("-")[0] for name in wheel.namelist()}
    assert tops == {"monitor", "rules", "notifiers", "duewatch"}
    assert not [name for name in wheel.namelist() if "__pycache__" in name]
