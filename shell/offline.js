// Days without a network, new versions, and files given by other apps. The app is told by events and by attributes of the
// root, and answers in the same way: `data-rest` says that nothing would be lost by opening anew.
const root = document.documentElement;
const service = navigator.serviceWorker;
const tell = name => dispatchEvent(new Event(name));

// In memory alone, until 受け取る takes it.
const give = files => {
  if (!files.length) return;
  window.ksGiven = files;
  location.hash = '#/receive';
  tell('ks-given');
};

// A file that is let go over the page would be shown in its place, and what is nowhere else would be lost.
for (const kind of ['dragover', 'drop']) {
  addEventListener(kind, event => {
    const files = event.dataTransfer?.types.includes('Files');
    if (files && event.target.type !== 'file') event.preventDefault();
  });
}

const ask = (worker, what) => new Promise(answer => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => answer(data);
  worker.postMessage(what, [port2]);
});

window.launchQueue?.setConsumer(async ({ files }) => give(await Promise.all(files.map(file => file.getFile()))));
// Whoever can put the app among the others is asked when the app offers it, not before.
addEventListener('beforeinstallprompt', event => {
  event.preventDefault();
  addEventListener('ks-install', () => event.prompt(), { once: true });
  root.dataset.installs = '';
  tell('ks-new');
});

if (service) {
  let agreed = false;
  service.addEventListener('message', ({ data, ports: [port] }) => {
    if (data !== 'may-i') return;
    agreed = 'rest' in root.dataset;
    port.postMessage(agreed);
  });
  service.addEventListener('controllerchange', () => agreed && location.reload());
  if (service.controller) ask(service.controller, 'given').then(give);
  if (!('up' in root.dataset)) await new Promise(done => addEventListener('ks-up', done, { once: true }));
  try {
    const registration = await service.register('sw.js', { updateViaCache: 'none' });
    const waits = () => {
      if (!registration.waiting || !registration.active) return;
      root.dataset.new = 'waits';
      tell('ks-new');
    };
    const follow = worker => worker?.addEventListener('statechange', waits);
    follow(registration.installing);
    registration.addEventListener('updatefound', () => follow(registration.installing));
    waits();
    addEventListener('ks-take-new', async () => {
      const { waiting } = registration;
      if (!waiting) return location.reload();
      waiting.addEventListener('statechange', () => waiting.state === 'activated' && location.reload());
      if (await ask(waiting, 'go')) return;
      root.dataset.new = 'others';
      tell('ks-new');
    });
    await service.ready;
    root.dataset.offline = '';
    tell('ks-new');
  } catch (why) {
    // A private window, or a host without https: the app works, but not without a network.
    console.info('not kept for days without a network', why.name);
  }
}
