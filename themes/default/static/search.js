// Search in the browser, in the index that Pagefind made: the page /search/, and the dialog of every other page.
// All it shows is set as text, never as HTML.

const FACETS = ["source", "actor", "topic", "kind", "language", "year"];
const SORTS = { newest: { date: "desc" }, oldest: { date: "asc" } };
const TOP = 8;
const MOST = 500; // letters of a query that are looked for: with a megabyte in the address Pagefind does not come back
const LONGEST = 36; // words of a sentence that are shown
const form = document.querySelector("form[data-search]");
const { q: input, sort, from, to } = form.elements;
const [status, facetBox, list, more, help] = ["status", "facets", "results", "more", "help"].map((name) =>
  document.getElementById(`search-${name}`),
);
const dialog = form.closest("dialog");
const PER_PAGE = dialog ? 6 : 10;
const place = new URL(form.action);
const bundle = new URL("../pagefind/", place);
trust(new URL("pagefind-worker.js", bundle).href);
const language = `${document.documentElement.lang || "en"}-u-nu-latn`; // the digits of the pages

const chosen = new Map(FACETS.map((facet) => [facet, new Set()]));
const open = new Set();
let speaker = form; // has the sentences of the interface
let turn = 0; // an old answer never replaces a newer one
let found = [];
let counts = {};
let counting, loading, days, names, timer;

/** A sentence of the interface, with {names} filled in. */
function words(key, values) {
  const said = speaker.getAttribute(`data-${key}`) ?? "";
  return said.replace(/\{(\w+)\}/g, (whole, name) => values?.[name] ?? whole);
}

/** An element with attributes and children; strings become text. */
function element(name, attributes, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value) made.setAttribute(key, value);
  made.append(...children.filter(Boolean));
  return made;
}

function button(kind, says, action) {
  const made = element("button", { type: "button", class: kind }, says);
  made.onclick = action;
  return made;
}

// What is asked

