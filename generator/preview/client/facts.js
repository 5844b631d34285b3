// Where facts stand on a page: quoted sentences (`id="fact-…"`) and the links that lead to one.

const LINK = "a[href*='#fact-']";
const SPOT = `[id^='fact-'], ${LINK}`;
const LONGEST = 160;

const clean = (text) => text.trim().replace(/\s+/g, " ").slice(0, LONGEST);

/** A fact as a page shows it: the page of its document, the anchor there, and the words here. */
function factOf(spot) {
  const { pathname, hash } = spot.href ? new URL(spot.href) : { pathname: location.pathname, hash: `#${spot.id}` };
  const head = spot.closest("tr")?.querySelector("th[scope=row]");
  const words = clean(spot.textContent);
  const text = head && !head.contains(spot) ? `${clean(head.textContent)}: ${words}` : words;
  return { page: decodeURI(pathname), anchor: decodeURI(hash.slice(1)), text, spot };
}

/** The fact that an element belongs to: its own, that of its sentence, of its cell or of its row. */
export function factAt(target) {
  const refs = target.closest(".fact-refs");
  const sentence = refs?.previousElementSibling?.matches("[id^='fact-']") ? refs.previousElementSibling : null;
  const cell = target.closest("td, th")?.querySelectorAll(LINK);
  const row = target.closest("tr")?.querySelectorAll(LINK);
  const only = (found) => (found?.length === 1 ? found[0] : null);
  const spot = target.closest(SPOT) ?? sentence ?? only(cell) ?? only(row);
  return spot && factOf(spot);
}

/** Every fact of the page once, from the top. */
export function factsOfPage() {
  const found = new Map();
  for (const spot of document.querySelectorAll(`main :is(${SPOT})`)) {
    const fact = factOf(spot);
    const key = fact.page + fact.anchor;
    if (!found.has(key) || spot.matches(".value")) found.set(key, fact);
  }
  return [...found.values()];
}

/** The ids that a fact can have: its document's id begins with the day, or is the last part of the address. */
export function idsOf({ page, anchor }) {
  const [year, month, day, slug] = page.split("/").filter(Boolean);
  const key = anchor.replace("fact-", "");
  return slug ? [`${year}-${month}-${day}-${slug}#${key}`, `${slug}#${key}`] : [];
}

/** The id as the day's own data have it, for a document whose address says nothing of its id. */
export async function idFromDay({ page, anchor }) {
  const [year, month, day] = page.split("/").filter(Boolean);
  const answer = await fetch(`/days/${year}-${month}-${day}.json`).catch(() => null);
  const data = answer?.ok ? await answer.json() : {};
  const facts = (data.measures ?? []).flatMap(({ facts }) => facts);
  return facts.find(({ url }) => url?.endsWith(`${page}#${anchor}`))?.id;
}
