"""The folder channel: whole files only, one name a letter."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from notifiers.base import Accepted, Deferred, Letter
from notifiers.folder import FolderNotifier, FolderSettings, file_name, write_letter


def a_letter(number: int = 12, recipient: str = "lan@example.org", content: bytes = b"one\r\n") -> Letter:
    return Letter(number, "<00ff1122aabbccdd@example.org>", "duewatch@example.org", recipient, content)


@pytest.mark.asyncio
async def test_a_letter_is_one_eml_file_with_exactly_its_bytes(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "letters"
    receipt = await FolderNotifier(FolderSettings(path=folder)).deliver(a_letter(content=b"a\r\n.\r\n\xff"))
    assert isinstance(receipt, Accepted)
    (written,) = folder.iterdir()
    assert written.name == "000012-lan-example-org-00ff1122.eml"
    assert written.read_bytes() == b"a\r\n.\r\n\xff"


def test_a_letter_sent_again_takes_its_own_place(tmp_path: Path) -> None:
    write_letter(tmp_path, a_letter())
    write_letter(tmp_path, a_letter())
    assert len(list(tmp_path.iterdir())) == 1


def test_letters_to_many_people_do_not_overwrite_each_other(tmp_path: Path) -> None:
    for number in range(1, 6):
        write_letter(tmp_path, a_letter(number))
    assert len(list(tmp_path.glob("*.eml"))) == 5


@pytest.mark.parametrize("recipient", ["../../etc/passwd", "a/b@c", "\x00@x", "", "." * 300, "Đặng@ví-dụ.vn"])
def test_no_recipient_leads_out_of_the_folder(tmp_path: Path, recipient: str) -> None:
    letter = Letter(1, "<../../x>", "s@example.org", recipient, b"x")
    written = write_letter(tmp_path / "letters", letter)
    assert written.resolve().parent == (tmp_path / "letters").resolve()
    assert len(file_name(letter)) < 100


def test_a_leftover_of_a_crash_is_replaced_and_never_taken_for_a_letter(tmp_path: Path) -> None:
    leftover = tmp_path / f".{file_name(a_letter())}.part"
    leftover.write_bytes(b"half a lett")
    write_letter(tmp_path, a_letter(content=b"whole\r\n"))
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"whole\r\n"]


def test_a_link_laid_under_the_unfinished_name_is_not_followed(tmp_path: Path) -> None:
    victim = tmp_path / "victim"
    victim.write_bytes(b"precious")
    folder = tmp_path / "letters"
    folder.mkdir()
    (folder / f".{file_name(a_letter())}.part").symlink_to(victim)
    with pytest.raises(OSError, match="symbolic"):
        write_letter(folder, a_letter())
    assert victim.read_bytes() == b"precious"


@pytest.mark.asyncio
async def test_a_full_disk_defers_the_letter_and_leaves_nothing_half_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    receipt = await FolderNotifier(FolderSettings(path=tmp_path)).deliver(a_letter())
    assert receipt == Deferred(f"cannot write into {tmp_path}: No space left on device", "host", alarm=True)
    assert list(tmp_path.iterdir()) == []
