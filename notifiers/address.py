"""Addresses: what a mailbox may look like before it is allowed near a header or an SMTP command."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

UNSAFE = re.compile(
    "[\x00-\x1f\x7f-\x9f\u2028\u2029"  # controls and everything that some reader takes for a line end
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # bidi marks: text that shows other than it is
    "\ud800-\udfff]"  # half characters: no UTF-8
)
_LOCAL = re.compile(r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?")
_NAMED = re.compile(r'(?:"(?P<quoted>(?:[^"\\]|\\.)*)"|(?P<bare>[^"<>]*?))\s*<(?P<address>[^<>]*)>')


@dataclass(frozen=True, slots=True)
class Mailbox:
    """A display name, perhaps empty, and an address in its ASCII form."""

    name: str
    address: str

    @property
    def domain(self) -> str:
        return self.address.rpartition("@")[2]


def safe(text: str, what: str) -> str:
    """``text`` itself; raises ValueError, naming the character, where it holds a control or bidi sign."""
    found = UNSAFE.search(text)
    if found:
        raise ValueError(f"{what} holds the character U+{ord(found[0]):04X}")
    return text


@lru_cache(maxsize=4096)  # every letter asks for its sender, and twice for its reader
def ascii_address(text: str) -> str:
    """The address with its domain in IDNA form (RFC 5321, 5890); raises ValueError with a plain reason."""
    local, at, domain = safe(text, "the address").rpartition("@")
    if not at or not local or not domain:
        raise ValueError(f"{text!r} is not an address: it needs a name, an @ and a domain")
    if not local.isascii():
        raise ValueError(f"{text!r}: the part before the @ must be plain ASCII")
    if not _LOCAL.fullmatch(local) or len(local) > 64:
        raise ValueError(f"{text!r}: the part before the @ is not one that mail servers take")
    address = f"{local}@{_ascii_domain(domain, text)}"
    if len(address) > 254:
        raise ValueError(f"{text!r} is longer than the 254 characters that an address may have")
    return address


def _ascii_domain(domain: str, text: str) -> str:
    try:
        plain = domain if domain.isascii() else domain.encode("idna").decode("ascii")
    except UnicodeError:
        raise ValueError(f"{text!r}: {domain!r} is not a domain") from None
    labels = plain.split(".")
    if len(plain) > 253 or not all(len(label) <= 63 and _LABEL.fullmatch(label) for label in labels):
        raise ValueError(f"{text!r}: {domain!r} is not a domain")
    return plain


@lru_cache(maxsize=16)  # every letter asks who it is from
def mailbox(text: str) -> Mailbox:
    """Read ``Name <a@b>``, ``"Name" <a@b>`` or ``a@b``; raises ValueError."""
    named = _NAMED.fullmatch(safe(text, "the address").strip())
    if named is None:
        return Mailbox("", ascii_address(text.strip()))
    quoted = named["quoted"]
    name = named["bare"] if quoted is None else re.sub(r"\\(.)", r"\1", quoted)
    return Mailbox(name.strip(), ascii_address(named["address"].strip()))
