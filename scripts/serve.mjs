// A plain static server for dist/: node scripts/serve.mjs [dist] [--port N] [--base /a/b/] [--lan]
import { createReadStream, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { networkInterfaces } from 'node:os';
import { extname, join, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { port: { type: 'string' }, base: { type: 'string', default: '/' }, lan: { type: 'boolean', default: false } },
});
const root = resolve(positionals[0] ?? new URL('../dist', import.meta.url).pathname);
const base = `/${values.base.split('/').filter(Boolean).join('/')}/`.replace('//', '/');
const types = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
};
const always = {
  'Cache-Control': 'no-cache',
  'Content-Security-Policy': "frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

// The file an address means; null when there is none, or none of ours.
function find(address) {
  let path;
  try {
    path = decodeURIComponent(address.split('?')[0]);
  } catch {
    return null;
  }
  if (!path.startsWith(base) || path.includes('\0')) return null;
  const file = join(root, path.slice(base.length) || 'index.html');
  if (!file.startsWith(root + sep)) return null;
  const found = statSync(file, { throwIfNoEntry: false });
  return found?.isFile() ? { file, size: found.size } : null;
}

const server = createServer((request, response) => {
  const say = (code, more = {}) => response.writeHead(code, { ...always, ...more });
  if (request.method !== 'GET' && request.method !== 'HEAD') return say(405, { Allow: 'GET, HEAD' }).end();
  if (`${request.url.split('?')[0]}/` === base) return say(308, { Location: base }).end();
  const found = find(request.url);
  if (!found) return say(404, { 'Content-Type': 'text/plain; charset=utf-8' }).end('ありません\n');
  say(200, { 'Content-Type': types[extname(found.file)] ?? 'application/octet-stream', 'Content-Length': found.size });
  if (request.method === 'HEAD') return response.end();
  return createReadStream(found.file).on('error', () => response.destroy()).pipe(response);
});

let port = Number(values.port ?? 8080);
const last = values.port ? port : port + 40;
const host = values.lan ? '0.0.0.0' : '127.0.0.1';
server.on('error', problem => {
  if (problem.code === 'EADDRINUSE' && port < last) return server.listen(++port, host);
  console.error(`serve: cannot listen on ${host}:${port} (${problem.code}); try --port N`);
  return process.exit(1);
});
server.on('listening', () => {
  const at = name => `http://${name}:${server.address().port}${base}`;
  console.log(`\nステップノート: ${at('localhost')}`);
  if (values.lan) {
    const others = Object.values(networkInterfaces()).flat().filter(one => one.family === 'IPv4' && !one.internal);
    for (const one of others) console.log(`in this network: ${at(one.address)}`);
    console.log('The camera works there over https only; on this machine localhost is enough.');
  }
  console.log('Ctrl-C ends it.');
});
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(0));
server.listen(port, host);
