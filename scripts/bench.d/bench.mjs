// Prints one table of this build against what others offer: all of it measured now, here, in one run.
// Usage: node bench.mjs DIST NODE_MODULES PEERS WASM (through scripts/bench)
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { chromium, serve } from './driver.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const golden = join(here, '../../tests/golden');
const [dist, modules, peers, wasm] = process.argv.slice(2).map(path => resolve(path));
const RUNS = 11;
const SIZES = [{ width: 640, height: 480, each: 30 }, { width: 1280, height: 720, each: 10 }];
const SLOWER = 4;

const rows = [];
const row = (name, ours, theirs = '', ratio = '') => rows.push([name, ours, theirs, ratio]);
const median = all => {
  const sorted = [...all].sort((a, b) => a - b), middle = sorted.length >> 1;
  return sorted.length % 2 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
};
const short = number => (number < 10 ? number.toFixed(1) : number.toFixed(0));
const times = all => `${short(median(all))} ms (${short(Math.min(...all))}–${short(Math.max(...all))}, n ${all.length})`;
const timesRow = (name, ours, theirs) => row(name, times(ours), theirs ? times(theirs) : '', theirs ? (median(ours) / median(theirs)).toFixed(2) : '');
const p95 = all => [...all].sort((a, b) => a - b)[Math.floor(0.95 * (all.length - 1))];
const asked = what => JSON.parse(execFileSync(peers, [what], { maxBuffer: 2 ** 26 }));
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
  const survey = ['survey-core/survey-core.fontless.min.css', 'survey-core/survey.core.min.js', 'survey-js-ui/survey-js-ui.min.js'].map(name => join(modules, name));
  const first = gz(join(dist, 'index.html'), ...[...names].map(name => join(dist, name)));
  sizeRow('first load: page, styles, scripts, wasm | SurveyJS with the same questions', first, gz(...survey, join(questions, 'index.html'), join(questions, 'page.js')));
  const reader = ['reader.js', 'reader_bg.wasm'].map(name => join(modules, '../reader', name));
  sizeRow('reading codes alone | zxing-wasm reader', gz(...reader), gz(...zxing));
  sizeRow('whole worker (reads, draws, seals, opens, derives) | zxing-wasm reader', gz(...worker), gz(...zxing));
  sizeRow('whole worker | zxing-wasm reader + hash-wasm argon2', gz(...worker), gz(...zxing, join(modules, 'hash-wasm/dist/argon2.umd.min.js')));
}

