"""Letters as somebody reads them who has never seen the program that wrote them."""

from __future__ import annotations

import base64
import email
import re
from dataclasses import dataclass
from email.message import Message


@dataclass(frozen=True, slots=True)
class Post:
    """A letter read twice: its heads by hand after RFC 2047, its parts by the standard library."""

    message_id: str
    kind: str
    recipient: str
    name: str
    subject: str
    cases: tuple[str, ...]
    text: str
    html: str


def read(content: bytes) -> Post:
    """Read the bytes; fails where a part or a head does not decode, or the two readings differ."""
    message = email.message_from_bytes(content)
    assert not message.defects, message.defects
    heads = content.split(b"\r\n\r\n", 1)[0].decode("ascii")
    name, _, address = by_hand(heads, "To").rpartition(" <")
    return Post(
        message_id=by_hand(heads, "Message-ID"),
        kind=by_hand(heads, "X-Duewatch-Letter"),
        recipient=address.rstrip(">"),
        name=name.strip('"'),
        subject=by_hand(heads, "Subject"),
        cases=tuple(by_hand(heads, "X-Duewatch-Case").replace(" ", "").split(",")),
        text=_part(message, "text/plain"),
        html=_part(message, "text/html"),
    )


def by_hand(heads: str, name: str) -> str:
    """One head's value; "" where there is none. White space between two encoded words is no text."""
    unfolded = re.sub(r"\r\n(?=[ \t])", "", heads)
    found = re.search(rf"(?mi)^{re.escape(name)}: (.*?)\r?$", unfolded)
    if found is None:
        return ""
    joined = re.sub(r"(?i)(\?=)[ \t]+(?==\?utf-8\?b\?)", r"\1", found[1])
    return re.sub(
        r"(?i)=\?utf-8\?b\?([A-Za-z0-9+/=]*)\?=", lambda word: base64.b64decode(word[1]).decode(), joined
    )


def _part(message: Message, kind: str) -> str:
    (part,) = [part for part in message.walk() if part.get_content_type() == kind]
    content = part.get_payload(decode=True)
    assert isinstance(content, bytes)
    assert part.get_content_charset() == "utf-8"
    return content.decode()
