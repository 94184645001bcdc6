// Starts the app under a policy without inline script. Trunk's preload links carry the names and the hashes.
const draw = async () => {
  const { content, dataset } = document.querySelector('meta[name=drawings]');
  const drawings = await fetch(content, { integrity: dataset.integrity, credentials: 'same-origin' });
  const drawn = new DOMParser().parseFromString(await drawings.text(), 'image/svg+xml');
  document.querySelector('body > div').append(document.importNode(drawn.documentElement, true));
};

// When the app has said so itself, its own words stand there already.
const stop = why => {
  const stopped = document.getElementById('stopped');
  if (!stopped.hidden) return;
  for (const part of stopped.querySelectorAll('[data-why]')) part.hidden = part.dataset.why !== why;
  document.getElementById('app').hidden = true;
  stopped.hidden = false;
};
// Without memory or stack it cannot say anything.
addEventListener('error', ({ error }) => {
  if (error?.name === 'RuntimeError') stop('crash');
});

try {
  if (window.trustedTypes) {
    // Leptos makes its fixed markup through innerHTML; what could run or load something is refused.
    const active = /<\/?(script|iframe|object|embed|base|meta|link|style)\b|[\s/"']on[a-z]+\s*=|javascript:/i;
    trustedTypes.createPolicy('default', {
      createHTML: markup => (active.test(markup) ? null : markup),
      createScriptURL: url => (new URL(url, document.baseURI).origin === location.origin ? url : null),
    });
  }
  const js = document.querySelector('link[rel=modulepreload]');
  const wasm = document.querySelector('link[rel=preload][as=fetch]');
  // WebKit checks the integrity of a script element only; import() then takes the checked module.
  await new Promise((done, failed) => {
    const script = document.createElement('script');
    script.type = 'module';
    script.src = js.href;
    script.integrity = js.integrity;
    script.crossOrigin = 'anonymous';
    script.onload = done;
    script.onerror = () => failed(new Error('the app did not arrive whole'));
    document.head.append(script);
  });
  const { default: init } = await import(js.href);
  await init({ module_or_path: fetch(wasm.href, { integrity: wasm.integrity, credentials: 'same-origin' }) });
  // Only now does shell/offline.js begin to keep the rest: the first screen goes first.
  document.documentElement.dataset.up = '';
  dispatchEvent(new Event('ks-up'));
  // Without its drawings a later screen says the same.
  draw().catch(() => {});
} catch (why) {
  console.error(why);
  stop('load');
}
