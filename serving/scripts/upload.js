// Unggah Data for those who hear a page or use the keyboard alone: the uploader's names in the page's language, and a
// focus that stays where it was when what had it is gone. Every page loads this; it acts only where .upload_words is.

const words = () => document.querySelector(".upload_words")?.dataset;
const named = {
  "[data-testid=stFileUploaderDropzone] button": "choose",
  "[data-testid=stFileUploaderDropzoneInput]": "choose",
  "[data-testid=stFileUploaderDeleteBtn] button": "remove",
};
const reachable = "a[href], button:enabled, input:enabled, textarea:enabled, summary, [tabindex='0']";
let before = null; // where the focus was, with all that could be reached before it and from there on
let byKey = false;
let waiting = 0;
let tries = 0;

function nameUploader(told) {
  for (const [selector, word] of Object.entries(named)) {
    for (const element of document.querySelectorAll(selector)) {
      if (element.getAttribute("aria-label") !== told[word]) element.setAttribute("aria-label", told[word]);
    }
  }
}

const inPage = () => {
  const main = document.querySelector("[data-testid=stMain]");
  const isThere = (each) => each.tabIndex >= 0 && each.offsetParent && (each.checkVisibility?.() ?? true);
  return main ? [...main.querySelectorAll(reachable)].filter(isThere) : [];
};
const isSettled = () => document.querySelector("[data-testid=stApp]")?.dataset.testScriptState === "notRunning";
const hasFocus = () => document.activeElement && document.activeElement !== document.body;

// A place is more than its element: what is drawn next may use the same button again for another question.
const placed = (element) => {
  const widget = element.closest("[class*='st-key-']")?.className.match(/st-key-\S+/)?.[0];
  return `${widget ?? ""} ${element.innerText ?? ""}`;
};

function remember(event) {
  const all = inPage();
  const at = all.indexOf(event.target);
  if (at < 0) return;
  const isUploader = Boolean(event.target.closest("[data-testid=stFileUploader]"));
  const places = all.map((element) => [element, placed(element)]);
  before = { following: places.slice(at), preceding: places.slice(0, at).reverse(), isUploader };
}

// After a repair or an answer is taken its button is gone, and Tab would begin again at the top of the page.
function keepPlace() {
  if (!byKey || !before || hasFocus() || !words()) return;
  if (tries++ < 60) waiting = setTimeout(keepPlace, 150); // until something has it: not all can be had at once
  const all = inPage();
  if (!isSettled() || !all.length) return;
  const standing = ([each, place]) => all.includes(each) && placed(each) === place;
  const uploader = before.isUploader && document.querySelector("[data-testid=stFileUploaderDropzone] button:enabled");
  const earlier = before.preceding.find(standing);
  const behind = earlier ? Math.min(all.indexOf(earlier[0]) + 1, all.length - 1) : 0;
  const kept = before.following.filter(standing).map(([each]) => each);
  for (const each of [...kept, ...(uploader ? [uploader] : []), ...all.slice(behind)]) {
    each.focus({ preventScroll: true });
    if (hasFocus()) return; // what is folded away takes none
  }
}

const look = () => {
  const told = words();
  if (!told) return;
  nameUploader(told);
  clearTimeout(waiting);
  tries = 0;
  waiting = setTimeout(keepPlace, 150);
};

document.addEventListener("keydown", () => (byKey = true), true);
document.addEventListener("pointerdown", () => (byKey = false), true);
document.addEventListener("focusin", (event) => words() && remember(event), true);
new MutationObserver(look).observe(document, {
  childList: true, subtree: true, attributes: true, attributeFilter: ["data-test-script-state"],
});
