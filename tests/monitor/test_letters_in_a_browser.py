"""The letters as a mail program draws them: at 420 pixels, by day and by night, with nothing run or fetched."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Dialog, Page, sync_playwright

from monitor import samples
from monitor.claim import Claim
from monitor.render import Renderer

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
READABLE = 4.5  # WCAG 2.2, 1.4.3: contrast of body text
LETTERS = [(language, name, claim) for language in ("vi", "en") for name, claim in samples.named()]
IDS = [f"{language}-{name}" for language, name, _ in LETTERS]

if CHROMIUM is None and os.environ.get("CI") != "true":
    pytest.skip("not run: chromium is not installed", allow_module_level=True)

# The contrast of every text with the background that is painted behind it.
CONTRASTS = """
() => {
  const part = c => { c /= 255; return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4; };
  const parse = colour => colour.match(/[\\d.]+/g).map(Number);
  const luminance = ([r, g, b]) => 0.2126 * part(r) + 0.7152 * part(g) + 0.0722 * part(b);
  const behind = element => {
    for (let at = element; at; at = at.parentElement) {
      const colour = parse(getComputedStyle(at).backgroundColor);
      if (colour.length < 4 || colour[3] > 0) return colour;
    }
    return [255, 255, 255];
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.textContent.trim();
    if (!text) continue;
    const element = walker.currentNode.parentElement;
    const [a, b] = [luminance(parse(getComputedStyle(element).color)), luminance(behind(element))];
    found.push([(Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05), text]);
  }
  return found;
}
"""

SMALLEST = """
() => Math.min(...[...document.querySelectorAll('p, td, li, small')].map(e => parseFloat(getComputedStyle(e).fontSize)))
"""


class Reader:
    """One window in which letters are opened; remembers what the last one fetched, logged and asked."""

    def __init__(self, page: Page, folder: Path) -> None:
        self.page = page
        self.noise: list[str] = []
        self.fetched: list[str] = []
        self._folder = folder
        self._renderer = Renderer()
        page.on("console", lambda message: self.noise.append(message.text))
        page.on("dialog", self._dismiss)
        page.on("pageerror", lambda error: self.noise.append(str(error)))
        page.on("request", lambda request: self.fetched.append(request.url))

    def _dismiss(self, dialog: Dialog) -> None:
        self.noise.append(dialog.message)
        dialog.dismiss()

    def open(self, letter: tuple[str, str, Claim], *, dark: bool = False, width: int = 420) -> Page:
        """Draws the letter in a window of this width."""
        language, name, claim = letter
        path = self._folder / f"{language}-{name}.html"
        to = samples.reader(language, claim)
        rendered = self._renderer.render(claim, to, samples.setting(), samples.NOW)
        path.write_text(rendered.html, encoding="utf-8")
        self.page.emulate_media(color_scheme="dark" if dark else "light")
        self.page.set_viewport_size({"width": width, "height": 900})
        self.noise.clear()
        self.fetched.clear()
        self.page.goto(path.as_uri())
        return self.page


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    assert CHROMIUM is not None, "chromium is needed to look at the letters"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield Reader(browser.new_page(), tmp_path_factory.mktemp("letters"))
        browser.close()


@pytest.mark.parametrize("letter", LETTERS, ids=IDS)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_a_letter_is_readable_on_a_phone(reader: Reader, letter: tuple[str, str, Claim], dark: bool) -> None:
    page = reader.open(letter, dark=dark)
    contrasts: list[tuple[float, str]] = [(float(ratio), text) for ratio, text in page.evaluate(CONTRASTS)]
    assert page.evaluate("document.documentElement.scrollWidth") <= 420
    assert len(contrasts) > 4
    assert [text for ratio, text in contrasts if ratio < READABLE] == []
    assert page.evaluate(SMALLEST) >= 12
    assert reader.noise == []
    assert [url for url in reader.fetched if not url.startswith("file:")] == []
    assert len(reader.fetched) == 1


def test_dark_mode_is_dark(reader: Reader) -> None:
    colour = "getComputedStyle(document.querySelector('.body')).backgroundColor"
    assert reader.open(LETTERS[0]).evaluate(colour) == "rgb(255, 255, 255)"
    assert reader.open(LETTERS[0], dark=True).evaluate(colour) == "rgb(30, 36, 43)"


def test_the_late_line_is_the_first_that_is_read(reader: Reader) -> None:
    page = reader.open(LETTERS[0])
    places = page.evaluate(
        "['h1', '.body', '.late', '.facts'].map(s => document.querySelector(s).getBoundingClientRect().top)"
    )
    assert page.evaluate("document.querySelector('h1').innerText") == "▲ Bộ Y tế: đã quá hạn 5 ngày làm việc"
    assert places == sorted(places)
    assert places[0] < 60


def test_the_worst_stands_first_and_bars_say_what_the_numbers_say(reader: Reader) -> None:
    page = reader.open(next(known for known in LETTERS if known[1] == "bundle"), width=700)
    bars: list[float] = page.evaluate(
        "[...document.querySelectorAll('.gauge')].map(e => e.querySelector('td').getBoundingClientRect().width"
        " / e.querySelector('table').getBoundingClientRect().width)"
    )
    states: list[str] = page.evaluate(
        "[...document.querySelectorAll('.late, .soon, .calm')].map(e => e.innerText)"
    )
    assert states[0] == "▲ Đã quá hạn 5 ngày làm việc"
    # 5 of 20, 5 of 20, 1 of 20 and 16 of 20 working days.
    assert [round(bar, 2) for bar in bars] == [0.25, 0.25, 0.05, 0.8]
    assert {state[0] for state in states} == {"▲", "◆", "●"}


@pytest.mark.contract(9)
def test_no_script_of_a_hostile_sentence_runs(reader: Reader) -> None:
    page = reader.open(next(known for known in LETTERS if known[1] == "stage-hostile"))
    assert page.evaluate("document.scripts.length + document.links.length + document.forms.length") == 0
    assert reader.noise == []
    assert "<script>alert(1)</script>" in page.evaluate("document.body.innerText")
