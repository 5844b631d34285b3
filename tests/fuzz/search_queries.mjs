// Runs what search.js makes of a query, for one query a line, and says for each what went wrong, or null.
import { readFileSync } from "node:fs";
import { createInterface } from "node:readline";

/** Stands for whatever a page has: it may be called, asked for anything, and taken apart into more of its kind. */
const own = { [Symbol.toPrimitive]: () => "", [Symbol.iterator]: () => [thing, thing, thing].values(), closest: () => null };
const thing = new Proxy(function () {}, {
  get: (_, name) => own[name] ?? thing,
  set: () => true,
  apply: () => thing,
  construct: () => thing,
});
const field = { value: "" };
const form = {
  elements: { q: { ...field }, sort: { ...field }, from: { ...field }, to: { ...field } },
  action: "https://example.org/search/",
  closest: () => null,
  getAttribute: (name) => ({ "data-kind-actor": "actor", "data-kind-measure": "measure" })[name] ?? "{count} {query}",
};
const page = {
  querySelector: (wanted) => (wanted.startsWith("form") ? form : thing),
  getElementById: () => thing,
  createElement: () => thing,
  addEventListener: () => {},
  documentElement: { lang: "en" },
  fragmentDirective: {},
};
const place = { search: "", pathname: "/search/", href: "https://example.org/search/" };
const history = { replaceState: (state, title, path) => new URL(path, place.href) };
const source = readFileSync(process.argv[2], "utf8");
const names = "spelled, exactly, fold, distance, find, nameOf, hitsOf, itemsOf, report, showHelp, remember, MOST";
const search = new Function("document", "location", "history", "self", `${source}\nreturn { ${names} };`)(page, place, history, {});

const NAMES = ["SOHR", "المرصد السوري", "叙利亚", "O’Neill", "İstanbul", "1 000"];

/** An index that has an answer to everything, with the text of the query itself in it. */
function indexOf(query) {
  const all = query.split(/\s+/);
  const data = {
    url: "/a/",
    raw_content: query,
    weighted_locations: all.map((_, location) => ({ location, balanced_score: 1 })).slice(0, 40),
    anchors: [{ location: 0, element: "h2", text: all[0], id: all[0] }, { location: 1, element: "mark", text: query, id: "q" }],
    meta: { title: all.slice(0, 2).join(" "), also: NAMES.join(" · "), kind: "actor" },
  };
  const result = (id) => ({ id, data: async () => data });
  return {
    asked: [],
    async search(text, { filters }) {
      this.asked.push(text);
      if (text !== null && (typeof text !== "string" || !text)) throw new Error(`asked for ${JSON.stringify(text)}`);
      const many = (text ?? "").length % 4;
      const counts = { name: Object.fromEntries(NAMES.map((name) => [name, 1])) };
      return { results: [...Array(many).keys()].map((number) => result(`r${number}`)), filters: counts, unfilteredResultCount: many };
    },
  };
}

function must(so, what) {
  if (!so) throw new Error(what);
}

async function tried(typed) {
  const query = typed.trim().slice(0, search.MOST);
  const index = indexOf(query.toWellFormed()); // no page has half a character
  const spelt = search.spelled(query);
  must(spelt === spelt.trim(), "spaces around what is asked for");
  must(!/[٠-٩۰-۹]/.test(spelt), "a digit that the index does not have");
  for (const form of search.exactly(spelt)) must(form, "an empty form");
  const folded = search.fold(query);
  must(search.fold(folded) === folded, `folded twice it is ${JSON.stringify(search.fold(folded))}`);
  for (const name of NAMES) {
    const far = search.distance(folded, search.fold(name));
    must(far >= 0 && far <= Math.max(folded.length, name.length), `so far from ${name}: ${far}`);
  }
  must(search.distance(folded, folded) === 0, "not like itself");
  const answer = await search.find(index, query);
  const ids = answer.results.map(({ id }) => id);
  must(new Set(ids).size === ids.length, "a result twice");
  await search.itemsOf(answer.results, 0, query);
  search.hitsOf(await indexOf(typed.toWellFormed()).search("x", {}).then(({ results }) => results[0].data()), 3);
  search.report(ids.length, query);
  search.remember(query);
  await search.showHelp(index, query, { unfilteredResultCount: 0 }, 0);
  return { spelled: spelt };
}

for await (const line of createInterface({ input: process.stdin })) {
  const start = process.cpuUsage();
  let said;
  try {
    said = await tried(JSON.parse(line));
  } catch (error) {
    said = { fault: `${error.stack}` };
  }
  const { user } = process.cpuUsage(start);
  process.stdout.write(`${JSON.stringify({ ...said, seconds: user / 1e6 })}\n`);
}
