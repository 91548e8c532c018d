// What the framework leaves out of reach of a keyboard or a screen reader. Every page loads this; nothing that is seen
// changes but the ring of the focus.

const MENU = "[data-testid=stSidebarNavItems]:not([role]), [data-testid=stSidebarNavItems] li:not([role])";
const SCROLLERS = "[data-testid=stTable] div:not([tabindex]), .katex-display:not([tabindex]), [data-testid=stElementContainer]:has([data-testid=stPlotlyChart]):not([tabindex])";

// The menu has headings between its items, in a list that allows none: it is told as links, not as a list.
function tellLinks() {
  for (const part of document.querySelectorAll(MENU)) part.setAttribute("role", "presentation");
}

// A table or chart that is wider than its box is moved by the arrow keys once it can have the focus.
function reachScrollers() {
  for (const box of document.querySelectorAll(SCROLLERS))
    if (box.scrollWidth > box.clientWidth + 1 && getComputedStyle(box).overflowX !== "visible") box.setAttribute("tabindex", "0");
}

setInterval(() => {
  tellLinks();
  reachScrollers();
}, 700);
