// Lets the browser keep what the reader opens, and says so where a page comes from there.

const root = new URL("..", import.meta.url);
const unreached = document.querySelector("[data-unreached]");
const isOld = unreached && !unreached.hidden; // as sw.js hands it out
const SIGNS = { amp: "&", lt: "<", gt: ">", quot: '"', "#34": '"', "#39": "'" };
const kept = document.querySelector("[data-kept]");

function say() {
  if (unreached) unreached.hidden = navigator.onLine && !isOld;
}

/** The heading of a page as text; no string becomes HTML here, not even apart from the page. */
function titleOf(page) {
  const [, heading] = /<h1\b[^>]*>(.*?)<\/h1>/s.exec(page) ?? /<title>(.*?)<\/title>/s.exec(page) ?? ["", ""];
  const text = heading.replace(/<[^>]*>/g, "").replace(/&(#?\w+);/g, (whole, sign) => SIGNS[sign] ?? whole);
  return text.replace(/\s+/g, " ").trim();
}

/** The pages that are here, the newest first, with their titles. */
async function list() {
  const cache = await caches.open(`dateline ${root.pathname} pages`);
  const items = kept.querySelector("ul");
  for (const request of (await cache.keys()).reverse()) {
    const page = await (await cache.match(request)).text();
    const link = document.createElement("a");
    link.href = request.url;
    link.textContent = titleOf(page);
    const item = document.createElement("li");
    item.append(link);
    items.append(item);
    kept.hidden = false;
  }
}

addEventListener("online", say);
addEventListener("offline", say);
say();
if (kept && "caches" in self) list();
/** A worker starts by an address that is trusted: where Trusted Types are asked for, this is the only one. */
async function keep() {
  const createScriptURL = () => new URL("sw.js", root).href;
  const worker = self.trustedTypes?.createPolicy("dateline", { createScriptURL }).createScriptURL("");
  await navigator.serviceWorker?.register(worker ?? createScriptURL());
}

keep().catch(() => {
  // The site is read as ever; it is only not kept.
});
