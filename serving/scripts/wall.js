// Layar Rapat in the browser: a wall that outlives its network. The keys while the server answers: wall_keys.js.
// Every page loads this; it acts only where the wall is. It sends nothing and keeps nothing beyond the page.

const WALL = ".st-key-slide";
const OFFSTAGE = ".st-key-kept_view";
const POLL = 4000; // ms between two questions whether the server is there
const PATIENCE = 30000; // ms that the page may take to come back by itself once the server answers
const kept = new Map(); // number of a view -> { html, names, time }
let order = ""; // what the kept views belong to
let alone = null; // while the connection is lost: what is shown instead
let missed = 0;
let answeringSince = 0;

const one = (selector, inside = document) => inside.querySelector(selector);
const told = () => one(".wall_step")?.dataset;
const app = () => one("[data-testid=stApp]");
const isConnected = () => app()?.dataset.testConnectionState === "CONNECTED";
const isSettled = () => app()?.dataset.testScriptState === "notRunning";
const GROUNDS = ["light", "dark", "contrast"]; // as in ui/slides.py
const NOTHING = ["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock", "Tab"];

function isDrawn(view) {
  const charts = [...view.querySelectorAll("[class*=st-key-slide_chart_], .st-key-narrow_chart_slide")] // there before
    .filter((chart) => chart.getClientRects().length); // Plotly is; one form of two
  return charts.every((chart) => one(".main-svg", chart)) && !one("[data-stale=true]", view);
}

function keepView(view, number) {
  if (!view || !number || !one("h2", view) || !isDrawn(view)) return;
  const names = view.className.replace("st-key-kept_view", "st-key-slide");
  kept.set(Number(number), { html: view.innerHTML, names, time: new Date() });
  document.documentElement.dataset.keptViews = kept.size;
}

function keepWhatIsShown() {
  const words = told();
  if (!words || alone || !isConnected()) return;
  if (words.order !== order) {
    order = words.order;
    kept.clear();
  }
  if (isSettled()) keepView(one(WALL), words.step);
  const offstage = one(OFFSTAGE);
  if (offstage) keepView(offstage, one(".kept_step", offstage)?.dataset.step);
}

function clock(time, pattern) {
  const two = (value) => String(value).padStart(2, "0");
  return pattern.replace("%h", two(time.getHours())).replace("%i", two(time.getMinutes()));
}

function standAlone() {
  const words = { ...told() };
  const box = document.createElement("div");
  box.id = "wall_alone";
  const banner = one(".st-key-sample_banner")?.cloneNode(true); // sample data stay marked, whatever happens
  banner?.setAttribute("inert", "");
  const spinning = one(".rotation:not(#wall_alone *)");
  alone = { box, words, banner, led: 0, ground: words.ground, step: Number(words.step), isTurning: Boolean(spinning), timer: 0,
            seconds: spinning ? parseFloat(getComputedStyle(spinning).animationDuration) : 20 };
  document.body.append(box);
  document.documentElement.classList.add("wall_is_alone");
  paint();
  draw();
}

// The ground stands in the address, so that the page comes back on the one that was chosen meanwhile.
function paint() {
  for (const ground of GROUNDS) alone.box.classList.toggle(`is_${ground}`, ground === alone.ground);
  const address = new URL(location.href);
  if (alone.ground === "light") address.searchParams.delete("ground");
  else address.searchParams.set("ground", alone.ground);
  history.replaceState(history.state, "", address);
}

function text(name, words) {
  const part = document.createElement("div");
  part.className = name;
  part.textContent = words;
  return part;
}

function draw() {
  const { box, words, step } = alone;
  const found = kept.get(step);
  const view = document.createElement("div");
  view.className = found ? found.names : "st-key-slide";
  view.setAttribute("inert", "");
  if (found) view.innerHTML = found.html; // our own page, as it stood here a moment ago
  else view.append(text("alone_missing", words.missing));
  const foot = document.createElement("div");
  foot.className = "alone_bar";
  const time = found ? found.time : newest();
  const place = words.place.replace("%n", step).replace("%m", words.steps);
  foot.append(text("alone_place", place), text("alone_lost", "⚠ " + words.lost.replace("%t", clock(time, words.clock))));
  box.replaceChildren(...[alone.banner, view, foot].filter(Boolean));
  turnInTime();
}

