// Prints one table of this build against what others offer: all of it measured now, here, in one run.
// Usage: node bench.mjs DIST NODE_MODULES (through scripts/bench)
import { execFileSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium, serve } from './driver.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const golden = join(here, '../../tests/golden');
const [dist, modules] = process.argv.slice(2).map(path => resolve(path));
const RUNS = 11;
const SIZES = [{ width: 640, height: 480, each: 18 }, { width: 1280, height: 720, each: 6 }];

const rows = [];
const row = (name, ours, theirs = '', ratio = '') => rows.push([name, ours, theirs, ratio]);
const median = all => {
  const sorted = [...all].sort((a, b) => a - b), middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};
const short = number => (number < 10 ? number.toFixed(1) : number.toFixed(0));
const times = all => `${short(median(all))} ms (${short(Math.min(...all))}–${short(Math.max(...all))}, n ${all.length})`;
const timesRow = (name, ours, theirs) => row(name, times(ours), theirs ? times(theirs) : '', theirs ? (median(ours) / median(theirs)).toFixed(2) : '');
const say = words => process.stderr.write(`${words} …\n`);

const gz = (...files) => files.reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
const kB = bytes => `${(bytes / 1000).toFixed(1)} kB gz`;
const sizeRow = (name, ours, theirs) => row(name, kB(ours), theirs ? kB(theirs) : '', theirs ? (ours / theirs).toFixed(2) : '');

