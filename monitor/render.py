"""Letters from templates: sandboxed, strict about unknown names, styled once per template, bounded in size."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import fields
from datetime import datetime
from functools import cached_property
from pathlib import Path
from types import TracebackType

from css_inline import CSSInliner
from jinja2 import (
    BaseLoader,
    Environment,
    StrictUndefined,
    TemplateError,
    TemplateNotFound,
    TemplateSyntaxError,
)
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from monitor import letterhead, samples
from monitor.claim import Claim, Rendered
from monitor.foreign import visible
from monitor.lore import Lore
from monitor.views import Bar, Block, Card, Page, Room, Row, Section
from monitor.views_letters import FULL, page_of
from monitor.wording import REFERENCE, Words
from rules.model import Fault, Officer
from rules.setting import Setting

CAP = 256 * 1024
# A whole letter, in bytes; Gmail cuts what is longer. Headers take their part, base64 adds a third and line ends.
LARGEST, HEADERS, SWELL = 100_000, 1_500, 1.37
TRIES = 12
# So many cases a message's headers name.
CASES_NAMED = 500
STYLES = "letter.css"
AT_RULES = "<!-- at-rules -->"
VIEWS: dict[type, frozenset[str]] = {
    view: frozenset(field.name for field in fields(view)) for view in (Bar, Block, Card, Page, Row, Section)
}
# What a template can do wrong; anything else is a mistake of ours.
MISHAPS = (
    TemplateError,
    ArithmeticError,
    LookupError,
    TypeError,
    ValueError,
    AttributeError,
    RuntimeError,
    OSError,
)

_START_TAG = re.compile(r"<[a-z][a-z0-9]*(?:\s[^<>]*?)?\sclass=\"([^\"]*)\"[^<>]*>")
_STYLED = re.compile(r'<i class="([^"]*)" style="([^"]*)">')
_STYLE_BLOCK = re.compile(r"<style>(.*?)</style>", re.DOTALL)


class BrokenTemplate(Exception):
    """A template cannot be rendered; ``fault`` says which, where and why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(str(fault))
        self.fault = fault


class Renderer:
    """Letters in every language that a templates folder speaks; the operator's folders come before ours."""

    def __init__(self, folders: Sequence[Path] = (), fallback: str = "vi") -> None:
        self._folders = letterhead.Folders((*folders, letterhead.builtin()))
        self._fallback = fallback
        self._pages = _environment(self._folders)
        self._lores: dict[str, Lore] = {}

    @property
    def languages(self) -> tuple[str, ...]:
        """Every language with words of its own."""
        return self._folders.languages

    def render(self, claim: Claim, recipient: Officer, setting: Setting, now: datetime) -> Rendered:
        """The letter of this claim in the recipient's language, at most 100 kB of mail; raises BrokenTemplate."""
        lore, room, budget = self._lore(recipient.language, setting), FULL, _budget(claim)
        for _ in range(TRIES):
            rendered = self._filled(claim, recipient, now, lore, room)
            weight = len(rendered.text.encode()) + len(rendered.html.encode())
            if weight <= budget:
                return rendered
            room = room.smaller(weight / budget)
        raise BrokenTemplate(
            Fault(claim.kind, 1, "", f"a letter of {LARGEST // 1000} kB cannot hold one case")
        )

    def plain(self, claim: Claim, recipient: Officer, setting: Setting, now: datetime) -> Rendered:
        """A letter made without any template, for the day on which one of them is broken."""
        words = Words(REFERENCE, self._folders.builtin_words(recipient.language, self._fallback))
        page = page_of(claim, recipient, now, Lore(words, setting), Room(5, 20))
        return letterhead.plain(page)

    def _lore(self, language: str, setting: Setting) -> Lore:
        """The words of this language, or of the fallback where nobody has translated it; a new setting forgets."""
        spoken = language if language in self.languages else self._fallback
        lore = self._lores.get(spoken)
        if lore is None or lore.setting is not setting:
            lore = self._lores[spoken] = Lore(Words(spoken, self._folders.words(spoken)), setting)
        return lore

    def source(self, name: str) -> str:
        """A template as it is compiled: with its styles in the tags."""
        loader = self._pages.loader
        return loader.get_source(self._pages, name)[0] if loader is not None else ""

    def faults(self) -> tuple[Fault, ...]:
        """Every mistake in words and templates: each letter of each language is rendered with sample cases."""
        found = list(self._folders.faults())
        setting = samples.setting()
        for language in self.languages:
            for _, claim in samples.named():
                try:
                    self.render(claim, samples.reader(language, claim), setting, samples.NOW)
                except BrokenTemplate as broken:
                    found.append(broken.fault)
        return tuple(dict.fromkeys(found))

    def _filled(self, claim: Claim, reader: Officer, now: datetime, lore: Lore, room: Room) -> Rendered:
        page = page_of(claim, reader, now, lore, room)
        folder = f"{page.language}/{page.kind}"
        subject = visible(self._part(f"{folder}/subject.txt", page), 150)
        return Rendered(
            subject, self._part(f"{folder}/body.txt", page), self._part(f"{folder}/body.html", page)
        )

    def _part(self, name: str, page: Page) -> str:
        try:
            return _bounded(self._pages.get_template(name).generate(page=page), name)
        except MISHAPS as mishap:
            raise BrokenTemplate(self._fault(name, mishap)) from mishap

    def _fault(self, name: str, mishap: Exception) -> Fault:
        file, line = name, 1
        if isinstance(mishap, TemplateSyntaxError):
            file, line = mishap.filename or mishap.name or name, mishap.lineno
        elif isinstance(mishap, TemplateNotFound):
            return Fault(name, 1, "", f"template {mishap.name} is missing")
        else:
            file, line = _place(mishap.__traceback__, self._folders.roots) or (file, line)
        return Fault(file, line, name, visible(str(mishap) or type(mishap).__name__, 300))


