// Single keys, as `?` lists them. They can be switched off, and rest in a field and below a dialog.

const KEPT = "dateline:keys";
const SOON = 1500;
const list = document.getElementById("keys-list").content;
const keys = document.documentElement.dataset;
let before = "";
let last = 0;

/** Other scripts with single keys look at `data-keys` too. */
function turn(to, keep) {
  keys.keys = to;
  try {
    keep ? localStorage.setItem(KEPT, to) : (keys.keys = localStorage.getItem(KEPT) ?? to);
  } catch {
    // A browser that keeps nothing: it holds for this page.
  }
}

function open() {
  if (!document.getElementById("keys")) document.body.append(list.cloneNode(true));
  const dialog = document.getElementById("keys");
  const own = dialog.querySelector("input");
  own.checked = keys.keys === "on";
  own.onchange = () => turn(own.checked ? "on" : "off", true);
  dialog.showModal();
}

/** To the next entry or the one before; from elsewhere, to the first on the screen. */
function step(by) {
  const all = [];
  for (const item of document.querySelectorAll("main :is(li, tbody tr, .card, .mentions-document)")) {
    if (all.at(-1)?.item.contains(item) || item.closest(".prose, nav, form, figure, .calendar")) continue;
    const link = item.querySelector("a:not([href^='#'])");
    if (link?.checkVisibility()) all.push({ item, link });
  }
  let at = all.findIndex(({ item }) => item.contains(document.activeElement));
  if (at < 0) {
    at = all.findIndex(({ link }) => link.getBoundingClientRect().top >= 0);
    at = (at < 0 ? all.length : at) - (by > 0);
  }
  const to = all[Math.max(0, Math.min(at + by, all.length - 1))];
  to?.link.focus({ preventScroll: true });
  (to?.item.offsetHeight < innerHeight / 2 ? to.item : to?.link)?.scrollIntoView({ block: "nearest" });
}

/** Where another script is typed, the Latin key of that place. */
function latin({ key, code }) {
  if (!/^[^\p{Script=Latin}\p{Script=Common}]$/u.test(key)) return key;
  return { BracketLeft: "[", BracketRight: "]" }[code] ?? code.replace("Key", "").toLowerCase();
}

document.addEventListener("keydown", (event) => {
  const { target, timeStamp } = event;
  if (keys.keys !== "on" || event.defaultPrevented || event.isComposing) return;
  if ((event.ctrlKey || event.altKey || event.metaKey) && !event.getModifierState("AltGraph")) return;
  if (target.isContentEditable || target.closest("input, textarea, select") || document.querySelector(":modal")) return;
  const key = latin(event);
  const way = before === "g" && timeStamp - last < SOON && list.querySelector(`[data-go="${CSS.escape(key)}"]`);
  [before, last] = [way ? "" : key, timeStamp];
  const rel = { "[": "prev", "]": "next" }[key];
  if (way) location.assign(way.getAttribute("href"));
  else if ("?؟？".includes(key)) open();
  else if (key === "j") step(1);
  else if (key === "k") step(-1);
  else if (rel) [...document.querySelectorAll(`main a[rel~=${rel}]`)].at(-1)?.click();
  else return;
  event.preventDefault();
});

turn("on");
for (const opener of document.querySelectorAll("[data-open-keys]")) {
  opener.parentElement.hidden = false;
  opener.onclick = open;
}
