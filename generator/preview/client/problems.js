// Errors over the last good page, warnings in the panel: the diagnostics of `dateline check`, with their lines.

import { placeButton } from "./editor.js";
import { button, counted, element, shown } from "./element.js";
import { announce, overlay } from "./frame.js";

/** The line as written, with the mistake marked in it; columns count characters, not units of UTF-16. */
function excerptOf({ excerpt, line, column, length }) {
  const characters = [...excerpt];
  const [start, end] = [column - 1, column - 1 + Math.max(1, length)];
  const [before, marked, after] = [[0, start], [start, end], [end]].map((cut) => shown(characters.slice(...cut).join("")));
  const mark = element("mark", {}, marked || "\u00a0");
  const number = element("span", { className: "line", "aria-hidden": "true" }, String(line));
  const label = { tabIndex: 0, role: "region", "aria-label": `Line ${line}` };
  const made = element("pre", label, number, element("code", {}, before, mark, after));
  // A line may be longer than its box, which has no size before it is shown.
  requestAnimationFrame(() => {
    if (mark.offsetLeft + mark.offsetWidth > made.clientWidth) made.scrollLeft = mark.offsetLeft - 96;
  });
  return made;
}

function item(problem) {
  return element(
    "li",
    { className: problem.severity },
    element("p", { className: "message" }, shown(problem.message), " ", element("span", { className: "code" }, problem.code)),
    placeButton(problem),
    problem.excerpt ? excerptOf(problem) : "",
    problem.hint ? element("p", { className: "hint" }, shown(problem.hint)) : "",
  );
}

export const list = (problems) => [element("ol", { className: "problems" }, problems.map(item))];

export function hideErrors() {
  overlay.hidden = true;
}

/** Show the errors over the page. */
export function showErrors(errors) {
  const words = `${counted(errors.length, "mistake")} to mend`;
  overlay.setAttribute("aria-label", words);
  overlay.replaceChildren(
    element(
      "header",
      {},
      element("h2", {}, words),
      element("p", {}, "Behind this is the last good page."),
      button("Hide (Esc)", hideErrors, { "aria-keyshortcuts": "Escape" }),
    ),
    ...list(errors),
  );
  overlay.hidden = false;
  announce(`${words}. ${errors[0].message}`);
}

/** Esc hides the errors until the next change, before the page hears of the key. */
export function listenForEscape() {
  const onKey = (event) => {
    if (event.key !== "Escape" || overlay.hidden) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    hideErrors();
  };
  window.addEventListener("keydown", onKey, { capture: true });
}
