"""The message's bytes: headers folded right for Vietnamese, parts, Message-ID.

The standard library's header folder loses spaces of Vietnamese text and refolds every header of every
message, so the few headers of a letter are assembled here by hand (RFC 5322, RFC 2047, RFC 2046).
"""

from __future__ import annotations

import hashlib
import re
from binascii import b2a_base64
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from struct import unpack

from notifiers.address import ascii_address, safe

CRLF = "\r\n"
LINE = 76
WORD = 75
REFERENCES = 10
CASES = 500  # more would near the 100 kB of headers at which mail servers cut
_KIND = re.compile(r"[a-z][a-z-]*")
_KEY = re.compile(r"[!-+\--~]+")  # visible ASCII but the comma that separates keys
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """A letter before it is bytes. ``cases``: worst first; ``date``: aware; ``key``: the letter's own key."""

    sender: str
    recipient: str
    subject: str
    date: datetime
    key: str
    kind: str
    text: str
    html: str
    sender_name: str = ""
    recipient_name: str = ""
    reply_to: str = ""
    cases: tuple[str, ...] = ()


def message_id(key: str, domain: str) -> str:
    """The Message-ID of the letter with ``key``: the same key gives the same id, for ever."""
    return f"<{hashlib.sha256(key.encode()).hexdigest()[:32]}@{domain}>"


def thread_root(case_key: str, domain: str) -> str:
    """The id of a message that never existed, to which every letter about the case refers."""
    return message_id(case_key, domain)


def compose(mail: Mail) -> bytes:
    """The whole message with CRLF line ends; raises ValueError on text that has no place in a header."""
    return joined(pieces(mail))


def joined(pieces: Sequence[bytes]) -> bytes:
    """The message of these pieces: every second one is text and goes in base64, the others go as they are.

    Letters are kept in pieces and are put together again for years to come: the lines must not become others.
    """
    return b"".join([encoded(piece) if place % 2 else piece for place, piece in enumerate(pieces)])


def pieces(mail: Mail) -> tuple[bytes, ...]:
    """What ``joined`` makes the message of; raises ValueError on text that has no place in a header."""
    sender, recipient = ascii_address(mail.sender), ascii_address(mail.recipient)
    if not _KIND.fullmatch(mail.kind):
        raise ValueError(f"{mail.kind!r} is not a kind of letter")
    domain = sender.rpartition("@")[2]
    own_id = message_id(mail.key, domain)
    headers = [
        _person("From", mail.sender_name, sender),
        _person("To", mail.recipient_name, recipient),
        _unstructured("Subject", mail.subject),
        f"Date: {_date(mail.date)}",
        f"Message-ID: {own_id}",
        *_thread(mail.cases, domain),
        "Auto-Submitted: auto-generated",
        "X-Auto-Response-Suppress: All",
        f"List-Id: <{mail.kind}.duewatch.{domain}>",
        f"X-Duewatch-Letter: {mail.kind}",
        *_cases(mail.cases),
    ]
    if mail.reply_to:
        headers.insert(2, _person("Reply-To", "", ascii_address(mail.reply_to)))
    if mail.kind == "digest":
        headers.append("Precedence: bulk")
    boundary = f"=_{own_id[1:33]}"  # base64 holds no underscore: no part can contain it
    headers += ["MIME-Version: 1.0", f'Content-Type: multipart/alternative;{CRLF} boundary="{boundary}"']
    return (
        f"{CRLF.join(headers)}{CRLF}{CRLF}{_opening(boundary, 'plain')}".encode("ascii"),
        _body(mail.text),
        _opening(boundary, "html").encode("ascii"),
        _body(mail.html),
        f"--{boundary}--{CRLF}".encode("ascii"),
    )


