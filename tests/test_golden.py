"""The approved letters: a change of theirs is seen, and is made on purpose (``python -m tests.golden``)."""

from __future__ import annotations

from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from tests.golden import FOLDER, letters

NOW = letters()


@pytest.mark.parametrize("name", sorted(NOW))
def test_a_letter_is_as_it_was_approved(name: str) -> None:
    approved = (FOLDER / name).read_bytes()
    # Words first: a difference in base64 tells nobody anything.
    assert _words(NOW[name]) == _words(approved)
    assert NOW[name] == approved


def test_no_approved_letter_is_left_over() -> None:
    assert {path.name for path in FOLDER.glob("*.eml")} == set(NOW)


@pytest.mark.parametrize("name", sorted(NOW))
def test_a_letter_weighs_at_most_100_kb(name: str) -> None:
    assert len(NOW[name]) <= 100_000


@pytest.mark.parametrize("name", sorted(NOW))
def test_text_stands_before_html_and_both_speak_of_the_same_cases(name: str) -> None:
    message = _message(NOW[name])
    parts = [part.get_content_type() for part in message.iter_parts()]
    assert parts == ["text/plain", "text/html"]
    numbers = [key.strip() for key in str(message.get("X-Duewatch-Case", "")).split(",") if key.strip()]
    if "watch" not in name:
        text, html = _words(NOW[name])[1:]
        assert all(key in text and key in html for key in numbers)


def _message(content: bytes) -> EmailMessage:
    message = message_from_bytes(content, policy=policy.default)
    assert isinstance(message, EmailMessage)
    return message


def _words(content: bytes) -> tuple[str, str, str]:
    message = _message(content)
    text, html = (part.get_content() for part in message.iter_parts())
    return str(message["Subject"]), str(text), str(html)
