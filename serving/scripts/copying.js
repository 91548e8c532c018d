// "Copy link": puts the address into the clipboard, where the browser allows it, and says so beside it. A page under
// plain http on another name than localhost has no clipboard of its own; the old command may still do it, and where it
// does not, the address stands in its box to be copied by hand.

async function isCopied(address) {
  try {
    await navigator.clipboard.writeText(address);
    return true;
  } catch {
    return isCopiedTheOldWay(address);
  }
}

function isCopiedTheOldWay(address) {
  const box = document.querySelector(".to_copy").closest("[role=dialog]") ?? document.body; // where the focus may go
  const field = document.createElement("textarea");
  const before = document.activeElement;
  field.value = address;
  field.setAttribute("aria-hidden", "true");
  field.style.cssText = "position: fixed; opacity: 0;";
  box.append(field);
  field.select();
  let isDone = false;
  try {
    isDone = document.execCommand("copy");
  } finally {
    field.remove();
    before?.focus?.();
  }
  return isDone;
}

async function look() {
  const told = document.querySelector(".to_copy:not([data-tried])");
  if (!told) return;
  told.dataset.tried = "";
  if (await isCopied(told.dataset.address)) told.textContent = told.dataset.words;
}

new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true });
