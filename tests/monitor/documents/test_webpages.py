"""Web pages as sites and browsers write them: teasers inside the article, hidden words, tables of two columns, archives."""

from __future__ import annotations

import quopri
import unicodedata

import pytest

from monitor.documents import Unreadable, read_document_bytes

TASK = "Bộ Y tế chủ trì, phối hợp với Bộ Tài chính rà soát danh mục dịch vụ, báo cáo trước ngày 30/6/2016."
NEXT = "Bộ Nội vụ rà soát biên chế trong quý IV/2016."


def lines(body: str, name: str = "x.html") -> list[str]:
    page = f"<!doctype html><html><head><meta charset=utf-8></head><body>{body}</body></html>"
    return read_document_bytes(page.encode(), name).text.splitlines()


def test_other_articles_inside_the_article_are_left_out() -> None:
    items = "".join(
        f"<li><a href='/{n}'>Bộ Y tế báo cáo trước ngày {n}/3/2017</a> <i>(12/1/2016)</i></li>"
        for n in range(1, 6)
    )
    more = "<p>&gt;&gt;&gt; <a href='/x'>Xem thêm: Bộ Công an báo cáo trước ngày 1/8/2016</a></p>"
    more += f"<div><b>Tin liên quan</b><ul>{items}</ul></div>"
    body = f"<div><h1><a href='/self'>Chỉ đạo mới</a></h1><p>{TASK}</p>{more}<p>{NEXT}</p></div>"
    assert lines(body) == ["Chỉ đạo mới", TASK, NEXT]


def test_links_to_laws_and_names_of_places_in_the_page_are_said() -> None:
    law = "<p>Theo <a href='/luat'>Luật Giá</a>, báo cáo.</p>"
    body = f"<p><a name=d1>Điều 1. {TASK}</a></p><p><a href='#d1'>{NEXT}</a></p>{law}"
    assert lines(body) == [f"Điều 1. {TASK}", NEXT, "Theo Luật Giá, báo cáo."]


def test_cells_that_are_links_are_said() -> None:
    rows = "<tr><th>TT<th>Nhiệm vụ<th>Cơ quan chủ trì</tr><tr><td>1<td>Rà soát<td><p><a href='/y'>Bộ Y tế</a></p></tr>"
    assert lines(f"<p>{TASK}</p><table>{rows}</table>")[-1] == "| 1 | Rà soát | Bộ Y tế |"


def test_a_page_that_only_lists_links_is_read() -> None:
    assert lines("<ul><li><a href='/1'>Bộ Y tế báo cáo</a></li></ul>") == ["Bộ Y tế báo cáo"]


@pytest.mark.parametrize("style", ["display:none", "color: red; display: none;", "visibility:hidden"])
def test_what_is_not_shown_is_not_said(style: str) -> None:
    assert lines(f"<p>{TASK}</p><p style='{style}'>{NEXT}</p><textarea>{NEXT}</textarea>") == [TASK]


def test_a_table_of_tasks_and_days_is_a_table_and_two_columns_of_words_are_none() -> None:
    values = "<table><tr><th>Nhiệm vụ<th>Thời hạn</tr><tr><td>Rà soát<td>30/9/2016</tr></table>"
    assert lines(values) == ["| Nhiệm vụ | Thời hạn |", "| Rà soát | 30/9/2016 |"]
    layout = f"<table><tr><td>{NEXT}<td>{TASK}</tr><tr><td>{TASK}<td>{NEXT}</tr></table>"
    assert lines(layout) == [NEXT, TASK, TASK, NEXT]


def test_the_head_of_an_instrument_beside_its_text_is_kept() -> None:
    head = "<table><tr><td>BỘ Y TẾ<td>CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM</tr></table>"
    told = lines(f"<div>{head}<div>{f'<p>{TASK}</p>' * 8}</div></div>")
    assert told == ["BỘ Y TẾ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", *[TASK] * 8]


def test_text_that_stands_as_it_was_typed_keeps_its_lines() -> None:
    assert lines(f"<pre>1. {TASK}\n\n 2. <b>{NEXT}</b></pre>") == [f"1. {TASK}", f"2. {NEXT}"]


def windows_1258(text: str) -> bytes:
    """Letters with a tone as that encoding has them: the letter, then its tone."""
    found = bytearray()
    for sign in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", sign)
        tones = "".join(part for part in parts if part in "\u0300\u0301\u0303\u0309\u0323")
        letter = unicodedata.normalize("NFC", "".join(part for part in parts if part not in tones))
        found += f"{letter}{tones}".encode("cp1258")
    return bytes(found)


def test_a_page_that_says_it_is_in_windows_1258_is_read_so() -> None:
    words = "Bộ Y tế rà soát trước ngày 1/8/2016"
    for charset, fits in (("windows-1258", True), ("iso-8859-5", False)):
        page = f"<html><head><meta charset='{charset}'></head><body><p>".encode() + windows_1258(words)
        if fits:
            text = read_document_bytes(page, "x.html").text
            assert unicodedata.normalize("NFC", text) == f"{words}\n"
        else:
            with pytest.raises(Unreadable, match="UTF-8"):
                read_document_bytes(page, "x.html")


def archive(kind: str = "text/html") -> bytes:
    page = quopri.encodestring(f"<html><meta charset=utf-8><body><p>{TASK}</p></body></html>".encode())
    return (
        b"From: <Saved by a browser>\r\nSubject: =?utf-8?Q?x?=\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related;\r\n\ttype="text/html";\r\n\tboundary="=B"\r\n\r\n--=B\r\n'
        b"Content-Type: " + kind.encode() + b"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n" + page
        + b"\r\n--=B\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n--=B--\r\n"
    )  # fmt: skip


@pytest.mark.parametrize("name", ["x.mht", "x.mhtml", "-"])
def test_a_page_saved_with_its_pictures_is_read(name: str) -> None:
    assert read_document_bytes(archive(), name).text == f"{TASK}\n"


@pytest.mark.parametrize("content", [archive("image/gif"), b"Bo Y te", b"\xff\xfe\xfd\x00\n\n:"])
def test_a_web_archive_without_a_page_is_refused_in_a_sentence(content: bytes) -> None:
    with pytest.raises(Unreadable, match="without a page in it: save the page as HTML"):
        read_document_bytes(content, "x.mht")


def test_a_part_of_a_page_on_standard_input_is_a_page_and_markdown_is_none() -> None:
    part = f"<p>{TASK}</p><p>{NEXT}</p>".encode()
    assert read_document_bytes(part, "-").text.splitlines() == [TASK, NEXT]
    assert read_document_bytes(part, "x.md").text == part.decode()
