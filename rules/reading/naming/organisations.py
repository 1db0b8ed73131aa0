""" "Tổ chức" where it is a noun, and no deed: "Tổ chức, cá nhân gửi hồ sơ …"."""

from __future__ import annotations

from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch

# Who stands beside it then.
BESIDE = Lexicon.lines("cá nhân, hộ gia đình, hộ kinh doanh, doanh nghiệp, cơ sở, đơn vị, cơ quan, người")


def is_organisation(script: Script, place: int) -> bool:
    """Whether the noun stands here: kinds of people or bodies stand beside it in a row."""
    if script.words(Stretch(place, place + 2)) != "tổ chức":
        return False
    return script.word(place + 2) in {",", "và", "hoặc"} and BESIDE.at(script.tokens, place + 3) > 0
