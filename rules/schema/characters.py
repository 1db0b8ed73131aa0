"""Which characters, days, ids and addresses a rule file may hold."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Generator, Iterator
from datetime import date

from rules.lines import KeyPath

YEARS = range(1900, 2200)

_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_ADDRESS = re.compile(rf"(?=[^@]{{1,64}}@)(?=.{{3,254}}$){_ATOM}(?:\.{_ATOM})*@{_LABEL}(?:\.{_LABEL})*")

# Control, format (bidi, zero-width), surrogate, private and unassigned characters, line and paragraph separators.
_BANNED = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
_SOFT_HYPHEN = "\u00ad"
# The law's own words keep their soft hyphens; a long quotation keeps its lines.
_ALLOWED = {"quote": frozenset("\n\t" + _SOFT_HYPHEN), "deadline": frozenset(_SOFT_HYPHEN)}


def is_id(text: str) -> bool:
    """True for a-z, 0-9 and hyphens, at most 64 of them, not beginning with a hyphen."""
    return _ID.fullmatch(text) is not None


def is_address(text: str) -> bool:
    """True for a plain ASCII e-mail address that cannot smuggle anything into a header."""
    return _ADDRESS.fullmatch(text) is not None


def banned(text: str, allowed: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """The characters of this text that no rule file may hold, as U+XXXX, each once."""
    if text.isprintable():
        return ()
    found = (sign for sign in text if sign not in allowed and unicodedata.category(sign) in _BANNED)
    return tuple(dict.fromkeys(_named(sign) for sign in found))


def shown(text: str) -> str:
    """The text made safe for a terminal: banned characters as <U+XXXX>."""
    if text.isprintable():
        return text
    return "".join(f"<{_named(sign)}>" if unicodedata.category(sign) in _BANNED else sign for sign in text)


def clean(table: dict[str, object]) -> Iterator[tuple[KeyPath, str]]:
    """Puts every string of the tree into NFC, in place, and yields the keys of what no rule file may hold."""
    for key, value in table.items():
        table[key] = yield from _cleaned(value, (key,), _ALLOWED.get(key, frozenset()))


def _cleaned(
    value: object, path: KeyPath, allowed: frozenset[str]
) -> Generator[tuple[KeyPath, str], None, object]:
    match value:
        case str():
            signs = banned(value, allowed)
            if signs:
                yield path, f"holds the character {', '.join(signs)}, which no rule file may hold"
            return unicodedata.normalize("NFC", value)
        case date() if value.year not in YEARS:
            yield path, f"lies outside the years {YEARS.start} to {YEARS.stop - 1}"
        case list():
            for number, part in enumerate(value):
                value[number] = yield from _cleaned(part, (*path, number), allowed)
        case dict():
            for key, part in value.items():
                value[key] = yield from _cleaned(part, (*path, key), _ALLOWED.get(key, frozenset()))
    return value


def _named(sign: str) -> str:
    return f"U+{ord(sign):04X}"
