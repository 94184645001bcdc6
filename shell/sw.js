// Keeps the app, and nothing but the app, so that it opens without a network. scripts/dist.mjs writes before this line
// what is kept: VERSION, and FILES with the hash of each.
const OURS = `stepnote:${new URL(registration.scope).pathname}:`;
const KEPT = OURS + VERSION;
// A shared file waits in memory for the page that was opened for it, and no longer than this.
const PATIENCE_MS = 60_000;
// The offices of the city, which changes them without building.
const CITY = new URL('directory.json', registration.scope).href;

// All of a version or nothing of it.
addEventListener('install', event => event.waitUntil((async () => {
  const kept = await caches.open(KEPT);
  await kept.addAll(FILES.map(([name, integrity]) => new Request(name, { integrity, cache: 'no-cache' })));
  await city(new Request(CITY, { cache: 'no-cache' }));
})()));

// The version before stays until nobody uses it: only then is this one activated.
addEventListener('activate', event => event.waitUntil((async () => {
  const before = (await caches.keys()).filter(name => name.startsWith(OURS) && name !== KEPT);
  await Promise.all(before.map(name => caches.delete(name)));
  await clients.claim();
})()));

addEventListener('fetch', event => {
  const { request } = event;
  if (!request.url.startsWith(registration.scope)) return;
  if (request.method === 'POST' && new URL(request.url).pathname === new URL('share', location).pathname) event.respondWith(share(event));
  else if (request.method === 'GET') event.respondWith(request.url === CITY ? city(request) : answer(request));
});

// What is kept comes from here, whatever stands behind the question mark; anything else is asked of the host.
async function answer(request) {
  const kept = await caches.open(KEPT);
  return (await kept.match(request, { ignoreSearch: true, ignoreVary: true })) ?? fetch(request);
}

// As the host has it now; without a network, as it was last.
async function city(request) {
  const kept = await caches.open(KEPT);
  try {
    const now = await fetch(request);
    if (now.ok) await kept.put(CITY, now.clone());
    return now;
  } catch {
    return (await kept.match(CITY)) ?? Response.error();
  }
}

let given = [];
let taken = () => {};

// A file shared by another app: it does not reach the host, and it is not written down.
async function share(event) {
  const form = await event.request.formData();
  given = form.getAll('file').filter(one => one instanceof File);
  const text = form.get('text');
  if (typeof text === 'string' && text) given.push(new File([text], 'shared.txt', { type: 'text/plain' }));
  event.waitUntil(new Promise(done => {
    taken = done;
    setTimeout(done, PATIENCE_MS);
  }).then(() => (given = [])));
  return Response.redirect(`${registration.scope}#/receive`, 303);
}

addEventListener('message', event => {
  const [port] = event.ports;
  if (event.data === 'given') {
    port.postMessage(given);
    taken();
  }
  if (event.data === 'go') event.waitUntil(go(port, event.source.id));
});

// The new version begins only when no page is in the middle of something.
async function go(port, asking) {
  const all = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  const others = all.filter(one => one.id !== asking && one.url.startsWith(registration.scope) && !/\/koyomi\.html/.test(one.url));
  const agreed = (await Promise.all(others.map(ask))).every(Boolean);
  port.postMessage(agreed);
  if (agreed) await skipWaiting();
}

const ask = page => new Promise(answer => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => answer(data === true);
  // A page that sleeps cannot be asked.
  setTimeout(answer, 3_000, false);
  page.postMessage('may-i', [port2]);
});
