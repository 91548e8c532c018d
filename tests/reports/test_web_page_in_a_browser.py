"""The web page on a phone, in both grounds: nothing is cut, nothing is fetched, bars stand where the figures say."""

import pytest

from benchmarks.browser import chromium
from reports.document import document
from reports.web_page import write

pytestmark = pytest.mark.browser
# Contrast of every visible text with the ground behind it (WCAG 2.2, relative luminance).
CONTRAST = """() => {
  const light = c => { const v = c.match(/[\\d.]+/g).slice(0, 3).map(x => x / 255)
      .map(x => x <= .04045 ? x / 12.92 : ((x + .055) / 1.055) ** 2.4);
    return .2126 * v[0] + .7152 * v[1] + .0722 * v[2] };
  const ground = e => { for (; e; e = e.parentElement) { const c = getComputedStyle(e).backgroundColor;
      if (!/, 0\\)$|transparent/.test(c)) return c } return 'rgb(255,255,255)' };
  return [...document.querySelectorAll('body *')].filter(e => !e.closest('svg') && !e.closest('[aria-hidden]')
      && [...e.childNodes].some(n => n.nodeType == 3 && n.textContent.trim()))
    .map(e => { const a = light(getComputedStyle(e).color), b = light(ground(e));
      return [(Math.max(a, b) + .05) / (Math.min(a, b) + .05), e.textContent.slice(0, 40)] })
    .filter(each => each[0] < 4.5) }"""


@pytest.fixture(scope="module")
def browser():
    with chromium() as opened:
        yield opened


@pytest.mark.parametrize("language", ["id", "en"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_reads_on_a_phone_in_both_grounds(browser, sample_content, tmp_path, language, scheme):
    path = tmp_path / "page.html"
    write(sample_content(language), path)
    with browser.new_page(viewport={"width": 360, "height": 740}, color_scheme=scheme) as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: asked.append(message.text))
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert asked == [path.as_uri()]
        assert page.evaluate(CONTRAST) == []
        small = "[...document.querySelectorAll('p, td, th, li')]"
        small += ".filter(e => parseFloat(getComputedStyle(e).fontSize) < 12)"
        assert page.evaluate(f"{small}.length") == 0


def test_a_bar_is_as_long_as_its_figure(browser, sample_content, tmp_path):
    content = sample_content()
    path = tmp_path / "page.html"
    write(content, path)
    first = next(block for section in document(content)["sections"] for block in section["blocks"]
                 if block["kind"] == "bullets")["rows"][0]  # fmt: skip
    with browser.new_page(viewport={"width": 1200, "height": 800}) as page:
        page.goto(path.as_uri())
        track, bar = (page.locator("svg.bar").first.locator("rect").nth(at).bounding_box() for at in (0, 1))
    drawn = bar["width"] / track["width"]
    assert drawn == pytest.approx((first["bar"][1] - first["bar"][0]) / (first["one"] - first["zero"]), abs=0.01)
    assert drawn == pytest.approx(content.row(first["code"])["progress"], abs=0.01)