const IDEOGRAPH = "[\u3005\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}]"; // as in read.py
const SPACES = new RegExp(`(?<=${IDEOGRAPH}) +| +(?=${IDEOGRAPH})|\u2060 `, "gu");
const plain = (text) =>
  text.replace(SPACES, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("\u2060", "\u00a0");

// What is elided before a word, as in read.py.
const ELIDED =
  /(?<![\p{L}\p{N}])(?:[cdjlmnst]|qu|(?:jus|lors|puis|quoi|quel)qu|un|[dns]?all|[dns]ell|quell)['’ʼ](?=\p{L}{2})/giu;

/** A query as the index has its words: `1 000` and `١٠٠٠` are `1000`, ideographs stand apart, `l’homme` is `homme`. */
function spelled(query) {
  return query
    .normalize("NFKC")
    .replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt(0) & 15)
    .replace(/(?<![\d.])\d{1,3}(?:[ ,.'’٬]\d{3})+(?!\d)/g, (number) => number.replace(/\D/g, ""))
    .replace(new RegExp(IDEOGRAPH, "gu"), " $& ")
    .replace(ELIDED, query.startsWith('"') ? "$& " : "")
    .trim();
}

/** What only the very same answers: a number in each of its digits, and ideographs in their order. */
function exactly(text) {
  if (new RegExp(`^(${IDEOGRAPH}\\s*){2,}$`, "u").test(text)) return [text];
  if (!/^\d+([.,]\d+)?$/.test(text)) return [];
  return [48, 0x660, 0x6f0].map((zero) => text.replace(/\d/g, (digit) => String.fromCharCode(zero + +digit)));
}

function narrowed(except) {
  const filters = {};
  for (const [facet, any] of chosen) if (any.size && facet !== except) filters[facet] = { any: [...any] };
  if (from?.value || to?.value) {
    const any = days.filter((day) => day >= from.value && (!to.value || day <= to.value));
    filters.day = { any: any.length ? any : [""] };
  }
  return filters;
}

/** All names of actors, folded and as they are. */
async function namesIn(pagefind) {
  names ??= pagefind.search(null, { filters: { name: "" } });
  return Object.keys((await names).filters.name ?? {}).map((name) => [fold(name), name]);
}

/** The results of a query and how many there are of each facet. */
async function find(pagefind, query, except) {
  const filters = narrowed(except);
  const order = SORTS[sort?.value];
  const ask = (text, others, by = order ?? {}) =>
    pagefind.search(text || null, { filters: { ...filters, ...others }, sort: by });
  const text = spelled(query);
  const very = new Map();
  let exact;
  for (const form of exactly(text)) {
    const answer = await ask(`"${form}"`);
    if (!very.size) exact = answer;
    for (const result of answer.results) very.set(result.id, result);
  }
  let answer = await ask(text);
  if (!answer.results.length) {
    // Where an Arabic word was not found, with its article.
    const other = text.replace(/(?<!\p{L})(?!ال)(?=[ء-ي]{3})/gu, "ال");
    if (other !== text) answer = await ask(other);
  }
  // Sorted, Pagefind leaves out what has no day: that comes last.
  if (order) {
    const dated = new Set(answer.results.map(({ id }) => id));
    answer.results.push(...(await ask(text, {}, {})).results.filter(({ id }) => !dated.has(id)));
  }
  // An actor with this very name comes first, however often others say its words.
  const same = query && !order ? (await namesIn(pagefind)).filter(([name]) => name === fold(query)) : [];
  if (same.length) {
    const actors = await ask(null, { name: { any: same.map(([, name]) => name) } });
    const ids = new Set(actors.results.map(({ id }) => id));
    answer.results.sort((a, b) => ids.has(b.id) - ids.has(a.id));
  }
  if (!very.size) return answer;
  // Exact answers all weigh the same: they come as they would have come, but measures first for a number.
  const first = /\d/.test(text) && !order ? (await ask(`"${text}"`, { kind: words("kind-measure") })).results : [];
  const ids = new Set([...first, ...answer.results, ...very.values()].map(({ id }) => id));
  return { ...exact, results: [...ids].map((id) => very.get(id)).filter(Boolean) };
}

// What is shown

const fold = (text) =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();

/** The name of a page by which it is exactly what was asked for (2), or an actor that begins like it (1). */
function nameOf({ meta }, query) {
  const asked = fold(query);
  const all = [meta.title, ...(meta.also?.split(" · ") ?? [])].map((name) => [fold(name), name]);
  const same = all.find(([name]) => name === asked);
  const like = meta.kind === words("kind-actor") && asked.length > 2 && all.find(([name]) => name.startsWith(asked));
  return { rank: asked && same ? 2 : like ? 1 : 0, name: (same ?? like)?.[1] };
}

const ENDS = /[.!?。！？؟…]["'”’»)\]]*$/;

/** The sentences with the words that were found, the fullest first, each with the place that it leads to. */
function hitsOf({ raw_content, weighted_locations, anchors, url, meta }, most) {
  const apart = raw_content.includes("\u200b"); // so Pagefind divides Chinese, Japanese and Thai
  const all = raw_content.split(apart ? "\u200b" : /\s+/);
  const said = (from, to) => plain(all.slice(from, to).join(apart ? "" : " "));
  let head = 0; // how many words are the title
  while (head < all.length && meta.title.startsWith(said(0, head + 1).replace(/\.$/, ""))) head++;
  const ends = (at) => ENDS.test(all[at]) && !/^\p{Ll}/u.test(all[at + 1]);
  const hits = [];
  const within = (location) => {
    const least = Math.max(hits.at(-1)?.end ?? head, location - LONGEST / 2);
    let begin = location;
    let end = location + 1;
    while (begin > least && !ends(begin - 1)) begin--;
    while (end < all.length && end - begin < LONGEST && !ends(end - 1)) end++;
    return { begin, end, score: 0, marks: [] };
  };
  for (const { location, balanced_score } of weighted_locations) {
    if (location < head) continue;
    if (!(location < hits.at(-1)?.end)) hits.push(within(location));
    hits.at(-1).marks.push(location);
    hits.at(-1).score += balanced_score;
  }
  if (!hits.length) hits.push(within(head));
  hits.sort((a, b) => b.score - a.score);
  return hits.slice(0, most).map(({ begin, end, marks }) => {
    const sentence = element("span", {}, begin > head && !ends(begin - 1) && "… ");
    for (let at = begin; at < end; at++) {
      const word = said(at, at + 1).trim();
      const [, before, core, after] = /^([\p{P}\p{S}]*)(.*?)(\p{P}*)$/su.exec(word);
      sentence.append(...(marks.includes(at) ? [before, element("mark", {}, core), after] : [word]));
      if (said(at, at + 2).startsWith(`${word} `)) sentence.append(" ");
    }
    const before = anchors.filter(({ location }) => location <= marks[0]);
    const heading = before.findLast(({ element }) => element[0] === "h");
    const quote = before.findLast(
      ({ element, text, location }) => element === "mark" && marks[0] < location + text.split(" ").length,
    );
    const { id } = quote ?? heading ?? {};
    let href = url + (id ? `#${encodeURIComponent(id)}` : "");
    // Where no sentence is marked on the page, browsers show its words.
    if (!quote && marks.length && document.fragmentDirective) {
      const edges = end - begin > 8 ? [said(begin, begin + 4), said(end - 4, end)] : [said(begin, end)];
      const coded = edges.map((text) => encodeURIComponent(text.replace(/[.\s]+$/, "")).replaceAll("-", "%2D"));
      href += `${id ? "" : "#"}:~:text=${coded}`;
    }
    return { href, heading: heading && plain(heading.text), sentence };
  });
}

function resultItem(data, { name, rank }) {
  const { url, meta } = data;
  const hits = hitsOf(data, dialog ? 1 : 3);
  const tongue = { dir: "auto", lang: meta.lang };
  const facts = [meta.kind, meta.date, meta.source, rank && name !== meta.title && name];
  return element(
    "li",
    { class: "result" },
    element("a", { class: "result-title", href: dialog && !rank ? hits[0].href : url, ...tongue }, meta.title || url),
    element(
      "p",
      { class: "result-meta" },
      ...(meta.status ? [element("span", { class: "chip chip-retraction" }, words("text-withdrawn")), " "] : []),
      ...facts.filter(Boolean).flatMap((fact, index) => [index && " · ", element("bdi", {}, fact)]),
    ),
    ...hits.map(({ href, heading, sentence }) =>
      element(
        "p",
        { class: "result-excerpt", ...tongue },
        heading && element("span", { class: "result-where" }, heading, " "),
        dialog ? sentence : element("a", { class: "result-hit", href }, sentence),
      ),
    ),
  );
}

async function itemsOf(results, begin, query) {
  const data = await Promise.all(results.slice(begin, begin + PER_PAGE).map((result) => result.data()));
  const named = data.map((one) => [one, nameOf(one, query)]);
  if (!begin && !SORTS[sort?.value]) named.sort(([, a], [, b]) => b.rank - a.rank);
  return named.map(([one, name]) => resultItem(one, name));
}

function report(count, query) {
  const rule = count ? new Intl.PluralRules(language).select(count) : "none";
  const values = { count: count.toLocaleString(language), query };
  status.textContent = words(`text-${rule}${query ? "" : "-all"}`, values);
}

function showResults(results, first) {
  found = results;
  list.replaceChildren(...first);
  if (more) more.hidden = first.length >= found.length;
  help.hidden = true;
}

async function showMore() {
  const mine = turn;
  const shown = list.childElementCount;
  const next = await itemsOf(found, shown, "");
  if (mine !== turn || shown !== list.childElementCount) return;
  list.append(...next);
  more.hidden = list.childElementCount >= found.length;
  list.children[shown].querySelector("a").focus();
}

function distance(a, b) {
  let row = [...Array(b.length + 1).keys()];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + (a[i - 1] !== b[j - 1]));
    row = next;
  }
  return row[b.length];
}

/** Where nothing was found: with fewer filters, under a name that is spelled almost so, and where to look else. */
async function showHelp(pagefind, query, answer, mine) {
  const asked = fold(query);
  const near = (await namesIn(pagefind))
    .map(([folded, name]) => [Math.min(...[folded, ...folded.split(" ")].map((word) => distance(asked, word))), name])
    .filter(([far]) => asked.length > 2 && far <= Math.max(1, asked.length / 4))
    .sort(([a], [b]) => a - b)
    .slice(0, 3)
    .map(([, name]) => {
      const other = button("search-near", element("bdi", {}, name), () => {
        input.value = name;
        input.focus();
        run();
      });
      return element("li", {}, other);
    });
  if (mine !== turn) return;
  const without = answer.unfilteredResultCount;
  const [widen, meant] = help.querySelectorAll("[data-widen], [data-near]");
  widen.hidden = !Object.keys(narrowed()).length || (query && !without);
  const drop = words(query ? "text-widen" : "text-clear", { count: without.toLocaleString(language) });
  widen.replaceChildren(button("search-widen", drop, clear));
  meant.hidden = !near.length;
  meant.lastElementChild.replaceChildren(...near);
  help.hidden = false;
}

function showFacets(newCounts) {
  counts = newCounts;
  const { name, value } = document.activeElement;
  facetBox.replaceChildren(...FACETS.map(fieldset).filter(Boolean));
  facetBox.parentNode.hidden = !facetBox.firstChild;
  const any = Object.keys(narrowed()).length;
  if (any) facetBox.prepend(button("facet-all", words("text-clear"), clear));
  // The boxes are new: put the focus back.
  for (const box of facetBox.querySelectorAll("input")) if (box.name === name && box.value === value) box.focus();
}

function clear() {
  for (const values of chosen.values()) values.clear();
  from.value = to.value = "";
  input.focus();
  run();
}

function fieldset(facet) {
  const picked = chosen.get(facet);
  const count = (value) => counts[facet]?.[value] ?? 0;
  const values = [...new Set([...picked, ...Object.keys(counts[facet] ?? {})])];
  if (values.length < 2 && !picked.size) return null;
  const shown = values
    .filter((value) => picked.has(value) || count(value))
    .sort((a, b) => (facet === "year" ? b - a : count(b) - count(a) || a.localeCompare(b, language)));
  const top = shown.filter((value, index) => index < TOP || open.has(facet) || picked.has(value));
  if (!top.length) return null;
  const made = element("fieldset", { class: "facet" }, element("legend", {}, words(`label-${facet}`)));
  for (const value of top) {
    const box = element("input", { type: "checkbox", name: facet, value });
    box.checked = picked.has(value);
    const number = element("span", { class: "facet-count" }, count(value).toLocaleString(language));
    made.append(element("label", {}, box, " ", element("bdi", {}, value), " ", number));
  }
  if (top.length < shown.length) {
    const all = button("facet-all", words("text-all"), () => {
      open.add(facet);
      showFacets(counts);
      facetBox.querySelectorAll(`[name=${facet}]`)[TOP].focus();
    });
    made.append(all);
  }
  return made;
}

// What is done

/** Pagefind names its worker by a string: where Trusted Types are asked for, this one passes and no other. */
function trust(worker) {
  try {
    const createScriptURL = (url) => (new URL(url, location).href === worker ? worker : null);
    self.trustedTypes?.createPolicy("default", { createScriptURL });
  } catch {
    // It is there already, or the host forbids it: then Pagefind searches without a worker.
  }
}

async function load() {
  const [pagefind] = await Promise.all([begin(), dialog && speaker === form && borrow()]);
  return pagefind;
}

async function begin() {
  const pagefind = await import(new URL("pagefind.js", bundle)).catch(() => {
    throw new Error("missing");
  });
  await pagefind.options({ baseUrl: new URL("..", bundle).pathname });
  await pagefind.init();
  await pagefind.options({ ranking: { metaWeights: { title: 5, also: 8 } } });
  namesIn(pagefind).catch(() => {}); // wanted by the first query, and fetched meanwhile
  return pagefind;
}

/** The dialog takes its sentences, and the help, from the page /search/. */
async function borrow() {
  const page = await new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("GET", place);
    request.responseType = "document"; // parsed by the browser, without a string that becomes HTML
    request.onload = () => (request.response ? done(request.response) : failed(new Error()));
    request.onerror = failed;
    request.send();
  });
  help.replaceChildren(...page.getElementById("search-help").childNodes);
  for (const link of help.querySelectorAll("a")) link.href = new URL(link.getAttribute("href"), place);
  speaker = page.querySelector("form[data-search]");
}

function fail(error) {
  showResults([], []);
  if (facetBox) facetBox.parentNode.hidden = true;
  status.textContent = words(error.message === "missing" ? "text-missing" : "text-failed");
}

function remember(query) {
  if (dialog) return;
  const kept = new URLSearchParams(query && { q: query });
  if (sort.value in SORTS) kept.set("sort", sort.value);
  for (const day of [from, to]) if (day.value) kept.set(day.name, day.value);
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
  const query = input.value.trim().slice(0, MOST);
  remember(query);
  try {
    if (!loading) status.textContent = words("text-loading");
    const pagefind = await (loading ??= load());
    if (from?.value || to?.value)
      days ??= Object.keys((await pagefind.search(null, { filters: { day: "" } })).filters.day ?? {});
    if (mine !== turn) return;
    const used = Object.keys(narrowed());
    const asked = query || used.length;
    const counted = counting?.done; // what is asked before the facets are there is answered without their counts
    let answer = asked ? await find(pagefind, query) : { results: [] };
    const first = await itemsOf(answer.results, 0, query);
    if (mine !== turn) return;
    showResults(answer.results, first);
    if (asked) report(answer.results.length, query);
    else status.textContent = "";
    if (asked && !first.length) await showHelp(pagefind, query, answer, mine);
    if (!facetBox || mine !== turn) return;
    // The facets are a third of all that is loaded, and counting takes longer than finding: results come first.
    counting ??= { wait: pagefind.search(null, { filters: { any: FACETS.map((facet) => ({ [facet]: "" })) } }) };
    await counting.wait;
    counting.done = true;
    if (mine !== turn) return;
    if (!asked || !counted) answer = await find(pagefind, query);
    const shown = { ...answer.filters };
    for (const facet of used) if (chosen.has(facet)) shown[facet] = (await find(pagefind, query, facet)).filters[facet];
    if (mine === turn) showFacets(shown);
  } catch (error) {
    if (mine === turn) fail(error);
  }
}

/** Arrows go from the field into the results and back. */
function walk(event) {
  const { key, target } = event;
  const titles = [...list.querySelectorAll(".result-title")];
  const at = titles.findIndex((title) => title.closest(".result").contains(target));
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || (at < 0 && target !== input)) return;
  if (key === "ArrowDown") (titles[at + 1] ?? more ?? titles[at])?.focus();
  else if (key === "ArrowUp" && at >= 0) (titles[at - 1] ?? input).focus();
  else return;
  event.preventDefault();
}

