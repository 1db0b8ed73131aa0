"""Every key is found on the line where a person would look for it."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from rules.lines import KeyPath, Lines

NASTY = '''# [[not]] a = 1
a.b.c = 1
title = """
[[not]]
x = 1 \\""" still, then two more """""
literal = \'\'\'
[no] = "
a \'\' b\'\'\'\'\'
array = [ # ] not the end
  1, "]",
  # "
  [2,
   {k = "}", "q.r".s = 3}],
]
empty = ["", \'\', """""", \'\'\'\'\'\']

[[row]]
id = "1"
[row.ruling]
by = "x"
  [[row.figure]]
  n = 1
  [[row.figure]]
  n = 2
[[ row ]] # the second
"a key" = 3
when = 1979-05-27 07:32:00 # a space in a value
[[row.figure]]
n = 3
[z."y\\u0041".'w.v']
last = "#"
path = 'C:\\'
end = 1'''


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ((), 1),
        (("a",), 2),
        (("a", "b", "c"), 2),
        (("title",), 3),
        (("literal",), 6),
        (("array",), 9),
        (("array", 0), 10),
        (("array", 1), 10),
        (("array", 2), 12),
        (("array", 2, 0), 12),
        (("array", 2, 1), 13),
        (("array", 2, 1, "k"), 13),
        (("array", 2, 1, "q.r", "s"), 13),
        (("empty", 3), 15),
        (("row",), 17),
        (("row", 0), 17),
        (("row", 0, "id"), 18),
        (("row", 0, "ruling"), 19),
        (("row", 0, "ruling", "by"), 20),
        (("row", 0, "figure", 0, "n"), 22),
        (("row", 0, "figure", 1), 23),
        (("row", 0, "figure", 1, "n"), 24),
        (("row", 1), 25),
        (("row", 1, "a key"), 26),
        (("row", 1, "when"), 27),
        (("row", 1, "figure", 0), 28),
        (("row", 1, "figure", 0, "n"), 29),
        (("z", "yA", "w.v"), 30),
        (("z", "yA", "w.v", "last"), 31),
        (("z", "yA", "w.v", "path"), 32),
        (("z", "yA", "w.v", "end"), 33),
    ],
)
def test_a_nasty_file_gives_each_key_its_line(path: KeyPath, line: int) -> None:
    tomllib.loads(NASTY)
    assert Lines(NASTY).of(path) == line


def test_a_key_that_is_not_written_stands_where_its_table_begins() -> None:
    lines = Lines("a = 1\n[[row]]\nid = 1\n\n[[row]]\n\nid = 2\n")
    assert lines.of(("row", 1, "missing")) == 5
    assert lines.of(("row", 1, "missing", 3, "deeper")) == 5
    assert lines.of(("nowhere",)) == 1


def test_windows_line_ends_count_once() -> None:
    text = 'a = 1\r\n\r\nb = """x\r\ny"""\r\nc = 3\r\n'
    assert Lines(text).of(("c",)) == 5


def test_line_separators_that_toml_does_not_know_do_not_count() -> None:
    assert Lines('a = "\u2028\u2029\x85"\nb = 1').of(("b",)) == 2


def test_a_table_whose_child_came_first_stands_at_its_own_head() -> None:
    lines = Lines("[a.b]\nx = 1\n[a]\ny = 2\n")
    assert lines.of(("a",)) == 3
    assert lines.of(("a", "b")) == 1


def test_a_text_of_many_quotes_is_scanned_in_no_time() -> None:
    text = 'a = """' + '"" ' * 200_000 + '"""\nb = 1'
    assert Lines(text).of(("b",)) == 2


@dataclass(slots=True)
class Writer:
    """Writes TOML and remembers where each key went."""

    text: str = ""
    places: dict[KeyPath, int] = field(default_factory=dict)

    def put(self, text: str) -> None:
        self.text += text

    def mark(self, path: KeyPath) -> None:
        self.places.setdefault(path, self.text.count("\n") + 1)

    def value(self, path: KeyPath, value: object) -> None:
        match value:
            case list():
                self.put("[ # ]\n")
                for number, part in enumerate(value):
                    self.mark((*path, number))
                    self.value((*path, number), part)
                    self.put(",\n  # '\n" if number % 2 else ", ")
                self.put("]")
            case dict():
                self.put("{")
                for number, (key, part) in enumerate(value.items()):
                    self.put(", " if number else " ")
                    self.pair(path, key, part)
                self.put("}")
            case _:
                self.put(str(value))

    def pair(self, path: KeyPath, key: str, value: object) -> None:
        self.mark((*path, key))
        self.put(f'"{key}" = ')
        self.value((*path, key), value)


SCALARS = st.sampled_from(
    [
        "1",
        "2016-06-30",
        "2016-06-30 08:00:00",
        "1.5e3",
        "true",
        '""',
        "''",
        '"a # ] } , = \\" [x]"',
        "'a \" # [[y]]'",
        '"""\n[[x]]\n"" \\"""\n"""',
        "'''\n[x]\n'' a = 1\n'''''",
        '"""a"""""',
    ]
)
KEYS = st.sampled_from(["a", "b.c", "d e", "#", "[f]"])
# Inline tables hold no line ends before TOML 1.1: their values are scalars of one line.
ONE_LINE = SCALARS.filter(lambda text: "\n" not in text)
VALUES = st.recursive(
    SCALARS | st.dictionaries(KEYS, ONE_LINE, max_size=3), lambda inner: st.lists(inner, max_size=4)
)
TABLES = st.lists(st.tuples(st.booleans(), st.dictionaries(KEYS, VALUES, max_size=4)), max_size=5)


@given(TABLES)
def test_whatever_is_written_is_found_where_it_was_written(
    tables: list[tuple[bool, dict[str, object]]],
) -> None:
    writer = Writer()
    rows = 0
    for number, (is_row, pairs) in enumerate(tables):
        writer.put("\n# comment [x]\n")
        path: KeyPath = ("rows", rows) if is_row else ("tables", f"t{number}")
        rows += is_row
        writer.mark(path)
        writer.put("[[rows]] # y\n" if is_row else f"[tables.t{number}]\n")
        for key, value in pairs.items():
            writer.put("  ")
            writer.pair(path, key, value)
            writer.put(" # z = '\n")
    tomllib.loads(writer.text)
    lines = Lines(writer.text)
    assert {path: lines.of(path) for path in writer.places} == writer.places
