// Search in the browser, in the index that Pagefind made. All it shows is set as text, never as HTML.

const FACETS = { source: "Source", actor: "Actor", kind: "Kind", topic: "Topic", year: "Year" };
const SORTS = { newest: { date: "desc" }, oldest: { date: "asc" } };
const PER_PAGE = 10;
const TOP = 8;

const form = document.querySelector("form[data-search]");
const { q: input, sort } = form?.elements ?? {};
const [status, facetBox, list, more] = ["status", "facets", "results", "more"].map((name) =>
  document.getElementById(`search-${name}`),
);
const bundle = new URL(form?.dataset.bundle ?? "", document.baseURI);
const language = `${document.documentElement.lang || "en"}-u-nu-latn`; // the digits of the pages

const chosen = new Map(Object.keys(FACETS).map((facet) => [facet, new Set()]));
const open = new Set();
let turn = 0; // an old answer never replaces a newer one
let found = [];
let counts = {};
let loading, timer;

/** The form's own data-text-… or data-label-…, else the English, with {names} filled in. */
function words(key, english, values) {
  const sentence = form.getAttribute(`data-${key}`) ?? english;
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => values?.[name] ?? whole);
}

function say(key, english, values) {
  status.textContent = words(`text-${key}`, english, values);
}

/** An element with attributes and children; strings become text. */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

/** The nodes of an excerpt: a text with <mark> in it, and its own < and > escaped. */
function excerptNodes(excerpt) {
  return excerpt.split(/<\/?mark>/).map((part, index) => {
    const text = part.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
    return index % 2 ? element("mark", {}, text) : text;
  });
}

function withdrawnMark() {
  return element("span", { class: "chip chip-retraction" }, words("text-withdrawn", "withdrawn"));
}

function resultItem({ url, meta, excerpt }) {
  return element(
    "li",
    { class: "result" },
    element("a", { class: "result-title", href: url, dir: "auto" }, meta.title || url),
    element(
      "p",
      { class: "result-meta" },
      ...(meta.status === "withdrawn" ? [withdrawnMark(), " "] : []),
      [meta.kind, meta.date, meta.source].filter(Boolean).join(" · "),
    ),
    element("p", { class: "result-excerpt", dir: "auto" }, ...excerptNodes(excerpt)),
  );
}

async function itemsOf(results, from) {
  const wanted = results.slice(from, from + PER_PAGE).map((result) => result.data());
  return (await Promise.all(wanted)).map(resultItem);
}

async function load() {
  const pagefind = await import(new URL("pagefind.js", bundle)).catch(() => {
    throw new Error("missing");
  });
  await pagefind.options({ baseUrl: new URL("..", bundle).pathname });
  return { pagefind };
}

function fail(error) {
  showResults([], []);
  showFacets({});
  if (error.message === "missing") say("missing", "Search is not available: this site was built without it.");
  else say("failed", "The search failed. Reload the page to try again.");
}

function remember(query) {
  const kept = new URLSearchParams(query && { q: query });
  if (sort.value in SORTS) kept.set("sort", sort.value);
  for (const [facet, values] of chosen) for (const value of values) kept.append(facet, value);
  try {
    history.replaceState(null, "", location.pathname + (`${kept}` && `?${kept}`));
  } catch {
    // Safari allows only a hundred changes in half a minute.
  }
}

async function run() {
  clearTimeout(timer);
  const mine = ++turn;
  const query = input.value.trim();
  const used = [...chosen].filter(([, values]) => values.size);
  remember(query);
  try {
    if (!loading) say("loading", "Loading the search…");
    const search = await (loading ??= load());
    // Values of a facet are alternatives: its counts come from a search without it.
    const ask = (except) => {
      const filters = {};
      for (const [facet, any] of used) if (facet !== except) filters[facet] = { any: [...any] };
      return search.pagefind.search(query || null, { filters, sort: SORTS[sort.value] ?? {} });
    };
    const asked = query || used.length;
    const { counted } = search; // what is asked before the facets are there is answered without their counts
    let answer = asked ? await ask() : { results: [] };
    const first = await itemsOf(answer.results, 0);
    if (mine !== turn) return;
    showResults(answer.results, first);
    if (asked) report(answer.results.length, query);
    else say("empty", "");
    // The facets are a third of all that is loaded, and counting takes longer than finding: results come first.
    const totals = await (search.totals ??= search.pagefind.filters());
    search.counted = true;
    if (mine !== turn) return;
    if (asked && !counted) answer = await ask();
    const shown = asked ? { ...answer.filters } : totals;
    for (const [facet] of used) shown[facet] = (await ask(facet)).filters[facet];
    if (mine === turn) showFacets(shown);
  } catch (error) {
    if (mine === turn) fail(error);
  }
}

