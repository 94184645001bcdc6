// Trunk's post_build hook: adds the app's second part, hashes the worker (Trunk does not), makes the page of a shared machine,
// lists what is kept for days without a network, and refuses what the page's policy would block.
import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, sep } from 'node:path';

const at = name => join(process.env.TRUNK_STAGING_DIR, name);
const hash = (kind, bytes, as) => createHash(kind).update(bytes).digest(as);
const integrity = bytes => `sha384-${hash('sha384', bytes, 'base64')}`;
const refuse = why => {
  console.error(`dist: ${why}`);
  process.exit(1);
};

// The second part of the app, cut off by scripts/bin/wasm-bindgen; app.js knows its name and its hash.
const parts = process.env.STEPNOTE_PARTS ?? refuse('build with scripts/build');
for (const part of readdirSync(parts)) copyFileSync(join(parts, part), at(part));

// The page starts the worker from a blob, so that the policy binds it: one file, its wasm sent as the first message.
const wasm = readFileSync(at('worker_bg.wasm'));
const made = readFileSync(at('worker.js'), 'utf8');
if (!made.includes('function __wbg_init(')) refuse('worker.js has no __wbg_init; has wasm-bindgen changed?');
if (/^\s*import\b[^(.]/m.test(made)) refuse('worker.js imports another file; a blob cannot');
const js = `${made}
onmessage = e => {
  onmessage = null;
  __wbg_init({ module_or_path: e.data }).catch(why => postMessage({ kind: 'err', why: \`start: \${why}\` }));
};
`;
const name = `worker-${hash('sha256', Buffer.concat([wasm, Buffer.from(js)]), 'hex').slice(0, 16)}`;
renameSync(at('worker_bg.wasm'), at(`${name}_bg.wasm`));
writeFileSync(at(`${name}.js`), js);
rmSync(at('worker.js'));

const meta = `<meta name="worker" content="${name}.js" data-integrity="${integrity(js)}" data-wasm="${name}_bg.wasm" data-wasm-integrity="${integrity(wasm)}">`;

// What only the screens of the second part look like comes with it, as one file.
const folder = new URL('../style/rest/', import.meta.url);
const rest = readdirSync(folder).sort().map(file => readFileSync(new URL(file, folder), 'utf8')).join('');
const style = `rest-${hash('sha256', rest, 'hex').slice(0, 16)}.css`;
writeFileSync(at(style), rest);
const restMeta = `<meta name="rest" content="${style}" data-integrity="${integrity(rest)}">`;

// The drawings of those screens stand in the page, where its colours reach them, once the first screen is there.
const drawings = readFileSync(new URL('../style/drawings.svg', import.meta.url));
const drawn = `drawings-${hash('sha256', drawings, 'hex').slice(0, 16)}.svg`;
writeFileSync(at(drawn), drawings);
const drawnMeta = `<meta name="drawings" content="${drawn}" data-integrity="${integrity(drawings)}">`;

// What a person can compare: one short name for all files, which the same sources give on any machine.
const all = () => readdirSync(at('.'), { recursive: true }).map(file => String(file).split(sep).join('/')).filter(file => statSync(at(file)).isFile()).sort();
const build = hash('sha256', JSON.stringify(all().map(file => [file, integrity(readFileSync(at(file)))])), 'hex').slice(0, 16);
const buildMeta = `<meta name="build" content="${build}">`;
console.log(`build ${build}`);

const page = readFileSync(at('index.html'), 'utf8').replace('</head>', `${meta}\n${restMeta}\n${drawnMeta}\n${buildMeta}\n</head>`);
if (!page.includes(meta)) refuse('index.html has no </head> to put the worker before');
if (/<script(?![^>]*\bsrc=)/i.test(page)) refuse('inline script in index.html');
if (/<style\b|<[^>]*\sstyle=/i.test(page)) refuse('inline style in index.html');
writeFileSync(at('index.html'), page);

// The same page for a shared machine, where nothing is kept (docs/kiosk.md).
const shared = page.replace('<html lang="ja">', '<html lang="ja" data-kiosk>');
if (shared === page) refuse('index.html does not begin with <html lang="ja">');
writeFileSync(at('kiosk.html'), shared);

// The neutral page is not Trunk's: its files are held by their hashes all the same.
const neutral = readFileSync(at('koyomi.html'), 'utf8').replace(/(?:href|src)="([^"]+)" integrity=""/g, (tag, file) => tag.replace('integrity=""', `integrity="${integrity(readFileSync(at(file)))}"`));
if (neutral.includes('integrity=""')) refuse('koyomi.html has a file without its hash');
writeFileSync(at('koyomi.html'), neutral);

// Last: everything of this version, for the service worker.
// The city changes its own file on the host: that is not held to this build (shell/sw.js).
const files = all().filter(file => !['sw.js', 'directory.json'].includes(file));
const kept = files.map(file => [file === 'index.html' ? './' : `./${file}`, integrity(readFileSync(at(file)))]);
const version = hash('sha256', JSON.stringify(kept) + readFileSync(at('sw.js'), 'utf8'), 'hex').slice(0, 16);
writeFileSync(at('sw.js'), `const VERSION = ${JSON.stringify(version)};\nconst FILES = ${JSON.stringify(kept, null, 1)};\n${readFileSync(at('sw.js'), 'utf8')}`);
