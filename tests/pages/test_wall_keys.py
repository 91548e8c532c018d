"""The keys of the wall: a form has them to itself, none is lost, and what somebody wrote comes back and is kept."""

import pytest

pytestmark = pytest.mark.browser
READY = 30_000


def at(page, number: int) -> None:
    page.locator(f".wall_step[data-step='{number}']").wait_for(state="attached", timeout=READY)


@pytest.fixture
def wall(dashboard, page):
    page.goto(f"{dashboard}/meeting?lang=id&slide=2")
    at(page, 2)
    page.locator(".st-key-slide .main-svg").first.wait_for(timeout=READY)
    return page


def test_what_is_typed_after_a_goes_into_the_form_and_is_there_again_after_escape(wall):
    text = "bahan f pt notulen"  # f, p, t, n and Space are keys of the wall
    wall.keyboard.press("a")
    wall.keyboard.type(text, delay=15)
    field = wall.get_by_label("Apa yang akan dikerjakan")
    field.wait_for(timeout=READY)
    wall.wait_for_function(f"() => document.querySelector('textarea')?.value === '{text}'")
    for key in ("PageDown", "ArrowRight", "Home"):
        wall.keyboard.press(key)
    wall.locator("[role=dialog] button[aria-label=Close]").focus()
    wall.keyboard.press("PageDown")
    wall.keyboard.press("Escape")
    wall.get_by_role("dialog").wait_for(state="detached", timeout=READY)
    assert wall.evaluate("document.fullscreenElement") is None and "slide=2" in wall.url and "meeting" in wall.url
    assert "turning" not in wall.url and "ground" not in wall.url
    wall.keyboard.press("a")
    wall.wait_for_function(f"() => document.querySelector('textarea')?.value === '{text}'")
    words = wall.locator("[role=dialog] :is(label p, [role=spinbutton], button p)").all()
    sizes = [one.evaluate("part => parseFloat(getComputedStyle(part).fontSize) / innerHeight") for one in words]
    assert len(sizes) > 6 and min(sizes) >= 0.026
    assert wall.get_by_text("Press Enter").count() == 0


def test_no_press_is_lost_and_a_black_wall_shows_its_picture_first(wall):
    wall.keyboard.press("Home")
    at(wall, 1)
    for _ in range(7):
        wall.keyboard.press("PageDown")
    at(wall, 8)
    for _ in range(30):
        wall.keyboard.press("PageDown")
    at(wall, 11)
    wall.keyboard.press("PageUp")
    at(wall, 10)
    wall.keyboard.press("End")
    at(wall, 11)
    for key in ("PageUp", "Escape", "x"):
        wall.keyboard.press("b")
        wall.locator(".black_wall").wait_for(state="attached", timeout=READY)
        wall.keyboard.press(key)
        wall.locator(".black_wall").wait_for(state="detached", timeout=READY)
        at(wall, 11)
    assert not any(one.is_visible() for one in wall.locator(".st-key-sample_banner button").all())
    assert wall.locator(".st-key-sample_banner strong").is_visible()


def test_the_link_is_in_the_clipboard(dashboard, browser):
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    with context.new_page() as page:
        page.goto(f"{dashboard}/meeting?lang=id&slide=3")
        at(page, 3)
        page.locator(".st-key-slide .main-svg").first.wait_for(timeout=READY)
        page.keyboard.press("l")
        page.get_by_text("Tersalin").wait_for(timeout=READY)
        assert page.evaluate("navigator.clipboard.readText()").endswith("/meeting?lang=id&slide=3")
        page.goto(f"{dashboard}/coding?lang=id")
        page.locator("[data-testid=stApp][data-test-script-state=notRunning] h1").first.wait_for(timeout=READY)
        page.get_by_role("button", name="Salin tautan").click(timeout=READY)
        page.get_by_text("Tersalin").wait_for(timeout=READY)
    context.close()


def test_what_is_agreed_on_the_wall_keeps_its_figure_and_is_in_the_list(dashboard, page):
    page.set_default_timeout(READY)
    page.goto(f"{dashboard}/meeting?slide=6&lang=id")
    finding = page.locator("h2").first
    finding.wait_for()
    indicator = finding.inner_text()
    at(page, 6)
    page.locator(".st-key-slide_keys_action button").wait_for(state="attached")
    page.keyboard.press("a")
    form = page.get_by_role("dialog")
    form.get_by_label("Apa yang akan dikerjakan").fill("Tambah kader posyandu")
    form.get_by_label("Penanggung jawab").fill("Bu Siti")
    form.get_by_label("Nama Anda").fill("Ani")
    form.get_by_text("Simpan tindakan ini").click()
    form.wait_for(state="hidden")

    page.goto(f"{dashboard}/actions?lang=id")
    card = page.locator("[data-testid=stText]").filter(has_text="saat disepakati, sekarang")
    card.wait_for()
    assert page.get_by_text("Tambah kader posyandu").is_visible()
    assert page.get_by_text("Bu Siti").first.is_visible()
    named = card.inner_text().split(":")[0]
    assert named.lower() in indicator.lower()
