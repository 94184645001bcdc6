// Just enough of a WebDriver (W3C) to run functions in a page of headless Chromium, and a server for that page.
import { spawn } from 'node:child_process';
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { createServer as createSocket } from 'node:net';
import { extname, join, sep } from 'node:path';

const types = { '.css': 'text/css', '.html': 'text/html', '.js': 'text/javascript', '.json': 'application/json', '.mjs': 'text/javascript', '.svg': 'image/svg+xml', '.wasm': 'application/wasm' };

// Serves folders under prefixes; the first that fits.
export async function serve(folders) {
  const server = createServer((request, response) => {
    const path = decodeURIComponent(request.url.split(/[?#]/)[0]);
    const [prefix, folder] = folders.find(([prefix]) => path.startsWith(prefix));
    // A prefix may also be one file.
    const file = path === prefix && !prefix.endsWith('/') ? folder : join(folder, path.slice(prefix.length) || 'index.html');
    const found = (file === folder || file.startsWith(folder + sep)) && statSync(file, { throwIfNoEntry: false });
    if (!found || !found.isFile()) return response.writeHead(404).end();
    response.writeHead(200, { 'Content-Type': types[extname(file)] ?? 'application/octet-stream', 'Content-Length': found.size, 'Cache-Control': 'no-cache' });
    return createReadStream(file).pipe(response);
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  return { address: `http://localhost:${server.address().port}/`, close: () => server.close() };
}

const freePort = () => new Promise(done => {
  const socket = createSocket().listen(0, '127.0.0.1', () => {
    const { port } = socket.address();
    socket.close(() => done(port));
  });
});

// A browser with a clean profile.
export async function chromium() {
  const port = await freePort();
  const driver = spawn('chromedriver', [`--port=${port}`, '--log-level=OFF'], { stdio: 'ignore', detached: true });
  const close = () => { try { process.kill(-driver.pid); } catch { /* it has ended by itself */ } };
  process.once('exit', close);
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(130));
  const failed = new Promise((_, no) => driver.on('error', () => no(new Error('there is no chromedriver'))));
  const ask = async (method, path, body) => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, { method, body: body && JSON.stringify(body) });
    const { value } = await response.json();
    if (!response.ok) throw new Error(`chromedriver: ${value.message}`);
    return value;
  };
  const ready = async () => {
    for (let i = 0; i < 100; i++) {
      try { return await ask('GET', '/status'); } catch { await new Promise(done => { setTimeout(done, 50); }); }
    }
    throw new Error('chromedriver does not answer');
  };
  try {
    await Promise.race([ready(), failed]);
    const args = ['headless=new', 'no-sandbox', 'disable-gpu', 'no-first-run', 'disable-background-networking', 'disable-component-update', 'disable-sync', 'window-size=1280,900'];
    const made = await ask('POST', '/session', { capabilities: { alwaysMatch: { 'goog:chromeOptions': { args } } } });
    const session = `/session/${made.sessionId}`;
    await ask('POST', `${session}/timeouts`, { script: 1_800_000, pageLoad: 60_000 });
    return {
      version: made.capabilities.browserVersion,
      open: url => ask('POST', `${session}/url`, { url }),
      // Calls an exported function of a module the page can load.
      call: async (module, name, ...args) => {
        const script = `const done = arguments[arguments.length - 1];
          import(arguments[0]).then(m => m[arguments[1]](...arguments[2])).then(value => done({ value }), why => done({ why: String(why?.stack ?? why) }));`;
        const answer = await ask('POST', `${session}/execute/async`, { script, args: [module, name, args] });
        if (answer.why) throw new Error(`${name}: ${answer.why}`);
        return answer.value;
      },
      // A command of Chromium's own protocol.
      devTools: (cmd, params = {}) => ask('POST', `${session}/goog/cdp/execute`, { cmd, params }),
      // What a script of the page's own answers.
      ask: script => ask('POST', `${session}/execute/sync`, { script, args: [] }),
      close: async () => {
        await ask('DELETE', session).catch(() => 0);
        close();
      },
    };
  } catch (why) {
    close();
    throw why;
  }
}
