// What happens on a page when something happened to the archive.

import { ask, introduce } from "./ask.js";
import { connect } from "./connection.js";
import { listenForAltClick } from "./editor.js";
import { button, counted, element } from "./element.js";
import { factsOfPage } from "./facts.js";
import { announce, dock, offer, open, renew, show, stripe, tell } from "./frame.js";
import { restyle } from "./head.js";
import { content as factContent, inspectAgain, listenForFacts } from "./inspector.js";
import { refresh } from "./morph.js";
import { hideErrors, list, listenForEscape, showErrors } from "./problems.js";

const REMEMBERED = "dateline-preview-warnings";
const RELOADED = "dateline-preview-reloaded";

const page = decodeURI(location.pathname).replace(/index\.html$/, "");
const wasMissing = performance.getEntriesByType("navigation")[0]?.responseStatus === 404;

const draft = element("span", { className: "draft", hidden: true });
const live = element("span", { className: "live" }, "Preview");
const mistakes = button("", () => showErrors(state.errors), { className: "to-errors", hidden: true });

let state = { errors: [], warnings: [], changed: [], page: null };
let token, revision, served, run;
let working = null;
let again = false;
let turn = 0;
let lostTimer;

/** Store a word for this browser, where it lets us. */
function remember(store, key, value) {
  try {
    store.setItem(key, value);
  } catch {
    // Not remembered then.
  }
}

function recall(store, key) {
  try {
    return store.getItem(key);
  } catch {
    return null;
  }
}

function changedContent() {
  const links = state.changed.map(({ path, title, file }) =>
    element(
      "li",
      {},
      element("a", { href: path, ...(path === page ? { "aria-current": "page" } : {}) }, title || path),
      element("p", { className: "file" }, file),
    ),
  );
  return [element("ul", { className: "changed" }, links)];
}

/** Ask what to show beside the page, and show it. */
async function ponder() {
  const mine = ++turn;
  const answer = await ask("state", { page });
  if (!answer || mine !== turn) return;
  const before = state.errors.length;
  state = answer;
  stripe.hidden = draft.hidden = !state.page?.draft;
  draft.textContent = state.page?.draft ?? "";
  mistakes.hidden = !state.errors.length;
  mistakes.textContent = counted(state.errors.length, "mistake");
  if (state.errors.length) showErrors(state.errors);
  else hideErrors();
  if (before && !state.errors.length) announce("Mended: no mistake is left.");
  renew("warnings", state.warnings.length ? counted(state.warnings.length, "warning") : "");
  renew("changed", state.changed.length ? "Changed pages" : "");
}

const renewFacts = () => renew("facts", factsOfPage().length ? "Figures" : "");

/** Work in what changed here, one time after the other. */
function update(file) {
  if (working) return void (again = true);
  working = Promise.all([refresh(served, wasMissing), ponder()]).then(([status]) => {
    if (status === 404 && !wasMissing) tell("This page is gone. You see how it looked last.");
    else if (status >= 500) tell("This page cannot be made at the moment. You see how it looked last.");
    else if (state.changed.some((one) => one.file === file) && state.page?.file !== file) suggest(file);
    else tell();
    renewFacts();
    working = null;
    if (again) update();
    again = false;
  });
}

/** Another page's file was saved: offer to go there, and ask where that is only when the offer is taken. */
function suggest(file) {
  if (!file.endsWith(".md")) return;
  const go = async () => {
    const { changed = [] } = (await ask("state", { page })) ?? {};
    const target = changed.find((one) => one.file === file);
    if (target) location.href = target.path;
    else tell(`${file} has no page of its own.`, button("Close", () => tell()));
  };
  tell(`${file} was saved. `, button("Go to its page", go), button("Close", () => tell()));
}

function lost(isLost) {
  if (isLost && lostTimer) return;
  clearTimeout(lostTimer);
  lostTimer = null;
  const say = () => {
    live.textContent = isLost ? "Connection lost, trying again" : "Preview";
    live.classList.toggle("is-lost", isLost);
    if (isLost) announce(live.textContent);
  };
  // What comes back at once was hardly lost.
  if (isLost) lostTimer = setTimeout(say, 800);
  else say();
}

/** Another run of the server has another token, which only its own pages know. Never twice for the same. */
function reload(event) {
  const key = `${token} ${event.run ?? ""}`;
  if (recall(sessionStorage, RELOADED) === key) return lost(true);
  remember(sessionStorage, RELOADED, key);
  location.reload();
}

const isHere = ({ pages }) => !pages.length || pages.some((path) => path === page || decodeURI(path) === page);

const ON = {
  hello(event) {
    if (run !== undefined && run !== event.run) return reload(event);
    run = event.run;
    lost(false);
    if (event.revision > revision) update();
  },
  changed: (event) => (isHere(event) ? update(event.file) : suggest(event.file)),
  gone: (event) => isHere(event) && update(),
  problems: ponder,
  styles: (event) => restyle(event.styles, event.revision, served.was),
  search: () => document.dispatchEvent(new Event("dateline:search")),
  lost: () => lost(true),
  other: reload,
};

function hear(event) {
  ON[event.kind]?.(event);
  revision = Math.max(revision, event.revision ?? 0);
}

/** Begin; called once on each page, with the page as it was served. */
export async function start(given) {
  ({ token, revision } = given);
  served = given;
  introduce(token);
  dock.append(draft, live, mistakes);
  offer({
    warnings: {
      title: "Warnings",
      content: () => list(state.warnings),
      remember: (isOpen) => remember(localStorage, REMEMBERED, isOpen ? "open" : ""),
    },
    changed: { title: "Changed pages", content: changedContent },
    facts: { title: "Why this figure?", content: factContent, again: inspectAgain },
  });
  show();
  listenForEscape();
  listenForAltClick();
  listenForFacts();
  connect(token, hear);
  renewFacts();
  await ponder();
  if (recall(localStorage, REMEMBERED) && state.warnings.length) open("warnings", false);
}