def _words(text: str, room: int) -> list[str]:
    """``text`` as RFC 2047 words, whole characters in each, the first at most ``room`` columns long."""
    raw = text.encode()
    words, start = [], 0
    while start < len(raw):
        end = min(start + max((room - 12) // 4 * 3, 4), len(raw))
        while end < len(raw) and raw[end] & 0xC0 == 0x80:
            end -= 1
        words.append(f"=?utf-8?b?{b2a_base64(raw[start:end], newline=False).decode('ascii')}?=")
        start, room = end, WORD
    return words


def _needs_words(text: str) -> bool:
    """Whether a reader would change ``text``: folded or trimmed spaces, or something that looks encoded."""
    return not text.isascii() or "=?" in text or text != " ".join(text.split())


def _unstructured(name: str, text: str) -> str:
    safe(text, name)
    room = LINE - len(name) - 2
    if not _needs_words(text) and len(text) <= room:
        return f"{name}: {text}"
    return f"{name}: {(CRLF + ' ').join(_words(text, min(room, WORD)))}"


def _person(name: str, display: str, address: str) -> str:
    safe(display, name)
    if not display:
        return f"{name}: {address}"
    if _needs_words(display) or len(display) + len(name) + 6 > LINE:
        words = _words(display, LINE - len(name) - 2)
    else:
        escaped = display.replace("\\", "\\\\").replace('"', '\\"')
        words = [f'"{escaped}"']
    used = len(words[-1]) + (len(name) + 2 if len(words) == 1 else 1)
    gap = " " if used + len(address) + 3 <= LINE else CRLF + " "
    return f"{name}: {(CRLF + ' ').join(words)}{gap}<{address}>"


def _date(moment: datetime) -> str:
    if moment.utcoffset() is None:
        raise ValueError("a letter's date needs a zone")
    day, month = _DAYS[moment.weekday()], _MONTHS[moment.month - 1]
    return f"{day}, {moment.day:02d} {month} {moment.year:04d} {moment:%H:%M:%S %z}"


def _thread(cases: tuple[str, ...], domain: str) -> list[str]:
    roots = list(dict.fromkeys(thread_root(case, domain) for case in cases[:REFERENCES]))
    if not roots:
        return []
    return [f"In-Reply-To: {roots[0]}", f"References: {(CRLF + ' ').join(roots)}"]


def _cases(cases: tuple[str, ...]) -> list[str]:
    """The keys, folded at commas; past ``CASES`` of them the number left out stands in its own header."""
    for key in cases:
        if not _KEY.fullmatch(key):
            raise ValueError(f"{key!r} is not a case's key")
    lines: list[str] = []
    width = len("X-Duewatch-Case: ")
    named = cases[:CASES]
    for position, key in enumerate(named):
        entry = key if position == len(named) - 1 else f"{key},"
        if lines and width + len(entry) <= LINE:
            lines[-1] += entry
            width += len(entry)
        else:
            lines.append(entry)
            width = len(entry) + (1 if len(lines) > 1 else width)
    if not lines:
        return []
    header = f"X-Duewatch-Case: {(CRLF + ' ').join(lines)}"
    left_out = len(cases) - len(named)
    return [header, f"X-Duewatch-More-Cases: {left_out}"] if left_out else [header]


def _opening(boundary: str, subtype: str) -> str:
    return (
        f"--{boundary}{CRLF}Content-Type: text/{subtype}; charset=utf-8{CRLF}"
        f"Content-Transfer-Encoding: base64{CRLF}{CRLF}"
    )


def _body(content: str) -> bytes:
    """One part's text; its own line ends are CRLF, as RFC 2045 wants them below the encoding."""
    if "\r" in content:
        content = content.replace("\r\n", "\n").replace("\r", "\n")
    return content.replace("\n", CRLF).encode()


def encoded(text: bytes) -> bytes:
    """Base64 in lines of 76 signs, the longest that RFC 2045 allows."""
    packed = b2a_base64(text, newline=False)
    whole, rest = divmod(len(packed), LINE)
    lines = unpack(f"{LINE}s" * whole + f"{rest}s" * (rest > 0), packed)  # four times faster than slices
    return b"\r\n".join(lines) + b"\r\n"
