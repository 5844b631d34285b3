// The one element that the preview adds to a page, and what stands in it: a dock, a side panel, an overlay.
// All of it is in a shadow root, so that neither side can change how the other looks.

import { button, element } from "./element.js";

const host = element("dateline-preview", { lang: "en", dir: "ltr" });
const root = host.attachShadow({ mode: "open" });
const sheet = element("link", { rel: "stylesheet", href: "/-/preview.css" });

export const stripe = element("div", { className: "stripe", hidden: true });
export const overlay = element("section", { className: "overlay", role: "dialog", hidden: true, tabIndex: -1 });
export const dock = element("nav", { className: "dock", "aria-label": "Preview" });
export const why = button("why?", null, { className: "why", hidden: true, title: "How this figure was judged (press ?)" });
const note = element("p", { className: "note", hidden: true });
const status = element("p", { className: "unseen", role: "status" });
const body = element("div", { className: "panel-body" });
const title = element("h2", { tabIndex: -1, id: "title" });
const panel = element(
  "aside",
  { className: "panel", role: "dialog", "aria-labelledby": "title", id: "panel", hidden: true },
  element("header", {}, title, button("Close", () => close(true))),
  body,
);

let opened = ""; // which of the views the panel shows
let views = {};

/** Put the frame on the page once its own style sheet is there. */
export function show() {
  const stack = element("div", { className: "stack" }, overlay, panel, note, dock);
  sheet.onload = sheet.onerror = () => root.append(stripe, why, stack, status);
  root.append(sheet);
  document.documentElement.append(host);
  root.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !panel.contains(root.activeElement)) return;
    event.stopPropagation();
    close(true);
  });
}

/** The views of the panel by name: each has a title, a button's text and a function that makes its content. */
export function offer(given) {
  views = given;
  for (const [name, view] of Object.entries(views)) {
    view.button = button("", () => (opened === name ? close(true) : open(name, true)), {
      "aria-controls": "panel",
      "aria-expanded": "false",
      className: `to-${name}`,
      hidden: true,
    });
    dock.append(view.button);
  }
}

/** Show a view again after what it shows has changed; where nothing is left of it, close it. */
export function renew(name, text) {
  const view = views[name];
  view.button.hidden = !text;
  view.button.textContent = text;
  if (opened === name && !text) close(false);
  else if (opened === name) view.again ? view.again() : open(name, false);
}

/** Open a view; the focus goes there only when the reader asked for it. */
export function open(name, isAsked, ...of) {
  const held = body.contains(root.activeElement);
  opened = name;
  title.textContent = views[name].title;
  body.replaceChildren(...views[name].content(...of));
  panel.hidden = false;
  mark();
  if (isAsked || held) title.focus();
  if (isAsked) views[name].remember?.(true);
}

export function close(isAsked) {
  const view = views[opened];
  panel.hidden = true;
  opened = "";
  mark();
  if (isAsked) {
    view?.button.focus();
    view?.remember?.(false);
  }
}

function mark() {
  for (const [name, view] of Object.entries(views)) view.button.setAttribute("aria-expanded", name === opened);
}

/** One sentence for the ears alone. */
export const announce = (text) => void (status.textContent = text);

/** One line above the dock, with something to press or without; nothing takes it away. */
export function tell(text = "", ...actions) {
  note.replaceChildren(text, ...actions);
  note.hidden = !text;
  announce(text);
}

/** Whether an event came from the preview's own elements. */
export const isOurs = (event) => event.composedPath().includes(host);
