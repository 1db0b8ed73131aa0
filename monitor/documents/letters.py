"""From bytes to letters: UTF-8 and UTF-16 are read, old Vietnamese font encodings recognised and refused."""

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
_ENOUGH = 8  # words: fewer prove nothing
_SHARE = 0.2


def decoded(content: bytes) -> str:
    """The text of these bytes without a byte order mark, line ends as they are; raises Unreadable."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        try:
            return content.decode("utf-16")
        except UnicodeDecodeError as fault:
            raise Unreadable("begins like UTF-16 but is not: save it again as UTF-8") from fault
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as fault:
        refuse_old_fonts(content.decode("latin-1"))
        line = content.count(b"\n", 0, fault.start) + 1
        raise Unreadable(
            f"is not UTF-8 (byte {content[fault.start]:#04x} in line {line}): save it as UTF-8 and try again"
        ) from fault
    if "\0" in text:
        raise Unreadable("holds zero bytes and is no text: give a text, HTML, DOCX, PDF, XLSX or CSV file")
    return text.removeprefix("\ufeff")


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
