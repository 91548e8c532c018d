"""What only a browser can show: keys, clicks, sizes, and that nothing is asked of another machine."""

import pytest

pytestmark = pytest.mark.browser
MAIN = "[data-testid=stMainBlockContainer]"
PHONE = "Mozilla/5.0 (Linux; Android 13; Pixel 7) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36"
ADDRESSES = (
    "", "indicators", "indicator?indicator=AIR-01", "meeting", "meeting?slide=4",
    "places", "places?view=calendar", "contributions", "partners?part=network",
)  # fmt: skip


def test_a_clicker_turns_the_slides_and_escape_leaves(dashboard, page):
    page.goto(f"{dashboard}/meeting?lang=en")
    page.get_by_text("1 of 11").wait_for(timeout=60_000)
    for key, number in (("PageDown", 2), ("ArrowRight", 3), ("Space", 4), ("PageUp", 3), ("ArrowLeft", 2), ("Home", 1)):
        page.keyboard.press(key)
        page.get_by_text(f"{number} of 11").wait_for(timeout=20_000)
        page.wait_for_url(f"**slide={number}*")
    page.keyboard.press("Escape")
    page.get_by_role("heading", name="Overview").wait_for(timeout=20_000)


def test_a_click_on_a_row_opens_the_indicator(dashboard, page):
    page.goto(f"{dashboard}/indicators?lang=en")
    table = page.locator("[data-testid=stDataFrame] canvas").first
    table.wait_for(timeout=60_000)
    page.wait_for_timeout(1000)
    table.click(position={"x": 120, "y": 52}, force=True)  # the grid lies under its own scroller
    page.wait_for_url("**/indicator?*", timeout=20_000)
    page.get_by_role("heading", name="People with access to safe drinking water", exact=True).wait_for(timeout=20_000)
    assert "lang=en" in page.url


def test_a_sentence_leads_to_its_indicator_and_the_menu_keeps_the_choice(dashboard, page):
    page.goto(f"{dashboard}/?lang=en&programme=GIZI")
    page.get_by_role("link", name="Prevalence of stunting").first.click(timeout=60_000)
    page.get_by_role("heading", name="Prevalence of stunting among under-fives", exact=True).wait_for(timeout=20_000)
    page.get_by_role("link", name="Indicators").first.click()
    page.wait_for_url("**/indicators?*programme=GIZI*", timeout=20_000)
    assert "lang=en" in page.url


def test_no_screen_asks_another_machine_for_anything(dashboard, page):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for address in ADDRESSES:
        page.goto(f"{dashboard}/{address}")
        page.wait_for_selector(f"{MAIN} h2, {MAIN} h1", timeout=60_000)
        page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(timeout=60_000)
        page.wait_for_timeout(500)
    assert len(asked) > len(ADDRESSES)
    assert [
        url for url in asked if not url.startswith((dashboard, dashboard.replace("http", "ws"), "data:", "blob:"))
    ] == []


@pytest.mark.parametrize(("address", "language"), [("", "id"), ("overview", "en")])  # by hand it is found there too
def test_the_whole_overview_stands_on_one_screen_of_a_laptop(dashboard, page, address, language):
    page.goto(f"{dashboard}/{address}?lang={language}")
    page.locator(".js-plotly-plot .main-svg").first.wait_for(timeout=60_000)
    more = page.locator(".st-key-more")
    more.wait_for(timeout=20_000)
    end = more.evaluate("element => element.getBoundingClientRect().bottom")
    assert 600 < end <= 768
    assert page.locator("[data-testid=stMain]").evaluate("main => main.scrollHeight - main.clientHeight") <= 0
    copying = page.get_by_role("button", name="Salin tautan" if language == "id" else "Copy link")
    assert copying.bounding_box()["y"] < 730


def test_a_phone_is_never_wider_than_its_screen_and_has_its_own_form_of_a_chart(dashboard, browser):
    with browser.new_page(viewport={"width": 390, "height": 844}, user_agent=PHONE) as page:
        for address in ("places", "places?view=overlaps", "contributions", "partners?part=health", ""):
            page.goto(f"{dashboard}/{address}")
            page.locator(f"{MAIN} h1").wait_for(timeout=60_000)
            page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(timeout=60_000)
            page.wait_for_timeout(500)
            assert page.evaluate("document.documentElement.scrollWidth") <= 390, address
        narrow = page.locator(".st-key-narrow_chart_bullets .main-svg").first.bounding_box()
        assert narrow["width"] > 300 and narrow["x"] + narrow["width"] <= 390
        assert not page.locator(".st-key-wide_chart_bullets").is_visible()


def test_a_laptop_is_sent_one_form_of_a_chart(dashboard, page):
    page.goto(dashboard)
    page.locator(".js-plotly-plot .main-svg").first.wait_for(timeout=60_000)
    page.locator("[data-testid=stApp][data-test-script-state=notRunning]").wait_for(timeout=60_000)
    assert page.locator(".js-plotly-plot").count() == 1


def test_a_gap_becomes_an_action_and_is_there_when_the_page_is_opened_again(dashboard, page):
    page.set_default_timeout(60_000)
    page.goto(f"{dashboard}/places?lang=en&view=gaps")
    page.get_by_text("12 needs and targets are not covered").wait_for()
    page.locator(".st-key-gap_0_decide button").first.click()
    form = page.locator("[data-testid=stPopoverBody]")
    form.get_by_label("Why, or what is to be done").fill("Ask the district office")
    form.get_by_label("Who takes it on").fill("Budi")
    form.get_by_role("spinbutton", name="day, Until when").focus()
    page.keyboard.type("15122026")
    form.get_by_label("Your name").fill("Sari")
    form.get_by_role("button", name="Keep this decision").click()
    page.get_by_text("11 needs and targets are not covered").wait_for()
    page.goto(f"{dashboard}/places?lang=en&view=gaps")
    page.get_by_text("All decisions (1)").click()
    page.locator("[data-testid=stExpander]").get_by_text("Ask the district office").wait_for()
    page.get_by_test_id("stPagination").get_by_role("button", name="2").click()  # what is decided comes last
    page.get_by_text("Budi · due 15 December 2026").first.wait_for()