// The same questions as a form of SurveyJS, without its fonts and its other languages.
function surveyPage() {
  const folder = mkdtempSync(join(tmpdir(), 'stepnote-bench-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
  writeFileSync(join(folder, 'index.html'), `<!DOCTYPE html><html lang="ja"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Survey</title>
<link rel="stylesheet" href="npm/survey-core/survey-core.fontless.min.css"><div id="survey"></div>
<script src="npm/survey-core/survey.core.min.js"></script><script src="npm/survey-js-ui/survey-js-ui.min.js"></script><script src="page.js"></script></html>`);
  writeFileSync(join(folder, 'page.js'), `SurveyUI.renderSurvey(new Survey.Model(${JSON.stringify(asked('questions'))}), document.getElementById('survey'));`);
  return folder;
}

// From the start of the navigation until the first thing that can be pressed or written in has been drawn, with nothing
// kept from before; by turns, on a processor made slower.
async function firstInteraction(browser, ours, theirs) {
  say('first interaction');
  const all = { ours: [], theirs: [] };
  const pages = { ours: [ours, '#app main :is(a, button)'], theirs: [theirs, '#survey input'] };
  await browser.devTools('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  for (let i = -1; i < RUNS; i++) {
    for (const [who, [address, selector]] of Object.entries(pages)) {
      await browser.open('about:blank');
      await browser.devTools('Storage.clearDataForOrigin', { origin: new URL(address).origin, storageTypes: 'all' });
      await browser.devTools('Network.clearBrowserCache');
      const source = `new MutationObserver((_, watch) => {
        if (!document.querySelector(${JSON.stringify(selector)})) return;
        watch.disconnect();
        requestAnimationFrame(() => setTimeout(() => { window.firstInteraction = performance.now(); }));
      }).observe(document, { subtree: true, childList: true });`;
      const { identifier } = await browser.devTools('Page.addScriptToEvaluateOnNewDocument', { source });
      await browser.open(address);
      let ms;
      while (typeof (ms = await browser.ask('return window.firstInteraction')) !== 'number') await new Promise(done => { setTimeout(done, 50); });
      await browser.devTools('Page.removeScriptToEvaluateOnNewDocument', { identifier });
      if (i >= 0) all[who].push(ms);
    }
  }
  await browser.devTools('Emulation.setCPUThrottlingRate', { rate: 1 });
  timesRow(`first interaction, processor ${SLOWER} times slower | SurveyJS with the same questions`, all.ours, all.theirs);
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
  rateRow('QR frames read | jsQR', frames, 'jsqr');
  for (const { width, height } of SIZES) {
    const some = frames.filter(frame => frame.width === width);
    for (const [who, what] of [['theirs', 'zxing-wasm as it comes'], ['narrow', 'zxing-wasm, one code, not inverted'], ['jsqr', 'jsQR']]) {
      timesRow(`QR ${width}×${height}, a frame | ${what}`, some.map(frame => frame.ours.ms), some.map(frame => frame[who].ms));
    }
  }
  const found = frames.filter(frame => frame.ours.read && frame.theirs.read), lost = frames.filter(frame => !frame.ours.read && !frame.theirs.read);
  timesRow('QR, a frame both read | zxing-wasm as it comes', found.map(frame => frame.ours.ms), found.map(frame => frame.theirs.ms));
  if (lost.length) timesRow('QR, a frame neither reads | zxing-wasm as it comes', lost.map(frame => frame.ours.ms), lost.map(frame => frame.theirs.ms));
  for (const mishap of new Set(frames.map(frame => frame.mishap))) rateRow(`QR ${mishap} | zxing-wasm as it comes`, frames.filter(frame => frame.mishap === mishap), 'theirs');
}

async function drawing(browser, module) {
  say('drawing codes');
  const envelope = [...readFileSync(join(golden, 'handoff/v1/example.bin'))];
  const all = await browser.call(module, 'drawing', envelope, RUNS);
  timesRow('drawing a code, the three densities by turns | npm qrcode', all.ours, all.theirs);
}

async function primitives(browser, module) {
  say('AES-GCM and PBKDF2');
  const all = await browser.call(module, 'primitives', './bench/peers.wasm', RUNS);
  for (const [name, { ours, theirs }] of Object.entries(all)) timesRow(`${name} | WebCrypto`, ours, theirs);
}

// What of a note goes into codes, and how many codes that are.
function packing() {
  say('twenty notes, packed');
  const all = asked('notes'), fit = all.filter(note => note.ours);
  const sum = (who, what) => fit.reduce((sum, note) => sum + note[who][what], 0);
  const sizes = fit.map(note => note.ours.bytes);
  row('notes that fit into codes', `${fit.length} of ${all.length}, ${Math.min(...sizes)}–${Math.max(...sizes)} bytes sealed`);
  for (const [who, name] of [['xz', 'raw LZMA2 of xz -9'], ['brotli', 'brotli 11'], ['ppmd', 'PPMd7, order 6']]) {
    for (const [what, unit] of [['bytes', 'bytes'], ['codes', 'codes of the middle density']]) row(`all of them: ${unit} | ${name} of the same JSON, sealed alike`, String(sum('ours', what)), String(sum(who, what)), (sum('ours', what) / sum(who, what)).toFixed(2));
  }
}

function losing() {
  say('codes that are missed');
  for (const { bytes, k, loss, ours, cycling, ur, ideal } of asked('loss')) {
    const mine = ours.toFixed(1);
    row(`${bytes} bytes, ${k} codes, ${loss} % missed: shown until complete | the same codes over and over`, mine, cycling.toFixed(1), (ours / cycling).toFixed(2));
    row(`… | crate ur`, mine, ur.toFixed(1), (ours / ur).toFixed(2));
    row(`… | the ideal count`, mine, ideal.toFixed(1), (ours / ideal).toFixed(2));
  }
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

const shelf = (...counts) => JSON.parse(execFileSync('cargo', ['run', '--release', '--locked', '--quiet', '--example', 'shelf', '--', ...counts.map(String)], { cwd: join(here, '../..'), maxBuffer: 2 ** 26 }));
const door = async (browser, address, module, { shelf, passphrase, child }) => {
  await browser.call(module, 'seed', shelf);
  await browser.open(address);
  return browser.call(module, 'unlocking', passphrase, child);
};

// From a note that was begun today to one that has grown for years, by turns.
async function grown(browser, address, module) {
  say('as a note grows');
  const sizes = [[2, 3, 0], [2, 15, 10], [3, 60, 50], [10, 300, 200]];
  const names = sizes.map(([children, rows, papers]) => `${children} children, ${rows} rows, ${papers} papers`);
  const shelves = sizes.map(counts => shelf(...counts));
  const all = {};
  for (let i = -1; i < RUNS; i++) {
    for (const [at, kept] of shelves.entries()) {
      const times = { ...(await door(browser, address, module, kept)), ...(await browser.call(module, 'lastRow', 'medication')), ...(await browser.call(module, 'showing')) };
      if (i >= 0) for (const [name, ms] of Object.entries(times)) ((all[name] ??= names.map(() => []))[at]).push(ms);
    }
  }
  row(`as it grows: ${names.join(' → ')}`, '', '', 'last ÷ first');
  const what = {
    unlock: 'from the passphrase to the children', choose: 'from a child to its sheets', open: 'opening the list of medicines', unfold: 'unfolding its last row',
    type: 'slowest of 20 characters typed there', save: 'saving as the page is left', search: 'finding a word, its pause for typing included', timeline: 'the timeline', print: 'the pages before printing',
  };
  for (const [name, words] of Object.entries(what)) {
    const medians = all[name].map(median);
    row(`  ${words}`, medians.map(short).join(' → ') + ' ms', '', (medians.at(-1) / medians[0]).toFixed(2));
  }
}

async function keystrokes(browser, address, module) {
  say('from a character to where it lies sealed');
  const TIMES = 100, ROUNDS = 3, all = {};
  const vaults = [1, 10].flatMap(children => [15, 300].map(rows => [`${children} ${rows}`, shelf(children, rows, 0)]));
  // By turns: how soon the browser makes a page's code fast is another thing each time.
  for (let i = 0; i < ROUNDS; i++) {
    for (const [name, vault] of vaults) {
      await door(browser, address, module, vault);
      (all[name] ??= []).push(...(await browser.call(module, 'keystrokes', 'medication', TIMES + 5)).slice(5));
    }
  }
  for (const [name, ms] of Object.entries(all)) {
    const [children, rows] = name.split(' ');
    row(`a character sealed, saved and read back: ${children} children, ${rows} rows`, `median ${short(median(ms))}, p95 ${short(p95(ms))} ms (n ${ms.length})`);
  }
  const ratio = (a, b) => (median(all[a]) / median(all[b])).toFixed(2);
  row('  10 children | 1 child, 15 rows', '', '', ratio('10 15', '1 15'));
  row('  300 rows | 15 rows, 1 child', '', '', ratio('1 300', '1 15'));
}

function print(browser) {
  const wide = text => [...text].reduce((sum, c) => sum + (c.codePointAt(0) > 0x2fff ? 2 : 1), 0);
  const all = [['', 'ours', 'theirs', 'ours ÷ theirs'], ...rows];
  const widths = all[0].map((_, i) => Math.max(...all.map(cells => wide(cells[i]))));
  const line = cells => cells.map((cell, i) => cell + ' '.repeat(widths[i] - wide(cell))).join('  ').trimEnd();
  console.log(`\nStep Note, ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC; Chromium ${browser.version}, ${cpus().length} × ${cpus()[0].model}, ${(totalmem() / 2 ** 30).toFixed(0)} GiB, load ${loadavg()[0].toFixed(1)}`);
  console.log(`Median (least–most, number of runs). ${['hash-wasm', 'zxing-wasm', 'jsqr', 'qrcode', 'survey-core', 'survey-js-ui'].map(name => `${name} ${JSON.parse(readFileSync(join(modules, name, 'package.json'))).version}`).join(', ')}.`);
  console.log('Rows are “ours | theirs”. Both sides work in a worker of the same page, by turns, and a frame is timed from the pixels of');
  console.log('a canvas to the answer on the page, copying included. Frames are rendered, not photographed.\n');
  for (const cells of all) console.log(line(cells));
}

const bundle = JSON.stringify(JSON.parse(readFileSync(join(golden, 'handoff/v1/example.json'), 'utf8')));
const questions = surveyPage();
const site = await serve([['/bench/npm/', modules], ['/bench/peers.wasm', wasm], ['/bench/', here], ['/', dist]]);
const survey = await serve([['/npm/', modules], ['/', questions]]);
const module = `${site.address}bench/page.mjs`;
// One part alone, while working on it: PART=reading scripts/bench.
const parts = {
  sizes: () => sizes(),
  firstInteraction: browser => firstInteraction(browser, site.address, survey.address),
  argon2id: browser => argon2id(browser, module),
  primitives: browser => primitives(browser, module),
  reading: browser => reading(browser, module),
  drawing: browser => drawing(browser, module),
  handingOver: browser => handingOver(browser, module, bundle),
  packing: () => packing(),
  losing: () => losing(),
  app: browser => app(browser, site.address, module),
  grown: browser => grown(browser, site.address, module),
  keystrokes: browser => keystrokes(browser, site.address, module),
};
let browser;
try {
  browser = await chromium();
  for (const [name, part] of Object.entries(parts)) {
    if (process.env.PART && process.env.PART !== name) continue;
    await browser.open(site.address);
    await part(browser);
  }
  print(browser);
} catch (why) {
  console.error(`bench: ${why.message}`);
  process.exitCode = 1;
} finally {
  await browser?.close();
  site.close();
  survey.close();
}
