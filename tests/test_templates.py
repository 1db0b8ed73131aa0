"""Every letter exists in every language, says every word, and is what its source says."""

from __future__ import annotations

import re
import tomllib
from itertools import product
from pathlib import Path
from typing import get_args

import pytest

from monitor import samples
from monitor.languages import builtin
from monitor.letterhead import Folders
from monitor.lore import Lore
from monitor.render import Renderer
from monitor.views_letters import FULL, page_of
from monitor.wording import Words, read_words
from rules.audience import ROLES
from rules.notices import LetterKind

TEMPLATES = builtin()
LANGUAGES = tuple(sorted(path.parent.name for path in TEMPLATES.glob("*/words.toml")))
KINDS: tuple[LetterKind, ...] = get_args(LetterKind)
PARTS = ("subject.txt", "body.txt", "body.html")
LADDERS = TEMPLATES.parent / "rules" / "catalogue" / "ladders.toml"
HTML = sorted(str(path.relative_to(TEMPLATES)) for path in TEMPLATES.rglob("*.html"))


def test_the_letters_speak_vietnamese_and_english() -> None:
    assert LANGUAGES == ("en", "vi")


@pytest.mark.parametrize(("language", "kind", "part"), list(product(LANGUAGES, KINDS, PARTS)))
def test_every_letter_exists_in_every_language(language: str, kind: str, part: str) -> None:
    assert (TEMPLATES / language / kind / part).is_file()


def test_no_template_is_one_that_nobody_sends() -> None:
    kinds = {path.parent.name for path in TEMPLATES.glob("*/*/*") if path.is_file()}
    assert kinds == set(KINDS)


def test_the_built_in_templates_have_no_fault() -> None:
    assert Renderer().faults() == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_says_the_same_words(language: str) -> None:
    assert _words(language).keys() == _words("en").keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_stage_of_the_ladders_has_a_name(language: str) -> None:
    ladders = tomllib.loads(LADDERS.read_text(encoding="utf-8"))["ladder"]
    names = {stage["name"] for ladder in ladders.values() for stage in ladder["stages"]}
    assert {f"stage.{name}" for name in names} <= _words(language).keys()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_role_has_a_name(language: str) -> None:
    assert {f"role.{role}" for role in ROLES} <= _words(language).keys()


def test_the_samples_hold_every_kind_of_letter() -> None:
    assert {claim.kind for _, claim in samples.named()} == set(KINDS)


def test_every_word_is_used_by_a_sample() -> None:
    """A word that no sample says is dead, or the samples do not show all that a letter can say."""
    words = _Heard(_words("en"))
    lore = Lore(Words("en", words), samples.setting())
    for _, claim in samples.named():
        page_of(claim, samples.reader("en", claim), samples.NOW, lore, FULL)
    lists = ("date.", "kind.", "stage.", "role.", "roster.", "anchor.", "count.")
    unheard = {key for key in words if not key.startswith(lists)} - words.heard
    # A last day on a weekend cannot lie ahead of a Thursday: test_render.py says this word.
    assert unheard == {"state.ends"}


@pytest.mark.parametrize("name", HTML)
def test_styling_adds_style_attributes_and_nothing_else(name: str) -> None:
    source = (TEMPLATES / name).read_text(encoding="utf-8")
    styled = _styled(Renderer(), name)
    assert re.sub(r' style="[^"]*"', "", styled) == re.sub(r"<!-- at-rules -->", _at_rules(styled), source)


def test_styles_are_written_into_the_tags() -> None:
    assert re.search(r'class="late" style="color: ?#b42318', _styled(Renderer(), "parts.html"))


def test_every_class_of_a_template_has_a_style() -> None:
    css = (TEMPLATES / "letter.css").read_text(encoding="utf-8")
    known = set(re.findall(r"\.([a-z][a-z-]*)", css))
    used = {
        name
        for path in HTML
        for value in re.findall(r'class="([^"]*)"', (TEMPLATES / path).read_text(encoding="utf-8"))
        for name in value.split()
    }
    assert used <= known
    assert known - used == set()


@pytest.mark.parametrize("name", HTML)
def test_a_template_fetches_nothing_and_runs_nothing(name: str) -> None:
    source = (TEMPLATES / name).read_text(encoding="utf-8").lower()
    for word in (
        "<script",
        "src=",
        "href=",
        "http:",
        "https:",
        "url(",
        "@import",
        "<form",
        "<link",
        "|safe",
        "| safe",
    ):
        assert word not in source


def test_every_table_that_lays_out_has_no_border_or_gap_of_its_own() -> None:
    source = "".join((TEMPLATES / name).read_text(encoding="utf-8") for name in HTML)
    assert all('cellspacing="0"' in table for table in re.findall(r"<table[^>]*>", source))


def test_the_templates_of_a_wheel_lie_inside_the_package(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    package = tmp_path / "monitor"
    (package / "_templates").mkdir(parents=True)
    monkeypatch.setattr("monitor.languages.__file__", str(package / "languages.py"))
    assert builtin() == package / "_templates"


def _words(language: str) -> dict[str, str]:
    path = TEMPLATES / language / "words.toml"
    says, faults = read_words(path.read_text(encoding="utf-8"), str(path))
    assert faults == ()
    return dict(says)


class _Heard(dict[str, str]):
    """Words that remember which of them were said."""

    def __init__(self, words: dict[str, str]) -> None:
        super().__init__(words)
        self.heard: set[str] = set()

    def __getitem__(self, key: str) -> str:
        self.heard.add(key)
        return super().__getitem__(key)


def _styled(renderer: Renderer, name: str) -> str:
    return renderer.source(name)


def _at_rules(styled: str) -> str:
    found = re.search(r"<style>.*?</style>", styled, re.DOTALL)
    return found[0].replace("\\", "\\\\") if found else ""


def test_a_folder_outside_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("no", encoding="utf-8")
    (tmp_path / "own").mkdir()
    assert Folders((tmp_path / "own",)).find("../secret.txt") is None