function sizes() {
  const page = readFileSync(join(dist, 'index.html'), 'utf8');
  const tags = [...page.matchAll(/<(?:link|script)\b[^>]*>/g)].map(([tag]) => tag);
  const needed = tags.filter(tag => tag.startsWith('<script') || /\brel="?(stylesheet|modulepreload|preload)\b/.test(tag));
  const names = new Set(needed.map(tag => /\b(?:href|src)="(?:\.\/)?([^"]+)"/.exec(tag)[1]));
  const worker = readdirSync(dist).filter(name => name.startsWith('worker-')).map(name => join(dist, name));
  const zxing = ['reader/zxing_reader.wasm', 'es/reader/index.js', 'es/share.js'].map(name => join(modules, 'zxing-wasm/dist', name));
  sizeRow('first load: page, styles, scripts, wasm', gz(join(dist, 'index.html'), ...[...names].map(name => join(dist, name))));
  sizeRow('whole worker (reads, draws, seals, opens, derives) | zxing-wasm reader', gz(...worker), gz(...zxing));
  sizeRow('whole worker | zxing-wasm reader + hash-wasm argon2', gz(...worker), gz(...zxing, join(modules, 'hash-wasm/dist/argon2.umd.min.js')));
}

async function argon2id(browser, module) {
  say(`Argon2id, ${RUNS} runs`);
  const all = await browser.call(module, 'argon2id', RUNS);
  timesRow('Argon2id 64 MiB/3/1, first in a new worker | hash-wasm', all.ours, all.theirs);
  timesRow('Argon2id 64 MiB/3/1, again in the same worker | hash-wasm', all.oursAgain, all.theirsAgain);
  timesRow('starting our worker', all.start);
}

const percent = all => `${((100 * all.filter(Boolean).length) / all.length).toFixed(1)} % of ${all.length}`;
function rateRow(name, frames, theirs) {
  const [mine, their] = ['ours', theirs].map(who => frames.map(frame => frame[who].read));
  const rate = all => all.filter(Boolean).length / all.length;
  row(name, percent(mine), percent(their), rate(their) ? (rate(mine) / rate(their)).toFixed(2) : '');
}

async function reading(browser, module) {
  say(`QR codes, ${SIZES.map(size => `${size.each * 13} frames of ${size.width}×${size.height}`).join(', ')}`);
  // One hand-off for ever, so that the frames are the same from run to run.
  const envelope = [...readFileSync(join(golden, 'handoff/v1/example.bin'))];
  const frames = await browser.call(module, 'reading', envelope, SIZES);
  rateRow('QR frames read | zxing-wasm as it comes', frames, 'theirs');
  rateRow('QR frames read | zxing-wasm, one code, not inverted', frames, 'narrow');
  for (const { width, height } of SIZES) {
    const some = frames.filter(frame => frame.width === width);
    for (const [who, what] of [['theirs', 'as it comes'], ['narrow', 'one code, not inverted']]) {
      timesRow(`QR ${width}×${height}, a frame | zxing-wasm ${what}`, some.map(frame => frame.ours.ms), some.map(frame => frame[who].ms));
    }
    timesRow(`QR ${width}×${height}, of ours only making it grey`, some.map(frame => frame.ours.grey));
  }
  const found = frames.filter(frame => frame.ours.read && frame.theirs.read), lost = frames.filter(frame => !frame.ours.read && !frame.theirs.read);
  timesRow('QR, a frame both read | zxing-wasm as it comes', found.map(frame => frame.ours.ms), found.map(frame => frame.theirs.ms));
  if (lost.length) timesRow('QR, a frame neither reads | zxing-wasm as it comes', lost.map(frame => frame.ours.ms), lost.map(frame => frame.theirs.ms));
  for (const mishap of new Set(frames.map(frame => frame.mishap))) rateRow(`QR ${mishap} | zxing-wasm as it comes`, frames.filter(frame => frame.mishap === mishap), 'theirs');
}

async function handingOver(browser, module, bundle) {
  say('sealing and opening a full note');
  const all = await browser.call(module, 'handingOver', bundle, RUNS);
  timesRow('worker seals a full note for both carriers | WebCrypto PBKDF2 alone', all.seal, all.native);
  timesRow('worker opens it from a file | WebCrypto PBKDF2 alone', all.openFile, all.native);
  timesRow('worker opens it from codes | WebCrypto PBKDF2 alone', all.openCodes, all.native);
  timesRow('worker draws one code of it', all.draw);
}

async function app(browser, address, module) {
  say('the app itself');
  const shelf = JSON.parse(readFileSync(join(golden, 'vault/v1/example.shelf.json'), 'utf8'));
  const passphrase = readFileSync(join(golden, 'vault/v1/example.passphrase'), 'utf8').trimEnd();
  const [{ label }] = JSON.parse(readFileSync(join(golden, 'vault/v1/example.records.json'), 'utf8'));
  const all = { unlock: [], choose: [], open: [], save: [], type: [], give: [] };
  for (let i = -1; i < RUNS; i++) {
    await browser.call(module, 'seed', shelf);
    await browser.open(address);
    // NFKC is the app's own business.
    const { unlock, choose } = await browser.call(module, 'unlocking', passphrase, label.name);
    const { open, type, save } = await browser.call(module, 'leaving', 'introduction');
    const give = await browser.call(module, 'giving');
    if (i < 0) continue;
    for (const [name, ms] of Object.entries({ unlock, choose, open, save, type, give })) all[name].push(ms);
  }
  timesRow('app: from the passphrase to the children', all.unlock);
  timesRow('app: from a child to its sheets', all.choose);
  timesRow('app: from a tap to a full sheet', all.open);
  timesRow('app: one character typed into it', all.type);
  timesRow('app: sealing and saving a full note as the page is left', all.save);
  timesRow('app: from “make” to the first code on screen', all.give);
}

// A note that has grown for years against one that was begun today, by turns.
async function grown(browser, address, module) {
  say('a large vault against a small one');
  const shelf = (...counts) => JSON.parse(execFileSync('cargo', ['run', '--release', '--locked', '--quiet', '--example', 'shelf', '--', ...counts.map(String)], { cwd: join(here, '../..'), maxBuffer: 2 ** 26 }));
  const sizes = { large: shelf(10, 300, 200), small: shelf(2, 3, 0) };
  const all = {};
  for (let i = -1; i < RUNS; i++) {
    for (const [size, { shelf, passphrase, child }] of Object.entries(sizes)) {
      await browser.call(module, 'seed', shelf);
      await browser.open(address);
      const times = { ...(await browser.call(module, 'unlocking', passphrase, child)), ...(await browser.call(module, 'lastRow', 'medication')) };
      if (i >= 0) for (const [name, ms] of Object.entries(times)) ((all[name] ??= {})[size] ??= []).push(ms);
    }
  }
  const what = '10 children, 300 rows, 200 papers | 2 children, 3 rows';
  timesRow(`from the passphrase to the children: ${what}`, all.unlock.large, all.unlock.small);
  timesRow(`from a child to its sheets: ${what}`, all.choose.large, all.choose.small);
  timesRow('opening the list of medicines: 300 rows | 3 rows', all.open.large, all.open.small);
  timesRow('unfolding its last row: 300 rows | 3 rows', all.unfold.large, all.unfold.small);
  timesRow('slowest of 20 characters typed there: 300 rows | 3 rows', all.type.large, all.type.small);
  timesRow('saving that as the page is left: 300 rows | 3 rows', all.save.large, all.save.small);
}

function print(browser) {
  const wide = text => [...text].reduce((sum, c) => sum + (c.codePointAt(0) > 0x2fff ? 2 : 1), 0);
  const all = [['', 'ours', 'theirs', 'ours ÷ theirs'], ...rows];
  const widths = all[0].map((_, i) => Math.max(...all.map(cells => wide(cells[i]))));
  const line = cells => cells.map((cell, i) => cell + ' '.repeat(widths[i] - wide(cell))).join('  ').trimEnd();
  console.log(`\nStep Note, ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC; Chromium ${browser.version}, ${cpus().length} × ${cpus()[0].model}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, load ${loadavg()[0].toFixed(1)}`);
  console.log(`Median (least–most, number of runs). ${['hash-wasm', 'zxing-wasm'].map(name => `${name} ${JSON.parse(readFileSync(join(modules, name, 'package.json'))).version}`).join(', ')}.`);
  console.log('Rows are “ours | theirs”. Both sides work in a worker of the same page, by turns, and a frame is timed from the pixels of');
  console.log('a canvas to the answer on the page, copying included. Frames are rendered, not photographed.\n');
  for (const cells of all) console.log(line(cells));
}

const bundle = JSON.stringify(JSON.parse(readFileSync(join(golden, 'handoff/v1/example.json'), 'utf8')));
const site = await serve([['/bench/npm/', modules], ['/bench/', here], ['/', dist]]);
const module = `${site.address}bench/page.mjs`;
let browser;
try {
  browser = await chromium();
  sizes();
  await browser.open(site.address);
  await argon2id(browser, module);
  await reading(browser, module);
  await handingOver(browser, module, bundle);
  await app(browser, site.address, module);
  await grown(browser, site.address, module);
  print(browser);
} catch (why) {
  console.error(`bench: ${why.message}`);
  process.exitCode = 1;
} finally {
  await browser?.close();
  site.close();
}
