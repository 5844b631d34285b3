// Beside a quoted figure: what the archive knows of its measure, on hover and on focus. Esc closes it.

const WAIT = 150;
const box = document.createElement("div");
box.id = "state";
box.className = "state-box";
box.popover = "manual";
box.setAttribute("role", "tooltip");
document.querySelector("main").append(box);

const states = new Map();
let timer = 0;
let shownFor = null;

/** Show the states of these anchors beside an element. */
function show(anchors, beside) {
  clearTimeout(timer);
  if (shownFor === beside) return;
  box.replaceChildren(...anchors.filter((id) => states.has(id)).map((id) => states.get(id).cloneNode(true)));
  if (!box.hasChildNodes()) return;
  hide();
  shownFor = beside;
  beside.setAttribute("aria-describedby", box.id);
  box.showPopover();
  place(beside);
}

function hide() {
  clearTimeout(timer);
  shownFor?.removeAttribute("aria-describedby");
  shownFor = null;
  if (box.matches(":popover-open")) box.hidePopover();
}

function hideSoon() {
  clearTimeout(timer);
  timer = setTimeout(hide, WAIT);
}

/** Under the first line of the element, or over it where there is no room below; never off the screen. */
function place(beside) {
  const line = beside.getClientRects()[0];
  const { width, height } = box.getBoundingClientRect();
  const left = Math.min(Math.max(8, line.left), document.documentElement.clientWidth - width - 8);
  const below = line.bottom + 6;
  const top = below + height > window.innerHeight && line.top > height ? line.top - height - 6 : below;
  box.style.left = `${left}px`;
  box.style.top = `${top}px`;
}

/** Each quotation: its stretches of text, the anchors in them, and the links behind it. */
function* quotations() {
  let marks = [];
  let anchors = [];
  for (const part of document.querySelectorAll(".prose mark.quote, .prose .fact-refs")) {
    if (part.matches("mark")) {
      marks.push(part);
      anchors.push(...[part, ...part.querySelectorAll("[id]")].map((one) => one.id).filter(Boolean));
    } else {
      yield { marks, anchors, links: [...part.querySelectorAll("a")] };
      marks = [];
      anchors = [];
    }
  }
}

/** Find the states and the quotations, also again: the preview changes the page while it is read. */
function listen() {
  for (const one of document.querySelectorAll("template[data-state]")) states.set(one.dataset.state, one.content);
  for (const { marks, anchors, links } of quotations()) {
    for (const part of [...marks, ...links]) {
      part.onpointerenter = () => show(anchors, part);
      part.onpointerleave = hideSoon;
    }
    for (const link of links) {
      link.onfocus = () => show(anchors, link);
      link.onblur = hideSoon;
    }
  }
  if (shownFor && !shownFor.isConnected) hide();
}

if (HTMLElement.prototype.showPopover) {
  listen();
  document.addEventListener("dateline:morphed", listen);
  box.addEventListener("pointerenter", () => clearTimeout(timer));
  box.addEventListener("pointerleave", hideSoon);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
  document.addEventListener("scroll", () => shownFor && place(shownFor), { passive: true });
}
