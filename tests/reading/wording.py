"""How alike two wordings are, whatever the keyboard, the font and the abbreviation."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

WORD = re.compile(r"[0-9a-z]+")
SHORT_FORMS = (
    ("tt&tt", "thong tin va truyen thong"),
    ("kh&dt", "ke hoach va dau tu"),
    ("kh&cn", "khoa hoc va cong nghe"),
    ("gd&dt", "giao duc va dao tao"),
    ("gtvt", "giao thong van tai"),
    ("ubnd", "uy ban nhan dan"),
    ("vpcp", "van phong chinh phu"),
)
SMALL_WORDS = frozenset({"va", "cac", "cua", "nhung"})
OFFICE = re.compile(r"\b(bo truong|thu truong|chu tich|giam doc|chanh van phong|nguoi dung dau)\b")


def plain(text: str) -> str:
    """Lower case without diacritics, short names spelled out."""
    bare = unicodedata.normalize("NFD", text.replace("\u00ad", "")).casefold()
    bare = "".join(sign for sign in bare if not unicodedata.combining(sign))
    for letter in ("đ", "ð"):
        bare = bare.replace(letter, "d")
    for short, long in SHORT_FORMS:
        bare = bare.replace(short, long)
    return bare


def alike(one: str, other: str) -> float:
    """F1 of the words of two passages: 1 for the same words, 0 for none in common."""
    first, second = Counter(WORD.findall(plain(one))), Counter(WORD.findall(plain(other)))
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else 0.0


def contains(whole: str, part: str) -> bool:
    """Whether the words of ``part`` stand in ``whole``, in this order and without others between."""
    sought = " ".join(WORD.findall(plain(part)))
    return bool(sought) and f" {sought} " in f" {' '.join(WORD.findall(plain(whole)))} "


def same_bodies(said: Iterable[str], right: Iterable[str]) -> float:
    """F1 over names of bodies; two names are the same body where 60 % of their words agree."""
    left = [_name(name) for name in right]
    names = [_name(name) for name in said]
    total = len(left) + len(names)
    if not total:
        return 1.0
    hits = 0
    for name in names:
        near = max(left, key=lambda other: _jaccard(name, other), default=None)
        if near is not None and _jaccard(name, near) >= 0.6:
            left.remove(near)
            hits += 1
    return 2 * hits / total


def _name(text: str) -> frozenset[str]:
    spelled = plain(text)
    significant = frozenset(WORD.findall(OFFICE.sub(" ", spelled))) - SMALL_WORDS
    return significant or frozenset(WORD.findall(spelled))


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / max(1, len(one | other))
