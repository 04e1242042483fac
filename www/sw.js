// Caches the page and the package. The network is tried first, so a new build appears at the next reload.

const KEPT = "waevent-playground";

const PAGE = [
  "./", "bulk.css", "chat.css", "form.css", "gateways.css", "header.css", "request.css", "style.css", "icon.svg",
  "bulk/bulk.js", "bulk/check.js", "bulk/csv.js", "bulk/faults.js", "bulk/rows.js", "bulk/sample.js", "bulk/worker.js",
  "calendar.js", "copy.js", "dom.js", "example.js", "form.js", "gateways.js", "guest.js", "issues.js", "language.js",
  "languages/ar.js", "languages/en.js", "languages/es.js", "languages/pt-BR.js", "main.js", "messages.js",
  "offline.js", "playground.js", "request.js", "share.js", "snippets.js", "target.js", "theme.js", "trusted.js",
];

const PACKAGE = [
  "api.js", "ask.js", "browser.js", "buffers.js", "builder.js", "bytes.js", "calendar.js", "card.js", "dates.js", "engine.js", "errors.js", "facts.js", "form.js", "guests.js", "host.js",
  "lines.js", "messages.js", "needs.js", "overlaps.js", "plain.js", "read.js", "schema.js", "schemas.js", "waevent.js", "waevent_bg.wasm", "webhook.js", "wire.js",
  "locales/ar.js", "locales/es.js", "locales/pt-BR.js",
].map((name) => `pkg/${name}`);

self.addEventListener("install", (event) => {
  self.skipWaiting();
  event.waitUntil(keepAll());
});

self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("fetch", (event) => {
  const { method, url } = event.request;
  if (method === "GET" && url.startsWith(self.registration.scope)) event.respondWith(answer(event.request));
});

async function keepAll() {
  const cache = await caches.open(KEPT);
  // If a file is missing, the others are still cached.
  await Promise.allSettled([...PAGE, ...PACKAGE].map((path) => cache.add(path)));
}

async function answer(request) {
  try {
    const response = await fetch(request);
    if (response.ok) {
      const cache = await caches.open(KEPT);
      await cache.put(addressOf(request), response.clone());
    }
    return response;
  } catch (error) {
    const kept = await caches.match(addressOf(request));
    if (kept) return kept;
    throw error;
  }
}

/** The URL of a file without its query: links may have tracking parameters, and each of them would be cached separately. */
function addressOf(request) {
  const { origin, pathname } = new URL(request.url);
  return origin + pathname;
}
