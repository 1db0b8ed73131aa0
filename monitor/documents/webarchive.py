"""Web pages saved with their pictures (MHTML): the page is one part of a letter."""

from __future__ import annotations

from email import message_from_bytes
from email.errors import MessageError

from monitor.documents.content import Unreadable


def page_in(content: bytes) -> bytes:
    """The bytes of the page; raises Unreadable for an archive without one."""
    try:
        parts = [
            part for part in message_from_bytes(content).walk() if part.get_content_type() == "text/html"
        ]
        page = parts[0].get_payload(decode=True) if parts else None
    except (MessageError, ValueError, LookupError) as fault:
        raise Unreadable("is damaged: it is named or begins like a web archive but is none") from fault
    if not isinstance(page, bytes) or not page.strip():
        raise Unreadable("is a web archive without a page in it: save the page as HTML")
    return page
