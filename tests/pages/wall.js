// What stands on the wall (or on a phone): every text with its size as a share of the height, what is cut, what lies on
// another text, what is drawn outside its box, and what the bar covers.
() => {
  const aside = "style, script, noscript, .st-key-kept_view, [data-testid=stSidebar], [data-testid=stHeader], " +
    "[data-testid=stSkipToContent], [data-testid=stIconMaterial], [class*=st-key-slide_keys]:not(.st-key-slide_keys_action)";
  const bars = ".st-key-slide_bar, .st-key-slide_keys_action, .alone_bar";
  const top = Math.min(...[...document.querySelectorAll(bars)].map((bar) => bar.getBoundingClientRect().top));
  const corner = document.querySelector(".wall_corner")?.getBoundingClientRect(); // the code for phones
  const seen = [], drawn = [];
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
    const covered = corner?.width && box.right > corner.left && box.top < corner.bottom && box.bottom > corner.top;
    const low = owner.closest(bars) ? innerHeight : top;
    const cut = box.left < -1 || box.right > innerWidth + 1 || box.top < -1 || box.bottom > low + 1 || covered;
    seen.push({ text: node.textContent.trim(), share: size / innerHeight, cut, wide: box.left < -1 || box.right > innerWidth + 1,
                ink: matrix ? style.fill : style.color });
    const isAslant = matrix && Math.abs(matrix.b) > 0.01; // its box says nothing of its letters
    if (owner.closest(".st-key-slide") && !isAslant) drawn.push({ text: node.textContent.trim(), box, size, is: owner.closest("text") ?? owner });
  }
  const over = []; // letters that lie on letters: the middle half of both lines, so that tight lines do not count
  const core = ({ box, size }) => ({ l: box.left + 1, r: box.right - 1, t: (box.top + box.bottom - size * 0.5) / 2, b: (box.top + box.bottom + size * 0.5) / 2 });
  for (let n = 0; n < drawn.length; n++)
    for (let m = n + 1; m < drawn.length; m++) {
      if (drawn[n].is === drawn[m].is) continue;
      const a = core(drawn[n]), b = core(drawn[m]);
      if (a.l < b.r && b.l < a.r && a.t < b.b && b.t < a.b) over.push(`${drawn[n].text} | ${drawn[m].text}`);
    }
  const out = []; // drawings larger than a box that cuts them, or than the screen
  for (const svg of document.querySelectorAll(".st-key-slide .main-svg")) {
    const box = svg.getBoundingClientRect();
    if (box.width < 2) continue;
    if (box.right > innerWidth + 1 || box.left < -1) out.push(`screen: ${box.left} to ${box.right}`);
    for (let around = svg.parentElement; !around.matches(".stApp"); around = around.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(around), room = around.getBoundingClientRect();
      if ((overflowX !== "visible" && (box.right > room.right + 1 || box.left < room.left - 1)) ||
          (overflowY !== "visible" && !around.matches("[data-testid=stMain], [data-testid=stAppViewContainer]") && box.bottom > room.bottom + 1))
        out.push(`${around.className.slice(0, 60)}: ${box.width}×${box.height} in ${room.width}×${room.height}`);
    }
  }
  const onIcons = [...document.querySelectorAll(bars)].flatMap((bar) => [...bar.querySelectorAll("button")])
    .filter((button) => {
      const icon = button.querySelector("[data-testid=stIconMaterial]")?.getBoundingClientRect();
      const words = button.querySelector("p")?.getBoundingClientRect();
      return icon?.width && words?.width > 2 && icon.right > words.left + 1;
    }).map((button) => button.textContent);
  const ellipses = [...document.querySelectorAll(".st-key-slide *")]
    .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).textOverflow === "ellipsis");
  const page = document.querySelector("[data-testid=stMain]");
  return { seen, cut: [...seen.filter((one) => one.cut).map((one) => one.text), ...ellipses.map((one) => one.textContent)],
           over, out, onIcons, wide: seen.filter((one) => one.wide).map((one) => one.text),
           scrolls: page.scrollHeight > page.clientHeight, scrollsSideways: page.scrollWidth > page.clientWidth };
}
