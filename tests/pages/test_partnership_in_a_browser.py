"""What only a browser can show of the partnership screens: a decision taken by hand, and that nothing is fetched."""


import pytest

pytestmark = pytest.mark.browser


@pytest.fixture
def page(page):
    page.set_default_timeout(60_000)
    return page


def test_a_gap_becomes_an_action_and_is_there_when_the_page_is_opened_again(dashboard, page):
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


def test_no_screen_asks_another_machine_for_anything(dashboard, page):
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for address in ("places", "places?view=calendar", "contributions", "partners?part=network"):
        page.goto(f"{dashboard}/{address}")
        page.wait_for_selector(".js-plotly-plot")
        page.wait_for_timeout(500)
    assert [
        url for url in asked if not url.startswith((dashboard, dashboard.replace("http", "ws"), "data:", "blob:"))
    ] == []


@pytest.mark.parametrize("address", ["places", "places?view=overlaps", "contributions", "partners?part=health"])
def test_a_phone_is_never_wider_than_its_screen(dashboard, page, address):
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{dashboard}/{address}")
    page.locator("[data-testid=stMainBlockContainer] h1").wait_for()
    page.wait_for_timeout(1500)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