def _budget(claim: Claim) -> int:
    """How many bytes both parts may have together: the cases' keys stand in a header of their own."""
    keys = sum(len(entry.notice.case or "") + 2 for entry in claim.entries[:CASES_NAMED])
    return int((LARGEST - HEADERS - keys) / SWELL)


def _bounded(pieces: Iterator[str], name: str) -> str:
    """The whole text; a template that writes without end is stopped."""
    found, size = [], 0
    for piece in pieces:
        size += len(piece)
        if size > CAP:
            raise SecurityError(f"{name} writes more than {CAP // 1024} KB")
        found.append(piece)
    return "".join(found)


def _place(trace: TracebackType | None, roots: Sequence[Path]) -> tuple[str, int] | None:
    """The innermost template line of a traceback, which Jinja2 has translated to the template's own lines."""
    place = None
    while trace is not None:
        file = trace.tb_frame.f_code.co_filename
        if any(file.startswith(str(root)) for root in roots):
            place = file, trace.tb_lineno
        trace = trace.tb_next
    return place


class _Sandbox(ImmutableSandboxedEnvironment):
    """Stops ``"x" * 10**9`` too, which the sandbox of Jinja2 lets through."""

    intercepted_binops = frozenset({"*", "**"})

    def getattr(self, obj: object, attribute: str) -> object:
        """A view's fields without the sandbox's many questions: that is two thirds of a letter's time."""
        if attribute in VIEWS.get(type(obj), ()):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        if operator == "**" or not (isinstance(left, int) and isinstance(right, int)):
            raise SecurityError(f"{operator} is for whole numbers only")
        return left * right


def _environment(folders: letterhead.Folders) -> Environment:
    return _Sandbox(
        loader=_StyledLoader(folders),
        autoescape=_is_html,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        cache_size=-1,
        auto_reload=False,
    )


def _is_html(name: str | None) -> bool:
    """Escapes everything but the text parts: a name nobody thought of is escaped rather than not."""
    return name is None or not name.endswith(".txt")


class _StyledLoader(BaseLoader):
    """Templates with their styles written into the start tags, once per template and not per letter."""

    def __init__(self, folders: letterhead.Folders) -> None:
        self._folders = folders

    @cached_property
    def _inliner(self) -> CSSInliner:
        # Without the flag a stylesheet's address in a template would be fetched from the network.
        css = self._folders.read(STYLES) or ""
        return CSSInliner(load_remote_stylesheets=False, keep_at_rules=True, extra_css=css)

    def get_source(
        self, environment: Environment, template: str
    ) -> tuple[str, str | None, Callable[[], bool] | None]:
        path = self._folders.find(template)
        source = self._folders.read(template)
        if path is None or source is None:
            raise TemplateNotFound(template)
        return self._styled(source, template, str(path)), str(path), None

    def _styled(self, source: str, name: str, path: str) -> str:
        """The same source with a style attribute in each start tag that has a class.

        Only a skeleton with the classes goes through the inliner: an HTML parser would tear Jinja2's own tags
        out of tables. A class is therefore a literal name, and styles select by class alone.
        """
        if not name.endswith(".html"):
            return source
        styles = self._styles(source, name, path)

        def write(tag: re.Match[str]) -> str:
            style = styles[tag[1]]
            return (
                tag[0].replace(f'class="{tag[1]}"', f'class="{tag[1]}" style="{style}"', 1)
                if style
                else tag[0]
            )

        return _START_TAG.sub(write, source).replace(AT_RULES, f"<style>{self._at_rules()}</style>")

    def _styles(self, source: str, name: str, path: str) -> Mapping[str, str]:
        classes: dict[str, str] = {}
        for tag in _START_TAG.finditer(source):
            if "{" in tag[1]:
                line = source.count("\n", 0, tag.start()) + 1
                raise TemplateSyntaxError("a class is a literal name, without braces", line, name, path)
            classes[tag[1]] = ""
        skeleton = "".join(f'<i class="{known}" style=""></i>' for known in classes)
        page = self._inliner.inline(f"<!DOCTYPE html><html><head></head><body>{skeleton}</body></html>")
        classes.update((known, style.strip()) for known, style in _STYLED.findall(page))
        return classes

    def _at_rules(self) -> str:
        page = self._inliner.inline("<!DOCTYPE html><html><head></head><body></body></html>")
        return "".join(_STYLE_BLOCK.findall(page)).strip()
