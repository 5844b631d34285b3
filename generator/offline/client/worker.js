// Keeps what a reader has opened, so that it can be read again without a network. Before this stands BUILD:
// { version, shell }, the version of what is kept from the start and its addresses from the root of the site.

const { scope } = self.registration;
const MINE = `dateline ${new URL(scope).pathname} `; // a host may hold several archives
const SHELL = `${MINE}shell ${BUILD.version}`;
const PAGES = `${MINE}pages`;
const FILES = `${MINE}files`;
const MOST = { [PAGES]: 200, [FILES]: 100 };
const PATIENCE = 5000; // milliseconds, where there is something else to show

/** Whether an address is of a file whose name changes with what it holds. */
const isHashed = ({ pathname }) => /^\/assets\/.*\.[0-9a-f]{8}\.\w+$/.test(`/${pathname.slice(new URL(scope).pathname.length)}`);

/** What stands in a cache: a page has one place, whatever is asked of it. */
const placeOf = ({ origin, pathname }) => origin + pathname;

self.addEventListener("install", (event) => {
  const asked = BUILD.shell.map((address) => new Request(new URL(address, scope), { cache: "reload" }));
  event.waitUntil(caches.open(SHELL).then((shell) => shell.addAll(asked)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

/** Put away what earlier builds began with. What the reader has opened stays. */
async function takeOver() {
  const kept = [SHELL, PAGES, FILES];
  for (const name of await caches.keys()) {
    if (name.startsWith(MINE) && !kept.includes(name)) await caches.delete(name);
  }
  await self.clients.claim();
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const address = new URL(request.url);
  if (request.method !== "GET" || !address.href.startsWith(scope) || request.headers.has("range")) return;
  if (isHashed(address)) event.respondWith(hashed(event, address));
  else if (request.mode === "navigate") event.respondWith(page(event, address));
  else if (request.destination === "image") event.respondWith(newest(event, address, FILES));
  else if (address.pathname.endsWith("/")) event.respondWith(newest(event, address)); // read by a script
});

/** A file that never changes: from here if it is here. */
async function hashed(event, address) {
  const known = await found(address);
  if (known) return known;
  const answer = await fetch(event.request);
  keep(event, address, answer, FILES);
  return answer;
}

/** A page: the site's own, else as it was when it was opened, else the page that says it is not here. */
async function page(event, address) {
  try {
    return await newest(event, address, PAGES, old);
  } catch {
    return (await found(new URL("offline.html", scope))) ?? Response.error();
  }
}

/** A page that says that it is not new: the theme has the words, and hides them. */
async function old(known) {
  const text = await known.text();
  return new Response(text.replace(" data-unreached hidden", " data-unreached"), known);
}

/** What the site has now, kept in a cache where one is named; what was kept where the site is out of reach. */
async function newest(event, address, cache, made = (known) => known) {
  const asked = fetch(event.request).then((answer) => {
    if (cache) keep(event, address, answer, cache);
    return answer;
  });
  const known = await found(address);
  if (!known) return asked;
  event.waitUntil(asked.catch(() => {}));
  const late = new Promise((done) => setTimeout(done, PATIENCE));
  return (await Promise.race([asked.catch(() => {}), late])) ?? made(known);
}

/** What was kept last; what the build began with comes after it. */
async function found(address) {
  for (const name of [PAGES, FILES, SHELL]) {
    const known = await (await caches.open(name)).match(placeOf(address));
    if (known) return known;
  }
}

/** Put a good answer away, and the oldest out where there are too many. */
function keep(event, address, answer, name) {
  if (!answer.ok || answer.type !== "basic" || answer.redirected) return;
  const copy = answer.clone();
  event.waitUntil(
    caches.open(name).then(async (cache) => {
      await cache.delete(placeOf(address));
      await cache.put(placeOf(address), copy);
      const kept = await cache.keys();
      for (const old of kept.slice(0, Math.max(0, kept.length - MOST[name]))) await cache.delete(old);
    }),
  );
}
