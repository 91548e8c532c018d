// The keys of Layar Rapat while the server answers: none acts on the wall while somebody writes, none is lost, and a
// form that was closed half-written comes back as it was. It sends nothing and keeps nothing beyond the page.

const one = (selector, inside = document) => inside.querySelector(selector);
const told = () => one(".wall_step")?.dataset;
const dialog = () => one("[data-testid=stDialog]");
const FIELDS = "textarea, input:not([type=hidden])";
const isWriting = (target) => Boolean(target.closest?.("input, textarea, select, [contenteditable=true], [role=spinbutton]"));
const isPlain = (event) => !(event.ctrlKey || event.metaKey || event.altKey);
const isOurs = () => told() && !document.documentElement.classList.contains("wall_is_alone");
const PATIENCE = 15000; // ms that a form may take to come
const SETTLED = 150; // ms
const MOVES = { ArrowRight: 1, PageDown: 1, " ": 1, ArrowLeft: -1, PageUp: -1, Home: -1000, End: 1000 };
const MODIFIERS = ["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock", "Tab"];

// What is typed after A goes into the form, even before it is there.
let askedFor = 0; // when A was pressed
let early = "";
let met = null; // the dialog that was prepared
let isClosedByHand = false;
const drafts = new Map(); // by the label of a field

function write(field, text) {
  field.focus();
  document.execCommand("insertText", false, text); // as if it were typed: the form hears of it
}

// Only when the form has settled: its fields are emptied once after they appeared.
function prepare(form) {
  const fields = [...form.querySelectorAll(FIELDS)];
  if (form !== dialog() || form === met || !fields.length) return;
  met = form;
  isClosedByHand = false;
  for (const field of fields) {
    const draft = drafts.get(field.getAttribute("aria-label"));
    if (draft && !field.value) write(field, draft);
  }
  fields[0].focus();
  if (early) write(fields[0], early);
  early = "";
  askedFor = 0;
}

function look() {
  const form = dialog();
  if (form && told() && form !== met && one(FIELDS, form)) setTimeout(prepare, SETTLED, form);
  if (!form && met) {
    if (!isClosedByHand) drafts.clear(); // the server closed it: what was written is kept there
    met = null;
  }
}

function remember(event) {
  const field = event.target;
  const isText = isWriting(field) && field.closest("[data-testid=stTextArea], [data-testid=stTextInput]");
  if (met?.contains(field) && isText) drafts.set(field.getAttribute("aria-label"), field.value);
}

// A form has the keys to itself; what is typed beside its fields goes into the first.
function pressedInForm(event, form) {
  const isHere = form.contains(event.target) || event.target === document.body; // and not in its calendar
  if (event.key === "Escape" && isHere) {
    event.preventDefault();
    event.stopImmediatePropagation(); // the wall would be left
    one("button[aria-label=Close]", form)?.click();
  } else if (isHere && event.key.length === 1 && event.key !== " " && isPlain(event) && !isWriting(event.target))
    one(FIELDS, form)?.focus();
}

function pressedBeforeForm(event) {
  if (event.key === "Backspace") early = early.slice(0, -1);
  else if (event.key.length === 1 && isPlain(event)) early += event.key;
  event.preventDefault();
  event.stopImmediatePropagation();
}

// Quick presses are counted and become one step to where they lead: the server would take two of the same moment for
// one, and thirty one after the other would keep the room waiting.
let aim = null; // the view that the presses lead to
let sent = null; // the one that the server was asked for
let since = 0;

function lead() {
  const step = Number(told()?.step);
  const isWaiting = sent !== null && step !== sent && Date.now() - since < PATIENCE;
  if (!isWaiting) {
    if (aim === step || !told()) aim = sent = null;
    else {
      const address = new URL(location.href);
      address.searchParams.set("slide", aim);
      history.replaceState(history.state, "", address);
      sent = aim;
      since = Date.now();
      window.dispatchEvent(new PopStateEvent("popstate")); // as if somebody had gone back there
    }
  }
  if (aim !== null) setTimeout(lead, 40);
}

function move(by) {
  const isLeading = aim !== null;
  const { step, steps } = told();
  aim = Math.min(Math.max((aim ?? Number(step)) + by, 1), Number(steps));
  if (!isLeading) lead();
}

function fullScreen() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen().catch(() => {});
}

function pressed(event) {
  if (!isOurs()) return;
  const form = dialog();
  if (form && (met || !askedFor)) return pressedInForm(event, form);
  if (Date.now() - askedFor < PATIENCE) return pressedBeforeForm(event);
  if (isWriting(event.target) || !isPlain(event)) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  const take = () => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  if (one(".black_wall")) {
    if (MODIFIERS.includes(key)) return;
    take();
    if (!event.repeat) one(".st-key-black button")?.click(); // any key shows the picture again
  } else if (key === "f") {
    take();
    fullScreen();
  } else if (key === " " && event.target.closest?.("button, a, summary")) event.stopImmediatePropagation();
  else if (key in MOVES) {
    take();
    move(MOVES[key]);
  } else if (key === "a" && one(".st-key-take_action button")) {
    askedFor = Date.now();
    early = "";
  }
}

function clicked(event) {
  const form = dialog();
  if (form && (!event.target.closest("[data-testid=stDialog] [role=dialog]") || event.target.closest("button[aria-label=Close]")))
    isClosedByHand = true;
  if (isOurs() && event.target.closest(".st-key-take_action button")) askedFor = Date.now();
}

// The keys of the wall are heard at the document, after everything in a form has had them.
function heardAtTheDocument(event) {
  if (isOurs() && dialog()) event.stopImmediatePropagation();
}

window.addEventListener("keydown", pressed, { capture: true });
window.addEventListener("click", clicked, { capture: true });
window.addEventListener("input", remember, { capture: true });
document.addEventListener("keydown", heardAtTheDocument);
new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true });
