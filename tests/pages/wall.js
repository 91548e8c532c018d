// What stands on the wall: every text with its size as a share of the height, what is cut, and what the bar covers.
() => {
  const aside = "style, script, noscript, .st-key-kept_view, [data-testid=stSidebar], [data-testid=stHeader], " +
    "[data-testid=stSkipToContent], [data-testid=stIconMaterial], [class*=st-key-slide_keys]:not(.st-key-slide_keys_action)";
  const bars = ".st-key-slide_bar, .st-key-slide_keys_action, .alone_bar";
  const top = Math.min(...[...document.querySelectorAll(bars)].map((bar) => bar.getBoundingClientRect().top));
  const corner = document.querySelector(".wall_corner")?.getBoundingClientRect(); // the code for phones
  const seen = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const node = texts.currentNode, owner = node.parentElement;
    if (!node.textContent.trim() || owner.closest(aside)) continue;
    const style = getComputedStyle(owner);
    if (style.visibility === "hidden" || style.display === "none") continue;
    const range = document.createRange();
    range.selectNodeContents(node);
    const box = range.getBoundingClientRect();
    if (box.width < 2 || box.height < 2) continue;
    const matrix = owner.closest("svg") ? owner.getScreenCTM() : null;
    const size = parseFloat(style.fontSize) * (matrix ? Math.hypot(matrix.a, matrix.b) : 1);
    const covered = corner && box.right > corner.left && box.top < corner.bottom && box.bottom > corner.top;
    const low = owner.closest(bars) ? innerHeight : top;
    const cut = box.left < -1 || box.right > innerWidth + 1 || box.top < -1 || box.bottom > low + 1 || covered;
    seen.push({ text: node.textContent.trim(), share: size / innerHeight, cut, ink: matrix ? style.fill : style.color });
  }
  const ellipses = [...document.querySelectorAll(".st-key-slide *")]
    .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).textOverflow === "ellipsis");
  const page = document.querySelector("[data-testid=stMain]");
  return { seen, cut: [...seen.filter((one) => one.cut).map((one) => one.text), ...ellipses.map((one) => one.textContent)],
           scrolls: page.scrollHeight > page.clientHeight };
}