function report(count, query) {
  const values = { count: count.toLocaleString(language), query };
  const rule = count ? new Intl.PluralRules(language).select(count) : "none";
  const noun = { none: "No results", one: "{count} result" }[rule] ?? "{count} results";
  if (!query) say(`${rule}-all`, `${noun}.`, values);
  else say(rule, `${noun} for “{query}”.${count ? "" : " Try fewer or other words."}`, values);
}

function showResults(results, first) {
  found = results;
  list.replaceChildren(...first);
  more.hidden = first.length >= found.length;
}

async function showMore() {
  const mine = turn;
  const shown = list.childElementCount;
  const next = await itemsOf(found, shown);
  if (mine !== turn || shown !== list.childElementCount) return;
  list.append(...next);
  more.hidden = list.childElementCount >= found.length;
  list.children[shown].querySelector("a").focus();
}

function showFacets(newCounts) {
  counts = newCounts;
  const { name, value } = document.activeElement;
  facetBox.replaceChildren(...Object.keys(FACETS).map(fieldset).filter(Boolean));
  facetBox.hidden = !facetBox.firstChild;
  // The boxes are new: put the focus back.
  for (const box of facetBox.querySelectorAll("input")) if (box.name === name && box.value === value) box.focus();
}

function fieldset(facet) {
  const picked = chosen.get(facet);
  const count = (value) => counts[facet]?.[value] ?? 0;
  const values = [...new Set([...picked, ...Object.keys(counts[facet] ?? {})])]
    .filter((value) => picked.has(value) || count(value))
    .sort((a, b) => (facet === "year" ? b - a : count(b) - count(a) || a.localeCompare(b, language)));
  const top = values.filter((value, index) => index < TOP || open.has(facet) || picked.has(value));
  if (!top.length) return null;
  const legend = element("legend", {}, words(`label-${facet}`, FACETS[facet]));
  const made = element("fieldset", { class: "facet" }, legend);
  for (const value of top) {
    const box = element("input", { type: "checkbox", name: facet, value });
    box.checked = picked.has(value);
    const number = element("span", { class: "facet-count" }, count(value).toLocaleString(language));
    made.append(element("label", {}, box, " ", element("bdi", {}, value), " ", number));
  }
  if (top.length < values.length) {
    const all = element("button", { type: "button", class: "facet-all" }, words("text-all", "Show all"));
    all.onclick = () => {
      open.add(facet);
      showFacets(counts);
      facetBox.querySelectorAll(`[name=${facet}]`)[TOP].focus();
    };
    made.append(all);
  }
  return made;
}

if (form) {
  input.oninput = () => {
    clearTimeout(timer);
    timer = setTimeout(run, 200);
  };
  input.onfocus = () => turn || run();
  input.onkeydown = ({ key }) => {
    if (key !== "Escape") return;
    input.value = "";
    run();
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    run();
  };
  sort.onchange = run;
  facetBox.onchange = ({ target }) => {
    chosen.get(target.name)[target.checked ? "add" : "delete"](target.value);
    run();
  };
  more.onclick = () => showMore().catch(fail);
  const wanted = new URLSearchParams(location.search);
  input.value = wanted.get("q") ?? "";
  if (wanted.get("sort") in SORTS) sort.value = wanted.get("sort");
  for (const [facet, values] of chosen) for (const value of wanted.getAll(facet)) values.add(value);
  if (location.search) run();

  // The preview made a new index: read it, and ask it the same again.
  document.addEventListener("dateline:search", () => {
    const old = loading;
    loading = old?.then(({ pagefind }) => pagefind.destroy(), () => {}).then(load);
    if (turn) run();
  });
}
