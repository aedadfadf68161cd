// Keeps all files of one release of the site, and answers with them, so that the site needs no network. A release is taken over as a
// whole or not at all: each file is compared with the hash that its name holds, or that stands for a page. The build writes RELEASE, PAGES
// and FILES above.

/** Where a release is kept; other sites may have the same origin. */
const named = (release) => `${registration.scope} ${release}`;

/** How many files are asked for at a time. */
const AT_ONCE = 6;

addEventListener('install', (event) => event.waitUntil(takeIn()));
addEventListener('activate', (event) => event.waitUntil(forget()));
addEventListener('message', ({ data }) => data === 'take over' && skipWaiting());
addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method === 'GET' && request.url.startsWith(registration.scope)) event.respondWith(answer(request));
});

/** Takes in all files of this release. One that was broken off goes on where it stopped. */
async function takeIn() {
  const cache = await caches.open(named(RELEASE));
  const waiting = [...FILES];
  const next = async () => {
    for (let file = waiting.pop(); file; file = waiting.pop()) {
      const address = new URL(file, registration.scope).href;
      if (!(await cache.match(address))) await cache.put(address, await whole(file, address));
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}

/** The hash that stands for a page, whose name holds none. */
const hashOfPage = (file) => (file === PAGE ? RELEASE : PAGES[file]);

/** A file with the content that its name says: from an earlier release, else from the host. */
async function whole(file, address) {
  const ofPage = hashOfPage(file);
  const kept = ofPage ? undefined : await ofAnyRelease(address);
  if (kept) return kept;
  const response = await fetch(address, ofPage ? { cache: 'no-cache' } : {});
  const content = await response.clone().arrayBuffer();
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', content));
  const start = [...hash.subarray(0, 8)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  if (!response.ok || start !== (ofPage ?? /-([0-9a-f]{16})\.\w+$/.exec(file)[1])) {
    throw new Error(`${file} is not of this release`);
  }
  // Where a host leads on from a page's name, the browser would not take the answer for that name.
  return response.redirected ? new Response(content, { headers: response.headers }) : response;
}

async function releases() {
  return (await caches.keys()).filter((name) => name.startsWith(named('')));
}

async function ofAnyRelease(address) {
  for (const name of await releases()) {
    const kept = await caches.match(address, { cacheName: name });
    if (kept) return kept;
  }
}

/** Forgets old releases but the last one: pages that are still open go on loading parts of it. */
async function forget() {
  const old = (await releases()).filter((name) => name !== named(RELEASE));
  await Promise.all(old.slice(0, -1).map((name) => caches.delete(name)));
}

/** The page of this release that is at an address. */
const pageAt = (address) => [PAGE, ...Object.keys(PAGES)].find((page) => new URL(page, registration.scope).href === address);

/** A page of this release, or any file that is kept; the rest comes from the host. */
async function answer(request) {
  const address = request.url.split(/[?#]/)[0];
  const page = request.mode === 'navigate' && (address === registration.scope ? PAGE : pageAt(address));
  const kept = page
    ? await caches.match(new URL(page, registration.scope).href, { cacheName: named(RELEASE) })
    : await ofAnyRelease(address);
  return kept ?? fetch(request);
}
