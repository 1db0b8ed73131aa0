"""What init writes: it can be checked at once, and nothing of yours is ever overwritten."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from monitor.config import load_config
from monitor.library import load_library
from monitor.starter import lay_out

EXAMPLE = Path(__file__).resolve().parent.parent.parent / "config.example.toml"
PLACES = ["catalogue/instruments/sample.toml", "config.toml", "directory.toml"]


def test_it_lays_out_a_start(tmp_path: Path) -> None:
    laid = lay_out(tmp_path / "new" / "folder")
    assert [str(file.path.relative_to(tmp_path / "new" / "folder")) for file in laid] == PLACES
    assert all(file.written for file in laid)


def test_what_it_writes_has_no_faults(tmp_path: Path) -> None:
    lay_out(tmp_path)
    config = load_config(tmp_path / "config.toml", {})
    assert config.catalogue == (str(tmp_path / "catalogue"),)
    assert config.directory_file == tmp_path / "directory.toml"
    library = load_library(config.catalogue, config.directory_file, config.language)
    assert [fault for fault in library.faults if not fault.warning] == []
    assert set(library.directory.officers) == {"lan", "minh"}
    sample = library.catalogue.instrument("sample-2026")
    assert sample is not None
    assert len(sample.obligations) == 2


def test_its_configuration_is_the_example_and_a_catalogue_folder(tmp_path: Path) -> None:
    lay_out(tmp_path)
    written = tomllib.loads((tmp_path / "config.toml").read_text(encoding="utf-8"))
    example = tomllib.loads(EXAMPLE.read_text(encoding="utf-8"))
    assert written == {**example, "catalogue": ["catalogue"]}
    assert "# directory =" in (tmp_path / "config.toml").read_text(encoding="utf-8")


def test_a_new_office_watches_its_own_tasks_and_says_how_to_watch_the_built_in_ones(tmp_path: Path) -> None:
    lay_out(tmp_path)
    config = load_config(tmp_path / "config.toml", {})
    library = load_library(config.catalogue, config.directory_file, config.language)
    assert [instrument.id for instrument in library.catalogue.instruments] == ["sample-2026"]
    lines = (tmp_path / "config.toml").read_text(encoding="utf-8").splitlines()
    assert (
        lines[0]
        == "# Duewatch: every setting with its default, but for catalogue. A key that is left out has its default."
    )
    (line,) = [line for line in lines if line.startswith("catalogue")]
    assert '["builtin", "catalogue"]' in line
    assert 'the default is ["builtin"]' in line


def test_the_comments_on_the_directory_are_true(tmp_path: Path) -> None:
    lay_out(tmp_path)
    (line,) = [
        line for line in EXAMPLE.read_text(encoding="utf-8").splitlines() if line.startswith("# directory")
    ]
    assert "the file of this name beside this one is taken where it lies" in line
    assert load_config(tmp_path / "config.toml", {}).directory_file == tmp_path / "directory.toml"
    (tmp_path / "directory.toml").unlink()
    assert load_config(tmp_path / "config.toml", {}).directory_file is None


def test_the_second_time_it_writes_nothing_and_says_so(tmp_path: Path) -> None:
    lay_out(tmp_path)
    (tmp_path / "config.toml").write_text("language = 'en'\n")
    (tmp_path / "directory.toml").unlink()
    laid = {file.path.name: file.written for file in lay_out(tmp_path)}
    assert laid == {"sample.toml": False, "config.toml": False, "directory.toml": True}
    assert (tmp_path / "config.toml").read_text() == "language = 'en'\n"


def test_a_link_that_leads_nowhere_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "config.toml").symlink_to(tmp_path / "elsewhere")
    assert [file.written for file in lay_out(tmp_path)] == [True, False, True]
    assert not (tmp_path / "elsewhere").exists()


def test_the_configuration_is_born_private(tmp_path: Path) -> None:
    lay_out(tmp_path)
    assert (tmp_path / "config.toml").stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_made_is_the_callers_to_tell(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(OSError, match="file"):
        lay_out(tmp_path / "file")