function newest() {
  return [...kept.values()].reduce((last, view) => (view.time > last ? view.time : last), new Date(0));
}

function turnInTime() {
  clearTimeout(alone.timer);
  if (!alone.isTurning) return;
  const bar = document.createElement("div");
  bar.className = "rotation";
  bar.style.animationDuration = `${alone.seconds}s`;
  alone.box.append(bar);
  alone.timer = setTimeout(() => go(alone.step < Number(alone.words.steps) ? alone.step + 1 : 1), alone.seconds * 1000);
}

function go(step) {
  alone.step = Math.min(Math.max(step, 1), Number(alone.words.steps));
  const address = new URL(location.href); // where the page goes on when it comes back
  address.searchParams.set("slide", alone.step);
  history.replaceState(history.state, "", address);
  draw();
}

function comeBack() {
  clearTimeout(alone.timer);
  alone.box.remove();
  document.documentElement.classList.remove("wall_is_alone");
  alone = null;
}

async function serverAnswers() {
  try {
    const answer = await fetch("/_stcore/health", { cache: "no-store", signal: AbortSignal.timeout(POLL) });
    return answer.ok;
  } catch {
    return false;
  }
}

// Lead the page to the ground and the view that were reached meanwhile; false where there is nothing left to do.
function isLedOn() {
  const painting = one(".st-key-dark button");
  if (told().ground !== alone.ground && painting && alone.led++ < 60) {
    painting.click();
    return true;
  }
  const behind = alone.step - Number(told()?.step);
  const button = one(behind > 0 ? ".st-key-next_arrow button" : ".st-key-back_arrow button");
  if (!behind || !button || button.disabled || alone.led++ > 60) return false;
  button.click();
  return true;
}

async function watch() {
  let pause = POLL;
  if (told() || alone) {
    const isThere = await serverAnswers();
    missed = isThere ? 0 : missed + 1;
    answeringSince = isThere ? answeringSince || Date.now() : 0;
    const isWritten = one("[data-testid=stDialog] textarea"); // never take a form from who is writing
    if (!alone && told() && !isWritten && missed && (missed > 1 || !isConnected())) standAlone();
    if (alone && isThere && isConnected() && isSettled() && told()) {
      if (isLedOn()) pause = 400;
      else comeBack();
    } else if (alone && isThere && Date.now() - answeringSince > PATIENCE) location.reload();
  }
  setTimeout(watch, alone ? Math.min(pause, POLL / 2) : POLL);
}

const MOVES = {
  ArrowRight: () => go(alone.step + 1), PageDown: () => go(alone.step + 1), " ": () => go(alone.step + 1),
  ArrowLeft: () => go(alone.step - 1), PageUp: () => go(alone.step - 1), Home: () => go(1),
  End: () => go(Number(alone.words.steps)),
  b: () => alone.box.classList.add("is_black"),
  t: () => { alone.ground = GROUNDS[(GROUNDS.indexOf(alone.ground) + 1) % GROUNDS.length]; paint(); },
  p: () => { alone.isTurning = !alone.isTurning; draw(); },
  f: () => (document.fullscreenElement ? document.exitFullscreen() : document.documentElement.requestFullscreen().catch(() => {})),
  a: sayNotNow, q: sayNotNow, n: sayNotNow, l: sayNotNow,
}; // prettier-ignore

// What needs the server says so, instead of nothing.
function sayNotNow() {
  one(".alone_not_now", alone.box)?.remove();
  alone.box.append(text("alone_not_now", alone.words.notNow));
  setTimeout(() => one(".alone_not_now")?.remove(), 8000);
}

function pressed(event) {
  if (!alone || event.ctrlKey || event.metaKey || event.altKey) return;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  event.stopImmediatePropagation(); // nobody is there to hear it
  if (alone.box.classList.contains("is_black")) {
    if (key.length > 1 && NOTHING.includes(key)) return;
    alone.box.classList.remove("is_black"); // any key shows the picture again
  } else if (MOVES[key]) MOVES[key]();
  else return;
  event.preventDefault();
}

window.addEventListener("keydown", pressed, { capture: true });
setInterval(keepWhatIsShown, 700);
setTimeout(watch, POLL);
