"""config.example.toml holds every key with its default; what stands commented out is read as well."""

from __future__ import annotations

import re
import tomllib
from datetime import timedelta
from pathlib import Path

from pydantic import BaseModel

from monitor.config import DIRECTORY, Config, Source, load_config

EXAMPLE = Path(__file__).resolve().parent.parent.parent / "config.example.toml"
# A commented-out setting or table head, as against a sentence.
_SETTING = re.compile(r"^# ((\[\[?[a-z]+\]\]?|[a-z_]+ *= *\S).*)$", re.MULTILINE)


def keys(section: type[BaseModel]) -> set[str]:
    return {field.alias or name for name, field in section.model_fields.items()}


def with_comments_read() -> str:
    return _SETTING.sub(r"\1", EXAMPLE.read_text(encoding="utf-8"))


def test_the_example_as_it_stands_is_the_defaults() -> None:
    config = load_config(EXAMPLE, {})
    defaults = Config()
    for name in Config.model_fields:
        if name not in {"folder", "directory"}:
            assert getattr(config, name) == getattr(defaults, name), name
    assert config.folder.path == EXAMPLE.parent / defaults.folder.path
    assert config.directory is None


def test_every_key_stands_in_it_and_no_other() -> None:
    tree = tomllib.loads(with_comments_read())
    assert set(tree) == keys(Config)
    for name, field in Config.model_fields.items():
        section = field.annotation
        if isinstance(section, type) and issubclass(section, BaseModel):
            assert set(tree[field.alias or name]) == keys(section), name
    assert [set(source) for source in tree["source"]] == [keys(Source)]


def test_what_is_commented_out_is_the_default_too(tmp_path: Path) -> None:
    file = tmp_path / "config.toml"
    file.write_text(with_comments_read(), encoding="utf-8")
    file.chmod(0o600)
    (tmp_path / DIRECTORY).write_text("", encoding="utf-8")
    config = load_config(file, {})
    assert config.directory == tmp_path / DIRECTORY
    [source] = config.source
    plain = Source(name="agency-reports", path=tmp_path / "var/reports", agencies=("@provinces",))
    assert source == plain
    assert source.every == timedelta(minutes=5)


def test_every_setting_says_why() -> None:
    for line in with_comments_read().splitlines():
        if re.match(r"[a-z_]+ *=", line):
            assert re.search(r"  # \S", line), line
