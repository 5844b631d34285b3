// The site keeps nothing in browsers (offline is not set in site.yaml). A browser that was told to by an
// earlier build asks for this file at the next visit; it throws away what it has and goes.

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => event.waitUntil(leave()));

async function leave() {
  const mine = `dateline ${new URL(self.registration.scope).pathname} `;
  for (const name of await caches.keys()) if (name.startsWith(mine)) await caches.delete(name);
  await self.registration.unregister();
}
