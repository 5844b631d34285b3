// The fact table in the browser: filters, sorting, an exact number. Without it the table is whole, on its pages.
// The form holds the state and the address repeats it; other pages are read once they are needed.

const one = (name, place = document) => place.querySelector(name);
const [form, table, more, pages] = ["filters", "table", "more", "pages"].map((name) => one(`.facts-${name}`));
const [status, panel, reset] = ["[role=status]", "details", ".facts-reset"].map((name) => one(name, form));
const fields = [...form.elements].filter(({ name }) => name);
const { number, sort, order } = form.elements;
const heads = [...table.querySelectorAll("[data-sort]")];
let original; // this page as it was
let total;

const FILTERS = ["topic", "actor", "source", "finding", "year"];
const AT_A_TIME = 150;
const lang = `${document.documentElement.lang}-u-nu-latn`; // the digits of the page
const { compare } = new Intl.Collator(lang, { numeric: true });
const parts = new Intl.NumberFormat(lang).formatToParts(1234567.5);
const [group, decimal] = ["group", "decimal"].map((kind) => parts.find(({ type }) => type === kind)?.value);

const topics = new Map(); // the row with the name of each topic
let everything; // a promise of all measures in their order
let found = [];
let shown = 0;
let turn = 0; // an old answer never replaces a newer one
let typing = false; // letters typed one after another are one step back
let timer;

function say(key, values) {
  const words = form.getAttribute(`data-${key}`);
  status.textContent = words.replace(/\{(\w+)\}/g, (_, name) => values[name].toLocaleString(lang));
}

/** A figure as the rows hold it: `14,000`, `14 000` and `14000` are one, and so are `2.50` and `2.5`. */
function sought(text) {
  const words = text.normalize("NFKC").replace(/[|\s]+/g, " ").trim().toLowerCase();
  const digits = words
    .replace(/[٠-٩۰-۹]/g, (digit) => digit.charCodeAt(0) & 15)
    .replaceAll(group ?? " ", "")
    .replace(/[\s'’٬]/g, "")
    .replace(decimal, ".")
    .replace("−", "-");
  if (!/^-?\d+(\.\d+)?$/.test(digits)) return words;
  return digits.includes(".") ? digits.replace(/\.?0+$/, "") : digits;
}

const kindOf = (key) => (/^-?[\d.]+$/.test(key) ? 0 : /^\d+-\d\d-\d\d$/.test(key) ? 1 : 2);
const compareKeys = (a, b) => kindOf(a) - kindOf(b) || (kindOf(a) ? compare(a, b) : a - b);

/** Rows without a key come last in either order; equal rows stay as they are. */
function sorted(rows, column, sign) {
  const keysOf = ({ cells }) =>
    column ? (cells[column]?.dataset.key || null)?.split("|") : [one("a", cells[0]).textContent];
  return rows
    .map((row) => [row, keysOf(row)])
    .sort(([, a], [, b]) =>
      a && b ? sign * (compareKeys(a[0], b[0]) || compareKeys(a.at(-1), b.at(-1))) : !a - !b,
    )
    .map(([row]) => row);
}

/** Another page as a document, parsed by the browser without running anything. */
const read = ({ href }) =>
  new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open("GET", href);
    request.responseType = "document";
    request.onload = () => (request.status === 200 && request.response ? done(request.response) : failed());
    request.onerror = failed;
    request.send();
  });

function measuresOf(page) {
  const place = one(".facts-table", page);
  // Addresses are relative to the page that a row comes from.
  if (place !== table) for (const link of place.querySelectorAll("a")) link.setAttribute("href", link.href);
  return [...(place === table ? table : document.importNode(place, true)).rows].filter((row) => {
    const { topic } = row.dataset;
    if (row.matches(".facts-topic") && !topics.has(topic)) topics.set(topic, row);
    return topic && !row.matches(".facts-topic");
  });
}

/** All measures in their order; those of this page alone where the others cannot be read. */
async function readAll() {
  const own = measuresOf(document);
  if (pages && location.protocol === "file:") return [own, true]; // no file may read another
  const links = pages ? [...pages.querySelectorAll("[data-page]")] : [];
  if (pages) say("reading", { pages: links.length });
  const all = links.map((link) => (link.ariaCurrent ? own : read(link).then(measuresOf)));
  try {
    return [pages ? (await Promise.all(all)).flat() : own];
  } catch {
    everything = null;
    return [own, true];
  }
}

