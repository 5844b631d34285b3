// The fact inspector: how the judge read one figure and reached each finding.
//
// `GET /-/fact?id=<document>#<key>` answers
//   {"id": "2024-11-29-edge#killed", "printed": "at least 121", "interval": "[121, ∞)",
//    "origin": {"named": "SOHR" | null, "speaks_for": "…" | null, "origin": "Syrian Observatory …" | null},
//    "as_of": "29 November 2024", "counts": true, "current": false,
//    "findings": [{"name": "stale", "label": "stale print", "because": "one sentence", "facts": ["…#killed"]}]}
// All texts are ready to be shown. `counts`: its source counts for corroboration. `current`: nothing newer of
// the same origin stands in its place. `facts`: ids of those that the finding rests on. It answers 404 for an
// id that there is not.

import { ask } from "./ask.js";
import { button, element } from "./element.js";
import { factAt, factsOfPage, idFromDay, idsOf } from "./facts.js";
import { isOurs, open, why } from "./frame.js";

let pointed = null; // the fact that the "why?" beside the pointer is for
let asking = null; // the question whose answer the panel shows
let timer;

async function explained(fact) {
  for (const id of idsOf(fact)) {
    const found = await ask("fact", { id });
    if (found) return found;
  }
  const id = await idFromDay(fact);
  return id ? ask("fact", { id }) : null;
}

function originOf({ named, speaks_for: speaksFor, origin }) {
  if (!named && !origin) return "nobody is named";
  const steps = [named, speaksFor, origin].filter((step, index, all) => step && all.indexOf(step) === index);
  return steps.join(" → ");
}

function steps(found) {
  const lines = [
    ["Printed", found.printed],
    ["Read as", found.interval],
    ["As of", found.as_of],
    ["Asserted by", originOf(found.origin)],
    ["Counts as a source", found.counts ? "yes" : "no: shown, but corroborates nothing"],
    ["Stands", found.current ? "yes" : "no: another figure has taken its place"],
  ];
  const findings = found.findings.map(({ name, label, because, facts }) =>
    element(
      "li",
      { "data-finding": name },
      element("strong", {}, label),
      element("p", {}, because),
      facts.filter((id) => id !== found.id).map((id) => button(id, () => show(() => ask("fact", { id })), { className: "place" })),
    ),
  );
  return [
    element("p", { className: "fact-id" }, found.id),
    element("dl", {}, lines.map(([term, text]) => element("div", {}, element("dt", {}, term), element("dd", {}, String(text))))),
    element("h3", {}, findings.length ? "What the judge found" : "The judge found nothing to remark."),
    element("ul", { className: "findings" }, findings),
    button("All figures of this page", () => open("facts", true), { className: "more" }),
  ];
}

async function show(question, isAsked = true) {
  asking = question;
  const found = await question();
  if (asking !== question) return;
  open("facts", isAsked, found ? steps(found) : [element("p", {}, "The judge knows nothing of this figure.")]);
}

/** Show again what the panel shows, after a change. */
export const inspectAgain = () => (asking ? show(asking, false) : open("facts", false));

/** The view of the panel: one fact, or the list of all on the page. */
export function content(given) {
  if (given) return given;
  asking = null;
  const facts = factsOfPage().map((fact) =>
    element("li", {}, button(fact.text, () => show(() => explained(fact)))),
  );
  return [element("ul", { className: "facts" }, facts)];
}

/** Put "why?" at the end of what is pointed at or has the focus. */
function point(event) {
  clearTimeout(timer);
  if (event.composedPath().includes(why)) return;
  const fact = event.target instanceof Element && !isOurs(event) ? factAt(event.target) : null;
  if (!fact) return void (timer = setTimeout(unpoint, 400));
  pointed = fact;
  place();
}

function place() {
  if (!pointed) return;
  const { right, top } = pointed.spot.getClientRects()[0] ?? {};
  why.hidden = right === undefined;
  why.style.left = `${Math.max(4, Math.min(right - 20, document.documentElement.clientWidth - 60))}px`;
  why.style.top = `${Math.max(4, top - 24)}px`;
}

function unpoint() {
  pointed = null;
  why.hidden = true;
}

export function listenForFacts() {
  const inspect = () => {
    const fact = pointed;
    unpoint();
    if (fact) show(() => explained(fact));
  };
  why.onclick = inspect;
  document.addEventListener("pointerover", point);
  document.addEventListener("focusin", point);
  document.addEventListener("scroll", place, { passive: true, capture: true });
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.matches?.("input, textarea, select, [contenteditable]");
    if (event.key === "?" && pointed && !isTyping) inspect();
  });
}
