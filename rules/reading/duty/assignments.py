"""Sentences that only say who does what stands before them: "Giao Sở Xây dựng chủ trì, phối hợp với các huyện"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rules.reading.duty.sketch import Sketch
from rules.reading.naming.bodies import Naming
from rules.reading.words.lexicon import Lexicon
from rules.reading.words.script import Script, Stretch

# All that such a sentence says beside the names.
SAID = Lexicon.lines(
    """giao, giao cho, phân công, chủ trì, phối hợp với, phối hợp cùng, phối hợp, thực hiện, triển khai thực hiện,
    triển khai, tổ chức, tổ chức thực hiện, tham mưu, tham mưu thực hiện, chịu trách nhiệm, chịu trách nhiệm thực
    hiện, chịu trách nhiệm chính, làm đầu mối, là đầu mối, là cơ quan đầu mối, là đơn vị đầu mối, là cơ quan chủ
    trì, là đơn vị chủ trì, đảm nhiệm, phụ trách, và, cùng, cùng với, với, các, cơ quan, đơn vị, liên quan, có liên
    quan, nội dung này, nhiệm vụ này, công việc này, việc này, tổ chức triển khai, tổ chức triển khai thực hiện,
    đồng chủ trì, trực tiếp, theo dõi, chịu trách nhiệm về tiến độ, chịu trách nhiệm về kết quả,
    chịu trách nhiệm về chất lượng,
    chịu trách nhiệm về tiến độ và chất lượng, chịu trách nhiệm về kết quả thực hiện, chịu trách nhiệm về việc này"""
)
# The first words of those that make somebody the lead.
LEADS = frozenset({"chủ", "thực", "chịu", "triển", "đảm", "phụ", "làm", "là", "tham", "tổ", "đồng"})
SIGNS = frozenset({",", ";", "-", ":", "."})
OPEN = frozenset({"none", "earlier"})


def assign(script: Script, naming: Naming, made: Sequence[Sketch], above: Sequence[Sketch]) -> None:
    """Give what stands before such a sentence, in its entry or else in the one above, the body that it names."""
    for number, one in enumerate(made):
        timed = one.is_timed and one.time_from != "sentence"
        if one.lead_from != "own" or timed or not _only_assigns(script, naming, one.place):
            continue
        before = list(_open(made[:number]))
        targets = before or (list(_open(above)) if not number else [])
        for target in targets:
            target.leads, target.lead_from = one.leads, "label"
            target.cooperating = target.cooperating or one.cooperating
        one.dropped = one.dropped or bool(targets)


def _open(sketches: Sequence[Sketch]) -> Iterator[Sketch]:
    """The duties that name nobody themselves."""
    return (one for one in sketches if one.lead_from in OPEN and one.duty and not one.dropped)


def _only_assigns(script: Script, naming: Naming, place: Stretch) -> bool:
    """Whether nothing but bodies stands here and words that say that they do it."""
    at, leads = place.first, False
    while at < place.last:
        group = naming.group_at(script, at, place.last)
        length = SAID.at(script.tokens, at, place.last)
        if length and script.word(at) in LEADS:
            leads = True
        if group is not None:
            at = group.place.last
        elif length:
            at += length
        elif script.word(at) in SIGNS:
            at += 1
        else:
            return False
    return leads
