"""Letters come out of bytes as they were typed, or the file is refused in a sentence: never garbage."""

from __future__ import annotations

import random

import pytest

from monitor.documents import read_document_bytes
from tests.monitor.documents.test_refusals import refusal

PLAIN = "Bộ Y tế chủ trì, phối hợp với Bộ Tài chính rà soát, báo cáo trước ngày 30/6/2016.\n"


@pytest.mark.parametrize("mark", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
def test_wide_encodings_with_their_mark_are_read(mark: str) -> None:
    assert read_document_bytes(("\ufeff" + PLAIN).encode(mark), "x.txt").text == PLAIN


def test_utf_32_that_breaks_off_is_refused() -> None:
    assert "UTF-32" in refusal("văn".encode("utf-32")[:-1], "x.txt")


@pytest.mark.parametrize("taken_for", ["cp1252", "latin-1", "mac_roman"])
def test_letters_saved_twice_are_refused_as_garbled(taken_for: str) -> None:
    # Where Windows-1252 has no letter for a byte, browsers and editors keep the byte's number.
    twice = "".join(
        byte.decode(taken_for, "ignore") or byte.decode("latin-1")
        for byte in (bytes([code]) for code in PLAIN.encode())
    )
    for name in ("x.txt", "x.csv"):
        assert "garbled" in refusal(twice.encode(), name)


def test_lost_letters_are_refused_as_garbled() -> None:
    assert "lost" in refusal(PLAIN.encode("ascii", "replace").replace(b"?", "\ufffd".encode()), "x.txt")


def test_one_garbled_name_does_not_refuse_a_document() -> None:
    assert read_document_bytes(f"{PLAIN * 3} (tệp: Bá»™ Y táº¿)".encode(), "x.txt").text


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("name", ["-", "x.txt", "x.csv", "x.html"])
def test_bytes_of_no_text_are_called_none(seed: int, name: str) -> None:
    noise = random.Random(seed).randbytes(2000)
    assert "no text" in refusal(noise, name)
    assert "no text" in refusal(noise.replace(b"\0", b"\1"), name)
