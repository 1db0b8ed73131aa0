"""The templates' surroundings: sandboxed, strict about unknown names, escaped, styled once per template."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, MutableMapping
from dataclasses import fields
from functools import cached_property
from types import CodeType

from css_inline import CSSInliner
from jinja2 import BaseLoader, Environment, StrictUndefined, Template, TemplateNotFound, TemplateSyntaxError
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context, Macro
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from monitor import letterhead
from monitor.views import Bar, Block, Card, Page, Row, Section
from rules.kept import MOST

STYLES = "letter.css"
AT_RULES = "<!-- at-rules -->"
VIEWS: dict[type, frozenset[str]] = {
    view: frozenset(field.name for field in fields(view)) for view in (Bar, Block, Card, Page, Row, Section)
}

_START_TAG = re.compile(r"<[a-z][a-z0-9]*(?:\s[^<>]*?)?\sclass=\"([^\"]*)\"[^<>]*>")
_STYLED = re.compile(r'<i class="([^"]*)" style="([^"]*)">')
_STYLE_BLOCK = re.compile(r"<style>(.*?)</style>", re.DOTALL)


class Joined(Template):
    """A compiled template, whose pieces are joined and nothing else: none of them has to be marked as escaped."""

    @classmethod
    def from_code(
        cls,
        environment: Environment,
        code: CodeType,
        globals: MutableMapping[str, object],  # noqa: A002  (the word of Jinja2)
        uptodate: Callable[[], bool] | None = None,
    ) -> Template:
        # A dict of its own: each letter copies it, and a chain of mappings is copied name by name.
        template = super().from_code(environment, code, dict(globals), uptodate)
        if isinstance(environment, Sandbox):
            template.root_render_func.__globals__["escape"] = environment.escaped
        return template


class Sandbox(ImmutableSandboxedEnvironment):
    """Stops ``"x" * 10**9`` too, which the sandbox of Jinja2 lets through."""

    template_class = Joined

    intercepted_binops = frozenset({"*", "**"})

    @cached_property
    def _escaped(self) -> dict[str, str]:
        """Many letters say the same: what was escaped lately, by what it was."""
        return {}

    def escaped(self, shown: object) -> str:
        """Text for HTML; what is marked as HTML stays as it is."""
        if type(shown) is Markup:
            return shown
        if type(shown) is not str:
            return escape(shown)
        known = self._escaped.get(shown)
        if known is None:
            if len(self._escaped) >= MOST:
                self._escaped.clear()
            known = self._escaped[shown] = str(escape(shown))
        return known

    def getattr(self, obj: object, attribute: str) -> object:
        """A view's fields without the sandbox's many questions: that is two thirds of a letter's time."""
        if attribute in VIEWS.get(type(obj), ()):
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)

    def call(self, context: Context, obj: object, *args: object, **kwargs: object) -> object:
        """A macro without the questions that are asked of foreign callables: it holds nothing but template code."""
        if type(obj) is not Macro:
            return super().call(context, obj, *args, **kwargs)
        for given in ("_loop_vars", "_block_vars"):  # for callables that want the context
            kwargs.pop(given, None)
        return obj(context.eval_ctx, *args, **kwargs)

    def call_binop(self, context: Context, operator: str, left: object, right: object) -> object:
        if operator == "**" or not (isinstance(left, int) and isinstance(right, int)):
            raise SecurityError(f"{operator} is for whole numbers only")
        return left * right


def environment(folders: letterhead.Folders) -> Environment:
    """Templates from these folders; compiled ones are kept for good, so a reload makes a new environment."""
    return Sandbox(
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
            line = source.count("\n", 0, tag.start()) + 1
            if "{" in tag[1]:
                raise TemplateSyntaxError("a class is a literal name, without braces", line, name, path)
            if " style=" in tag[0]:
                raise TemplateSyntaxError("a tag has a class or a style, not both", line, name, path)
            classes[tag[1]] = ""
        skeleton = "".join(f'<i class="{known}" style=""></i>' for known in classes)
        page = self._inliner.inline(f"<!DOCTYPE html><html><head></head><body>{skeleton}</body></html>")
        classes.update((known, style.strip().replace(": ", ":")) for known, style in _STYLED.findall(page))
        return classes

    def _at_rules(self) -> str:
        page = self._inliner.inline("<!DOCTYPE html><html><head></head><body></body></html>")
        return "".join(_STYLE_BLOCK.findall(page)).strip()
