"""From bytes to letters: UTF-8, UTF-16 and UTF-32 are read; old font encodings and garbled letters are refused."""

from __future__ import annotations

import codecs
import re
import unicodedata

from monitor.documents.content import Unreadable

_WORD = re.compile(r"\S+")
# Signs that the old fonts put on the places of Vietnamese letters, and that stand in no Vietnamese word.
_TCVN3 = re.compile(r"[A-Za-z][®¬¨©ª«µ¸¶·¹»¼½¾\u00ad§£¤¥¦¡¢]|[®¬¨©ª«µ¸¶·¹»¼½¾\u00ad§£¤¥¦¡¢][A-Za-z]")
_VNI = re.compile(r"[AEOUYaeouyÔÖôö][øûïåäëüùõâáàãéèúêØÛÏÅÄËÜÙÕÂÁÀÃÉÈÚÊ]|[ñÑ](?=[A-Za-zöôÖÔ])")
_ONLY_VNI = re.compile(r"[øûïåäëüñæöØÛÏÅÄËÜÑÆÖ]")
_MODERN = re.compile(r"[\u1ea0-\u1ef9ăĂđĐĩĨũŨơƠưƯ]")
# "ộ" and its like in UTF-8, taken for Windows-1252 or Mac letters and saved once more: no language writes so.
_TWICE = re.compile(r"á[º»][\u0080-\u00bf\u0152-\u0192\u02c6-\u02dc\u2013-\u2122]|·[∫ª]\S")
_LOST = re.compile("\ufffd")
_WIDE_MARKS = (("utf-32", codecs.BOM_UTF32_LE), ("utf-32", codecs.BOM_UTF32_BE))
_NARROW_MARKS = (("utf-16", codecs.BOM_UTF16_LE), ("utf-16", codecs.BOM_UTF16_BE))
# What no text holds: control signs apart from tabs, line ends, page breaks and escapes of terminals.
_CONTROLS = bytes({*range(0x20), 0x7F} - {*b"\t\n\v\f\r\x1b"})
_MOST_CONTROLS = 0.02
_NO_TEXT = "and is no text: give a text, HTML, DOCX, PDF, XLSX or CSV file"
_WINDOWS_1258 = re.compile(rb"charset\s*=\s*[\"']?\s*(?:windows-|x-cp|cp)1258", re.IGNORECASE)
_HEAD = 4096  # bytes of a page in which it says its letters
_ENOUGH = 8  # words: fewer prove nothing
_SHARE = 0.2
_GARBLED = 0.1


def decoded(content: bytes) -> str:
    """The text of these bytes without a byte order mark, line ends as they are; raises Unreadable."""
    for name, mark in (*_WIDE_MARKS, *_NARROW_MARKS):
        # The marks of UTF-32 come first: one of them begins like that of UTF-16.
        if content.startswith(mark):
            return _wide(content, name)
    if b"\0" in content:
        raise Unreadable(f"holds zero bytes {_NO_TEXT}")
    if len(content) - len(content.translate(None, _CONTROLS)) > len(content) * _MOST_CONTROLS:
        raise Unreadable(f"holds control signs {_NO_TEXT}")
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as fault:
        refuse_old_fonts(content.decode("latin-1"))
        line = content.count(b"\n", 0, fault.start) + 1
        raise Unreadable(
            f"is not UTF-8 (byte {content[fault.start]:#04x} in line {line}): save it as UTF-8 and try again"
        ) from fault
    return text.removeprefix("\ufeff")


def decoded_page(content: bytes) -> str:
    """The same for a web page, which may say in its head that its letters are those of Windows-1258."""
    try:
        return decoded(content)
    except Unreadable:
        if _WINDOWS_1258.search(content[:_HEAD]) is None or b"\0" in content:
            raise
        return content.decode("cp1258", "replace")


def _wide(content: bytes, name: str) -> str:
    try:
        text = content.decode(name)
    except UnicodeDecodeError as fault:
        raise Unreadable(f"begins like {name.upper()} but is not: save it again as UTF-8") from fault
    if "\0" in text:
        raise Unreadable(f"holds zero signs {_NO_TEXT}")
    return text


def refuse_garbled(text: str) -> None:
    """Raises Unreadable for text whose letters were taken for other letters, or lost, before it was saved."""
    sample = text[:200_000]
    enough = max(1.0, len(_WORD.findall(sample)) * _GARBLED)
    if len(_TWICE.findall(sample)) > enough:
        raise Unreadable(
            'is garbled: its UTF-8 was taken for another encoding and saved again ("á»™" stands for "ộ"); '
            "give the file as it was first saved, or download it again"
        )
    if len(_LOST.findall(sample)) > enough:
        raise Unreadable(
            'is garbled: letters were lost when it was saved ("\ufffd" stands for them); '
            "give the file as it was first saved, or download it again"
        )


def refuse_old_fonts(text: str) -> None:
    """Raises Unreadable for text that was typed for an old font: its letters are other letters' places."""
    encoding = old_font(text)
    if encoding is not None:
        raise Unreadable(
            f"is written in the old font encoding {encoding}, not in Unicode: convert it to Unicode first "
            "(in UniKey: Ctrl+Shift+F6, from "
            f"{'TCVN3 (ABC)' if encoding.startswith('TCVN3') else 'VNI Windows'} to Unicode), then try again"
        )


def old_font(text: str) -> str | None:
    """TCVN3 (ABC) or VNI where a fifth of the words are spelt in it and next to none in Unicode."""
    sample = unicodedata.normalize("NFC", text[:200_000])
    words = _WORD.findall(sample)
    if len(words) < _ENOUGH or len(_MODERN.findall(sample)) > len(words) * 0.05:
        return None
    if sum(bool(_TCVN3.search(word)) for word in words) >= len(words) * _SHARE:
        return "TCVN3 (ABC)"
    if (
        sum(bool(_VNI.search(word)) for word in words) >= len(words) * _SHARE
        and sum(bool(_ONLY_VNI.search(word)) for word in words) >= len(words) * _SHARE / 2
    ):
        return "VNI"
    return None
