// Lets the browser keep what the reader opens, and says so where a page comes from there.

const root = new URL("..", import.meta.url);
const unreached = document.querySelector("[data-unreached]");
const isOld = unreached && !unreached.hidden; // as sw.js hands it out
const kept = document.querySelector("[data-kept]");

function say() {
  if (unreached) unreached.hidden = navigator.onLine && !isOld;
}

/** The pages that are here, the newest first, with their titles. */
async function list() {
  const cache = await caches.open(`dateline ${root.pathname} pages`);
  const items = kept.querySelector("ul");
  for (const request of (await cache.keys()).reverse()) {
    const page = new DOMParser().parseFromString(await (await cache.match(request)).text(), "text/html");
    const link = document.createElement("a");
    link.href = request.url;
    link.textContent = page.querySelector("h1")?.textContent.trim() || page.title;
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
navigator.serviceWorker?.register(new URL("sw.js", root)).catch(() => {
  // The site is read as ever; it is only not kept.
});
