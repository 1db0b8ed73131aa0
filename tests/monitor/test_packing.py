"""Letters as they lie in the store: whatever their pieces are, what comes out is what went to the server."""

from __future__ import annotations

import email
import email.policy
import zlib
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from monitor.packing import pack, unpack
from notifiers.mime import compose, encoded, joined, pieces
from tests.notifiers.test_mime import MAIL

# Packed once and for all: this letter must come out so as long as letters are kept.
KEPT = bytes.fromhex(
    "00780133325630b750b0e4722bcacfb552487448ad48cc2dc849d5cb2f4ae7e5e2e50acb7cb8bb3d5921eff0824a8523131f"
    "eeda9fa790f170d7c23c1d85b2c30b14b2330e6fc94b5748cc04ca1ddbf070f7e26485c2d2c3abf214ca10daac14920e2fcc"
    "574806127ababaa97929bababc5c00f4dd3155"
)
SENT = (
    b"From: a@example.org\r\n\r\n"
    b"Vmnhu4djIG7DoHkgxJHhur9uIGjhuqFuLCB2w6Aga2jDtG5nIGFpIMSRxrDhu6NjIHF1w6puIHZp\r\n4buHYyBuw6B5OiBiw6FvIGPDoW8u\r\n"
    b"--end--\r\n"
)
PAGE = "\n".join(
    f'<tr><td class="day">hạn {day}</td><td>Báo cáo của cơ quan số {day}</td></tr>' for day in range(300)
)


@given(st.lists(st.binary(max_size=500), max_size=6))
def test_pieces_come_out_as_the_message_that_went(given_pieces: list[bytes]) -> None:
    assert unpack(pack(given_pieces)) == joined(given_pieces)


@pytest.mark.parametrize("content", [b"", b"no letter at all", b"\0nor this"])
def test_bytes_that_were_never_packed_are_refused(content: bytes) -> None:
    with pytest.raises(zlib.error):
        unpack(content)


@given(st.binary(max_size=500))
def test_bytes_without_pieces_come_out_as_they_were(content: bytes) -> None:
    assert unpack(pack((content,))) == content


def test_what_was_packed_whole_is_read_for_ever() -> None:
    assert unpack(zlib.compress(compose(MAIL), 1)) == compose(MAIL)


def test_a_letter_that_was_kept_comes_out_as_it_was_sent() -> None:
    assert unpack(KEPT) == SENT


def test_a_letter_in_pieces_is_the_letter_that_is_composed() -> None:
    assert unpack(pack(pieces(MAIL))) == compose(MAIL)
    text, html = (pieces(MAIL)[place].decode() for place in (1, 3))
    assert (text, html) == (MAIL.text.replace("\n", "\r\n"), MAIL.html.replace("\n", "\r\n"))


@pytest.mark.parametrize("size", [0, 1, 56, 57, 58, 113, 114, 115])
def test_text_in_lines_of_base64_is_what_any_reader_makes_text_of(size: int) -> None:
    text = bytes(range(65, 65 + size % 26)) + b"d" * (size - size % 26)
    message = b"Content-Transfer-Encoding: base64\r\n\r\n" + encoded(text)
    assert email.message_from_bytes(message, policy=email.policy.default).get_payload(decode=True) == text
    assert {len(line) for line in encoded(text).splitlines()[:-1]} <= {76}


def test_a_letter_takes_far_less_room_than_its_base64_would() -> None:
    said = pieces(replace(MAIL, html=PAGE))
    assert len(pack(said)) < len(zlib.compress(joined(said), 1)) / 2
