// Makes the page what the server has now, and touches nothing that did not change there.
//
// Three trees are compared: the page as it was served, as it is served now, and as it is shown. What is the
// same in the first two stays as it is shown, whatever the reader or a script did with it; an element that was
// never served belongs to a script and stays too. Around a morph the document hears `dateline:morphing` and
// `dateline:morphed`, for scripts that have to look at the page again.

import { Idiomorph } from "./idiomorph.js";
import { merge } from "./head.js";

const PIN = "dateline-pin-";

/** A page as a document, parsed by the browser without running anything and without a string of HTML. */
function read(href) {
  return new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open("GET", href);
    request.responseType = "document";
    request.onloadend = () => done({ status: request.status, page: request.response });
    request.send();
  });
}

/** Whether two nodes as served are the same; what is inside a template counts as well. */
function same(one, other) {
  if (!one.isEqualNode(other)) return false;
  const [ones, others] = [one, other].map((node) => [...(node.querySelectorAll?.("template") ?? [])]);
  return ones.every(({ content }, index) => content.isEqualNode(others[index].content));
}

/** The elements that are unique by their HTML, by that. */
function unique(elements, served) {
  const found = new Map();
  for (const element of elements) {
    const text = served(element).outerHTML;
    found.set(text, found.has(text) ? null : element);
  }
  return found;
}

/**
 * Names for what scripts made and, where something came or went, for what did not change beside it: what has
 * a name is never taken for anything else.
 */
function pin(fresh, was) {
  const pinned = [];
  const name = (...elements) => {
    for (const element of elements) element.id = `${PIN}${pinned.length}`;
    pinned.push(...elements);
  };

  function compare(shown, next) {
    let olds = [...shown.children].filter((child) => was.has(child));
    let news = [...next.children];
    if (olds.length !== news.length) {
      const now = unique(news, (child) => child);
      const done = new Set();
      for (const [text, child] of unique(olds, (one) => was.get(one))) {
        const twin = child && now.get(text);
        if (!twin) continue;
        if (!twin.id && !child.id) name(child, was.get(child), twin);
        done.add(child).add(twin);
      }
      [olds, news] = [olds, news].map((list) => list.filter((one) => !done.has(one)));
    }
    if (olds.length !== news.length) return;
    olds.forEach((old, index) => same(was.get(old), news[index]) || compare(old, news[index]));
  }

  compare(document.body, fresh.body);
  for (const shown of document.body.querySelectorAll("*")) if (!was.has(shown) && !shown.id) name(shown);
  return () => pinned.forEach((element) => element.removeAttribute("id"));
}

/** What idiomorph asks on its way, answered by what was served before. */
function callbacks(was, pair) {
  const coming = new WeakMap();
  const adding = [];

  return {
    beforeNodeMorphed(shown, fresh) {
      const served = was.get(shown);
      const isTemplate = shown.localName === "template";
      if (shown.matches?.("head, noscript")) return false;
      if (served && !isTemplate && same(served, fresh)) {
        fresh.replaceWith(served); // so that the tree that was served before can be forgotten
        return false;
      }
      if (isTemplate) shown.content.replaceChildren(document.importNode(fresh.content, true));
      coming.set(shown, fresh);
      return true;
    },
    afterNodeMorphed: (shown, fresh) => void was.set(shown, fresh),
    beforeAttributeUpdated(name, shown) {
      const [served, fresh] = [was.get(shown), coming.get(shown)];
      return !served || served.getAttribute(name) !== fresh?.getAttribute(name);
    },
    beforeNodeAdded: (fresh) => void adding.push(fresh),
    afterNodeAdded(shown) {
      const fresh = adding.pop();
      if (!was.has(shown)) pair(shown, fresh);
    },
    beforeNodeRemoved: (shown) => shown.nodeType !== Node.ELEMENT_NODE || was.has(shown),
  };
}

function morph(fresh, was, pair) {
  const focused = document.activeElement;
  const chosen = [...document.querySelectorAll("select")].map((menu) => [menu, menu.value]);
  document.dispatchEvent(new Event("dateline:morphing"));
  const scripts = merge(fresh.head, was);
  if (!scripts) return location.reload();
  const unpin = pin(fresh, was);
  Idiomorph.morph(document.documentElement, fresh.documentElement, {
    head: { style: "none" },
    callbacks: callbacks(was, pair),
  });
  unpin();
  for (const [menu, value] of chosen) {
    if (menu.value !== value && [...menu.options].some((option) => option.value === value)) menu.value = value;
  }
  document.dispatchEvent(new Event("dateline:morphed"));
  for (const src of scripts) import(src);
  if (focused.isConnected && document.activeElement !== focused) focused.focus({ preventScroll: true });
}

/** Fetch this page and work in what changed. The status of the answer; 0 where there was none. */
export async function refresh({ was, pair }, wasMissing) {
  const { status, page } = await read(location.href);
  if (!page || !(status === 200 || (status === 404 && wasMissing))) return status;
  if (was.has(document.body)) morph(page, was, pair);
  else location.reload(); // it is not known how this page was served
  return status;
}
