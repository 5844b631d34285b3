// From what stands on the page to the line in a file: Alt-click, and every place that is named.

import { ask } from "./ask.js";
import { button } from "./element.js";
import { factAt } from "./facts.js";
import { isOurs, tell } from "./frame.js";

const PARTS = "h1, h2, h3, h4, h5, h6, p, li, tr, dt, dd, blockquote, pre, figure, img, summary";
const LONGEST = 160;

/** Ask where something is written and go there. */
async function goTo(query) {
  const place = await ask("place", query);
  if (!place) return tell("It is not known where this is written.", button("Close", () => tell()));
  const { file, line, column, url } = place;
  if (!url) return tell(`${file}:${line}:${column}`, button("Close", () => tell()));
  tell();
  if (!/^(javascript|data|blob):/i.test(new URL(url, location).protocol)) location.href = url;
}

/** A button with the place of a diagnostic, which opens the editor there. */
export function placeButton({ file, line, column }) {
  return button(`${file}:${line}:${column}`, () => goTo({ file, line, column }), { className: "place" });
}

/** What was clicked, as the server asks for it: a fact, else the nearest part with the words it begins with. */
function queryOf(target) {
  const fact = factAt(target);
  if (fact) return { page: fact.page, id: fact.anchor, text: fact.text };
  const part = target.closest(PARTS) ?? target;
  return { page: decodeURI(location.pathname), id: part.id, text: part.textContent.trim().replace(/\s+/g, " ").slice(0, LONGEST) };
}

export function listenForAltClick() {
  const onClick = (event) => {
    if (!event.altKey || isOurs(event) || !(event.target instanceof Element)) return;
    event.preventDefault(); // Alt-click on a link would download it
    event.stopPropagation();
    goTo(queryOf(event.target));
  };
  document.addEventListener("click", onClick, { capture: true });
}
