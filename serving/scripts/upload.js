// Unggah Data for those who hear a page or use the keyboard alone: the uploader's names in the page's language, and a
// focus that stays where it was when what had it is gone. Every page loads this; it acts only where .upload_words is.

const words = () => document.querySelector(".upload_words")?.dataset;
const named = {
  "[data-testid=stFileUploaderDropzone] button": "choose",
  "[data-testid=stFileUploaderDropzoneInput]": "choose",
  "[data-testid=stFileUploaderDeleteBtn] button": "remove",
};
const reachable = "a[href], button:enabled, input:enabled, textarea:enabled, summary, [tabindex='0']";
let before = null; // where the focus was: what could be reached from there on, and how many before it
let byKey = false;

function nameUploader(told) {
  for (const [selector, word] of Object.entries(named)) {
    for (const element of document.querySelectorAll(selector)) {
      if (element.getAttribute("aria-label") !== told[word]) element.setAttribute("aria-label", told[word]);
    }
  }
}

const inPage = () => {
  const main = document.querySelector("[data-testid=stMain]");
  return main ? [...main.querySelectorAll(reachable)].filter((each) => each.tabIndex >= 0 && each.offsetParent) : [];
};
const isSettled = () => document.querySelector("[data-testid=stApp]")?.dataset.testScriptState === "notRunning";
const hasFocus = () => document.activeElement && document.activeElement !== document.body;

function remember(event) {
  const all = inPage();
  const at = all.indexOf(event.target);
  if (at >= 0) before = { following: all.slice(at), count: at };
}

// After a repair or an answer is taken its button is gone, and Tab would begin again at the top of the page.
function keepPlace() {
  if (!byKey || !before || hasFocus() || !isSettled()) return;
  const all = inPage();
  const next = before.following.find((each) => all.includes(each)) ?? all[Math.min(before.count, all.length - 1)];
  next?.focus({ preventScroll: true });
}

let waiting = 0;
const look = () => {
  const told = words();
  if (!told) return;
  nameUploader(told);
  clearTimeout(waiting);
  waiting = setTimeout(keepPlace, 150);
};

document.addEventListener("keydown", () => (byKey = true), true);
document.addEventListener("pointerdown", () => (byKey = false), true);
document.addEventListener("focusin", (event) => words() && remember(event), true);
new MutationObserver(look).observe(document, {
  childList: true, subtree: true, attributes: true, attributeFilter: ["data-test-script-state"],
});
