"""Collectives and the rosters that they mean: every word of the name must say so, or the name stands for none.

"Các bộ, ngành, địa phương" are all ministries and all provinces; "các đơn vị thuộc Bộ", "các bệnh viện tuyến tỉnh"
or "UBND các tỉnh từ Hà Tĩnh đến Lâm Đồng" are neither, and a letter to all provinces would be wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

MINISTRIES, PROVINCES = "@ministries", "@provinces"
# All of them are the same as "các …"; a share of them is not.
WHOLE = re.compile(r"^(?:100 ?%|toàn bộ|toàn thể|tất cả|mọi)(?: (?:các|những|số))? ")
# Who heads a body stands for it, and so does its committee.
OFFICE = re.compile(
    r"^(?:(?:các|những|đồng chí|lãnh đạo|người đứng đầu|bộ trưởng(?=.)|thủ trưởng|chủ tịch|ubnd|ủy ban nhân dân) ?)+"
)
PARTS = re.compile(r"\s*[,;/]\s*(?:và |cùng )?|\s+(?:và|cùng|cùng với)\s+")
OF_MINISTRIES = frozenset(
    {
        "bộ",
        "bộ ngành",
        "ngành",
        "cơ quan ngang bộ",
        "cơ quan thuộc chính phủ",
        "ngành trung ương",
        "bộ trung ương",
    }
    | {"bộ ngành trung ương", "ngành ở trung ương", "bộ trưởng", "bộ trưởng các bộ", "ban ngành trung ương"}
)
OF_PROVINCES = frozenset(
    {"tỉnh", "tỉnh thành", "tỉnh thành phố", "cấp tỉnh", "tỉnh thành phố trực thuộc trung ương"}
    | {"tỉnh thành trực thuộc trung ương", "ngành địa phương"}
)
# Beside "tỉnh" no more than the other half of its name.
TOWNS = re.compile(r"(?:thành phố|thành)(?: (?:trực )?thuộc (?:trung ương|tw))?")
TOWNS_OF_STATE = re.compile(r"trực thuộc (?:trung ương|tw)\b")
# In the paper of a province these are its districts.
LOCAL = frozenset({"địa phương", "chính quyền địa phương", "chính quyền địa phương các cấp"})
# Named beside ministries these are others yet, whom no roster holds.
OTHERS = frozenset(
    {"cơ quan", "đơn vị", "tổ chức", "doanh nghiệp", "cơ quan trung ương", "cơ quan ở trung ương", "đoàn thể"}
    | {"cơ quan khác ở trung ương", "tập đoàn", "tập đoàn kinh tế", "tổng công ty", "tổng công ty nhà nước"}
    | {"cơ quan liên quan", "doanh nghiệp nhà nước", "cơ quan đơn vị"}
)


def rosters_of(name: str, *, is_local: bool = False) -> tuple[str, ...]:
    """The rosters of a folded collective name; none where one word of it is not understood.

    ``is_local``: the paper is that of a province or of a body below it.
    """
    whole = WHOLE.sub("các ", name)
    parts = tuple(_parts(whole))
    if not parts or not _is_collective(whole, parts):
        return ()
    found: list[str] = []
    for part in parts:
        if part in OF_MINISTRIES:
            found.append(MINISTRIES)
        if part in OF_PROVINCES or (part in LOCAL and not is_local):
            found.append(PROVINCES)
        known = part in OF_MINISTRIES | OF_PROVINCES or (part in LOCAL and not is_local)
        other = part in OTHERS and found[:1] == [MINISTRIES]
        if not known and not other and not (TOWNS.fullmatch(part) and PROVINCES in found):
            return ()
    return tuple(dict.fromkeys(found))


def _parts(name: str) -> Iterator[str]:
    """What is named one beside the other, without the offices before each."""
    for part in PARTS.split(name):
        bare = OFFICE.sub("", part + " ").strip()
        yield bare or part.removeprefix("các ").strip()


def _is_collective(name: str, parts: tuple[str, ...]) -> bool:
    """Whether many are meant: "tỉnh" alone is the one that issued the paper."""
    many = re.search(r"\b(?:các|những)\b", name) is not None or TOWNS_OF_STATE.search(name) is not None
    return many or parts[0] in {"cơ quan ngang bộ", "cơ quan thuộc chính phủ", "cấp tỉnh"} or len(parts) > 2
