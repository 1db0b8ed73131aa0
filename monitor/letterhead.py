"""Where templates and words lie, and the letter that needs neither."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cached_property
from html import escape
from pathlib import Path

from monitor.claim import Rendered
from monitor.foreign import visible
from monitor.languages import WORDS, languages
from monitor.views import Card, Page, Row
from monitor.wording import REFERENCE, compare, read_words
from rules.model import Fault

LARGEST = 1_000_000


class Folders:
    """Template folders in the order of search; our own is the last."""

    def __init__(self, roots: Sequence[Path]) -> None:
        self.roots = tuple(root.resolve() for root in roots)

    def find(self, name: str) -> Path | None:
        """The first file of this name; none outside its folder, whatever the name says."""
        for root in self.roots:
            path = (root / name).resolve()
            if path.is_relative_to(root) and path.is_file():
                return path
        return None

    def read(self, name: str) -> str | None:
        """The text of the first file of this name; raises OSError or ValueError for one that is no text."""
        path = self.find(name)
        if path is None:
            return None
        if path.stat().st_size > LARGEST:
            raise ValueError(f"{path} is larger than {LARGEST} bytes")
        return path.read_text(encoding="utf-8")

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """Folders that hold words: ``<language>/words.toml``."""
        return languages(self.roots)

    def words(self, language: str) -> Mapping[str, str]:
        """The language's words, the operator's over ours; English where one is missing."""
        says = dict(self._read_words(self.roots[-1], REFERENCE))
        for root in reversed(self.roots):
            says.update(self._read_words(root, language))
        return says

    def builtin_words(self, language: str, fallback: str) -> tuple[str, Mapping[str, str]]:
        """The language and words that we brought ourselves: this one, else the fallback, else English."""
        for spoken in (language, fallback):
            if own := self._read_words(self.roots[-1], spoken):
                return spoken, {**self._read_words(self.roots[-1], REFERENCE), **own}
        return REFERENCE, self._read_words(self.roots[-1], REFERENCE)

    def _read_words(self, root: Path, language: str) -> Mapping[str, str]:
        path = root / language / WORDS
        try:
            return read_words(path.read_text(encoding="utf-8"), str(path))[0]
        except (OSError, UnicodeDecodeError):
            return {}

    def faults(self) -> tuple[Fault, ...]:
        """What is wrong with folders and words; a language of its own must say every word."""
        found: list[Fault] = []
        reference = self._read_words(self.roots[-1], REFERENCE)
        own = {path.parent.name for path in self.roots[-1].glob(f"*/{WORDS}")}
        for root in self.roots:
            if not root.is_dir():
                found.append(Fault(str(root), 1, "templates", "there is no such folder"))
            for path in sorted(root.glob(f"*/{WORDS}")):
                whole = root == self.roots[-1] or path.parent.name not in own
                found += _word_faults(path, reference, whole)
        return tuple(found)


def _word_faults(path: Path, reference: Mapping[str, str], whole: bool) -> tuple[Fault, ...]:
    try:
        return compare(path.read_text(encoding="utf-8"), str(path), reference, whole)
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        return (Fault(str(path), 1, "", f"cannot be read: {error}"),)


def plain(page: Page) -> Rendered:
    """The page without any template: everything it says, in the order in which it says it."""
    lines = [page.headline, "", *page.cause]
    if page.text:
        lines.append(page.text)
    for section in page.sections:
        lines += ["", section.title]
        for shown in section.cards:
            lines += _card_lines(shown)
        for short in section.rows:
            lines += _row_lines(short)
        lines.append(section.more)
    text = "\n".join(lines).strip() + "\n"
    subject = visible(f"{page.start} — {page.state}" if page.state else page.start, 150)
    html = f'<!DOCTYPE html><html lang="{page.language}"><meta charset="utf-8"><pre>{escape(text)}</pre></html>\n'
    return Rendered(subject, text, html)


def _card_lines(shown: Card) -> list[str]:
    lines = ["", f"{shown.mark} {shown.state} · {shown.agency}", shown.task, *shown.news]
    lines += [f"{label}: {text}" for label, text in shown.facts]
    for block in shown.blocks:
        lines += [f"{block.title}:", *(f"- {line}" for line in block.lines)]
    return lines


def _row_lines(short: Row) -> list[str]:
    return [
        "",
        f"{short.mark} {short.state} · {short.agency} · {short.number}",
        short.task,
        short.note,
        short.coming,
    ]