/** The first rows found: below their topics, or as one list in which each names its own. */
function draw(count) {
  const bodies = [];
  let last;
  shown = Math.min(count, found.length);
  for (const row of found.slice(0, shown)) {
    const { topic } = row.dataset;
    const head = topics.get(topic);
    if (!last || (!sort.value && topic !== last)) bodies.push(document.createElement("tbody"));
    const body = bodies.at(-1);
    if (!sort.value && topic !== last) {
      body.append(head.cloneNode(true));
      one(".facts-continued", body)?.remove();
    } else if (sort.value && !one(".facts-of", row)) {
      const name = document.createElement("span");
      name.className = "facts-of";
      name.textContent = one("a", head).textContent;
      row.cells[0].append(" ", name);
    }
    last = topic;
    body.append(row);
  }
  show(bodies);
}

function show(bodies) {
  for (const body of [...table.tBodies]) body.remove();
  table.append(...bodies);
  table.classList.toggle("facts-flat", sort.value);
  more.hidden = shown === found.length;
}

/** What the form asks for, without what it leaves open. */
function state() {
  const said = fields.map(({ name, value }) => [name, value.trim()]);
  return Object.fromEntries(said.filter(([name, value]) => value && (name !== "order" || sort.value)));
}

async function update() {
  const mine = ++turn;
  const wanted = state();
  const idle = !Object.keys(wanted).length;
  const column = heads.findIndex(({ dataset }) => dataset.sort === wanted.sort);
  for (const head of heads) head.removeAttribute("aria-sort");
  heads[column]?.setAttribute("aria-sort", wanted.order ?? "ascending");
  reset.hidden = idle;
  if (pages) pages.hidden = !idle;
  if (idle) {
    untouched();
    return say("all", { total });
  }
  const [rows, failed] = await (everything ??= readAll());
  if (mine !== turn) return;
  const figure = wanted.number && sought(wanted.number);
  found = rows.filter(
    ({ dataset }) =>
      FILTERS.every((name) => !wanted[name] || dataset[name].split(" ").includes(wanted[name])) &&
      (!figure || dataset.number.split("|").includes(figure)),
  );
  if (wanted.sort) found = sorted(found, column, wanted.order ? -1 : 1);
  draw(AT_A_TIME);
  say(failed ? "failed" : found.length ? "some" : "none", { found: found.length, total });
}

/** The table as the server has it. */
function take() {
  original = [...table.tBodies].map((body) => [body, [...body.rows]]);
  total = Number(table.dataset.total);
  topics.clear();
  everything = null;
}

/** This page as it was, without filters and in its own order. */
function untouched() {
  shown = (found = []).length;
  for (const [body, rows] of original) body.replaceChildren(...rows);
  show(original.map(([body]) => body));
}

/** The form as the address has it. */
function restore() {
  const kept = new URLSearchParams(location.search);
  for (const field of fields) {
    const value = kept.get(field.name) ?? "";
    field.value = value;
    if (field.value === value) continue;
    // An id that is too rare to be offered is a filter all the same.
    if (FILTERS.includes(field.name)) field.add(new Option(value, value, true, true));
    else field.value = "";
  }
  return update();
}

/** Put the state into the address, as a step that can be taken back. */
function changed(isTyped) {
  const address = new URL(location);
  address.search = new URLSearchParams(state());
  history[isTyped && typing ? "replaceState" : "pushState"](null, "", address);
  typing = isTyped;
  update();
}

for (const head of heads) {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...head.childNodes);
  button.onclick = () => {
    order.value = sort.value === head.dataset.sort && !order.value ? "descending" : "";
    sort.value = head.dataset.sort;
    changed();
  };
  head.append(button);
}
form.onchange = ({ target }) => target === number || changed();
number.oninput = () => {
  clearTimeout(timer);
  timer = setTimeout(changed, 200, true);
};
reset.onclick = () => {
  for (const field of fields) field.value = "";
  changed();
  (panel.open ? fields[0] : panel.firstElementChild).focus();
};
one("button", more).onclick = () => {
  const next = found[shown];
  draw(shown + AT_A_TIME);
  one("a", next).focus();
};
addEventListener("popstate", restore);
const wide = matchMedia("(min-width: 48rem)");
wide.onchange = () => (panel.open = wide.matches);
wide.onchange();
form.hidden = false;
take();
restore();

// The preview changes the page while it is read: it finds the table as the server made it.
document.addEventListener("dateline:morphing", () => Object.keys(state()).length && untouched());
document.addEventListener("dateline:morphed", async () => {
  const held = document.activeElement;
  take();
  await restore();
  if (held.isConnected && held !== document.activeElement) held.focus({ preventScroll: true });
});