input.oninput = () => {
  clearTimeout(timer);
  timer = setTimeout(run, 200);
};
input.onfocus = () => turn || run();
(dialog ?? document.querySelector("main")).addEventListener("keydown", walk);
if (dialog) {
  list.onclick = help.onclick = ({ target }) => target.closest("a") && dialog.close();
  if (dialog.open) run();
} else {
  input.onkeydown = ({ key, isComposing }) => {
    if (key !== "Escape" || isComposing) return;
    input.value = "";
    run();
  };
  form.onsubmit = (event) => {
    event.preventDefault();
    run();
  };
  sort.onchange = run;
  from.onchange = to.onchange = run;
  facetBox.onchange = ({ target }) => {
    chosen.get(target.name)[target.checked ? "add" : "delete"](target.value);
    run();
  };
  more.onclick = () => showMore().catch(fail);
  const wanted = new URLSearchParams(location.search);
  for (const field of [input, from, to]) field.value = wanted.get(field.name) ?? "";
  if (wanted.get("sort") in SORTS) sort.value = wanted.get("sort");
  for (const [facet, values] of chosen) for (const value of wanted.getAll(facet)) values.add(value);
  if (location.search) run();
}

// The preview made a new index: read it, and ask it the same again.
document.addEventListener("dateline:search", () => {
  const old = loading;
  counting = days = names = undefined;
  loading = old?.then((pagefind) => pagefind.destroy(), () => {}).then(load);
  if (turn) run();
});
