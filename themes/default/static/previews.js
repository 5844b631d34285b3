// A card beside a link to an actor, a document or a measure, and beside a quoted figure, while the pointer or the
// keyboard's focus is there. Esc closes it.

const OPEN = 300;
const CLOSE = 180;
const GAP = 6;
const EDGE = 8;
const SITE = new URL("..", import.meta.url).href;
const HAS_CARD = /^(actors\/[^/]+|facts\/(?!page\/)[^/]+\/[^/]+|\d{4}\/\d\d\/\d\d\/[^/]+)\/$/;
const CARD = /<meta name="dateline:card"[^>]*>/;
const SIGNS = { amp: "&", lt: "<", gt: ">", quot: '"', "#34": '"', "#39": "'" };
const LINES = ["kicker", "peek-name", "peek-text", "peek-line"];
const QUOTED = ".prose mark.quote, .prose .fact-refs a";
// Here a card would say what stands beside the link.
const PLAIN = "dialog, nav:not(.turn), .card-title, .result";

const root = document.documentElement;
const box = document.createElement("div");
box.id = "state";
box.className = "state-box";
box.popover = "manual";
box.role = "tooltip";

const cards = new Map();
let wanted = null;
let shownFor = null;
let timer = 0;

/** Soon: the card of this element, or none. */
function want(part) {
  if (part === wanted) return;
  wanted = part;
  clearTimeout(timer);
  timer = setTimeout(part ? show : hide, part ? OPEN : CLOSE, part);
}

async function show(part) {
  if (part === shownFor) return;
  const content = part.matches(QUOTED) ? states(part) : await cardOf(part);
  if (part !== wanted) return;
  hide();
  if (!content?.length || !part.isConnected) return;
  box.replaceChildren(...content);
  shownFor = part;
  part.setAttribute("aria-describedby", box.id);
  box.showPopover();
  place();
}

function hide() {
  clearTimeout(timer);
  shownFor?.removeAttribute("aria-describedby");
  shownFor = null;
  box.hidePopover();
}

/** Below the element or above it, never over it, never off the screen. */
function place() {
  if (!shownFor) return;
  const { top, bottom, left, right } = shownFor.getBoundingClientRect();
  box.style.maxHeight = "";
  const { width, height } = box.getBoundingClientRect();
  const [above, below] = [top, innerHeight - bottom].map((room) => room - GAP - EDGE);
  const under = height <= below || below >= above;
  const start = getComputedStyle(shownFor).direction === "rtl" ? right - width : left;
  box.style.maxHeight = `${Math.max(under ? below : above, 64)}px`;
  box.style.left = `${Math.max(EDGE, Math.min(start, root.clientWidth - width - EDGE))}px`;
  box.style.top = `${under ? bottom + GAP : Math.max(EDGE, top - GAP - height)}px`;
}

/** What the archive knows of the figures in a quotation; the signs after it belong to it. */
function states(part) {
  let quotation = [];
  for (const one of document.querySelectorAll(".prose mark.quote, .prose .fact-refs")) {
    quotation.push(one);
    if (one.matches("mark")) continue;
    if (quotation.some((each) => each.contains(part))) break;
    quotation = [];
  }
  const ids = quotation.flatMap((one) => [one, ...one.querySelectorAll("[id]")].map(({ id }) => id));
  return [...document.querySelectorAll("template[data-state]")]
    .filter(({ dataset }) => ids.includes(dataset.state))
    .map(({ content }) => content.cloneNode(true));
}

/** What the page that a link leads to says of itself, or nothing. */
async function cardOf(link) {
  const [page, here] = [new URL(link.getAttribute("href"), location), location].map(({ href }) => href.split("#")[0]);
  if (page === here || link.closest(PLAIN) || !page.startsWith(SITE) || !HAS_CARD.test(page.slice(SITE.length))) return;
  if (!cards.has(page)) cards.set(page, read(page).catch(() => void cards.delete(page)));
  const card = await cards.get(page);
  return card?.content.split("\n").flatMap((text, index) => {
    if (!text) return [];
    const line = document.createElement("p");
    line.className = LINES[index];
    if (index % 3) [line.lang, line.dir] = [card.lang || root.lang, "auto"];
    line.ariaHidden = text === link.textContent; // a screen reader has just said it
    line.textContent = text;
    return [line];
  });
}

/** The <meta> near the beginning of a page; the rest of it is not fetched. */
async function read(page) {
  const reader = (await fetch(page)).body.pipeThrough(new TextDecoderStream()).getReader();
  let [text, found, part] = [""];
  do {
    part = await reader.read();
    text += part.value ?? "";
    found = CARD.exec(text);
  } while (!found && !part.done);
  reader.cancel();
  return found && { content: valueIn(found[0], "content") ?? "", lang: valueIn(found[0], "lang") };
}

/** An attribute of a tag as it was written: no string becomes HTML here, not even apart from the page. */
function valueIn(tag, name) {
  const [, value] = new RegExp(` ${name}="([^"]*)"`).exec(tag) ?? [];
  return value?.replace(/&(#?\w+);/g, (whole, sign) => SIGNS[sign] ?? whole);
}

const at = ({ target }) => (box.contains(target) ? shownFor : (target.closest?.(`${QUOTED}, a[href]`) ?? null));

if (box.showPopover) {
  document.getElementById("main").append(box);
  const hear = (type, listener) => document.addEventListener(type, listener, { passive: true, capture: true });
  // Not pointerover, which also comes when the page moves below a pointer at rest.
  hear("pointermove", (event) => event.pointerType === "touch" || want(at(event)));
  root.addEventListener("pointerleave", () => want(null));
  hear("focusin", (event) => {
    const part = event.target.matches(":focus-visible") ? at(event) : null;
    if (part !== shownFor) hide();
    want(part);
    if (part?.matches(QUOTED)) show(part); // no wait: there is nothing to fetch
  });
  hear("focusout", () => want(null));
  hear("click", hide);
  hear("keydown", ({ key }) => key === "Escape" && hide());
  hear("scroll", place);
  document.addEventListener("dateline:morphed", () => (cards.clear(), shownFor?.isConnected || hide()));
}
