// What is measured inside the page of the real app. Every function gives back plain numbers.
import * as ours from './ours.mjs';
import { MISHAPS, frame, modules } from './frames.mjs';

const PARAMS = { m: 65_536, t: 3, p: 1, salt: Uint8Array.from({ length: 16 }, (_, i) => i) };
const PASSPHRASE = 'けやきの みち 2026 さくら';
const CODE = '5254-4388-8523-1568-4782';
const ADDRESS = 'https://stepnote.example.jp/app/';

const timed = async act => {
  const began = performance.now();
  const value = await act();
  return { ms: performance.now() - began, value };
};

const rivals = async () => {
  const worker = new Worker(new URL('./rivals.mjs', import.meta.url).href, { type: 'module' });
  await ours.ready(worker);
  const waiting = new Map();
  let last = 0;
  worker.addEventListener('message', ({ data: { number, value, why } }) => {
    const [done, failed] = waiting.get(number);
    waiting.delete(number);
    if (why) failed(new Error(why)); else done(value);
  });
  const ask = (job, given, transfer = []) => new Promise((done, failed) => {
    waiting.set(++last, [done, failed]);
    worker.postMessage({ number: last, job, given }, transfer);
  });
  return { ask, end: () => worker.terminate() };
};

const nextTask = () => new Promise(done => { const { port1, port2 } = new MessageChannel(); port1.onmessage = done; port2.postMessage(0); });
const same = (a, b) => a.length === b.length && a.every((byte, i) => byte === b[i]);

// Argon2id in a new worker each time, as the app derives; a second time in the same worker; by turns.
export async function argon2id(runs) {
  const out = { start: [], ours: [], oursAgain: [], theirs: [], theirsAgain: [] };
  const job = ours.derive(PASSPHRASE, PARAMS);
  const own = async () => {
    const { ms, value: worker } = await timed(ours.start);
    const first = await timed(() => worker.ask(job));
    const again = await timed(() => worker.ask(job));
    worker.end();
    return { start: ms, first: first.ms, again: again.ms, key: ours.done(first.value).key };
  };
  const other = async () => {
    const worker = await rivals();
    const first = await timed(() => worker.ask('derive', { passphrase: PASSPHRASE, ...PARAMS }));
    const again = await timed(() => worker.ask('derive', { passphrase: PASSPHRASE, ...PARAMS }));
    worker.end();
    return { first: first.ms, again: again.ms, key: first.value };
  };
  for (let i = -1; i < runs; i++) {
    const turns = i % 2 ? [own, other] : [other, own];
    const answers = [await turns[0](), await turns[1]()];
    const [mine, their] = i % 2 ? answers : answers.reverse();
    if (!same(mine.key, their.key)) throw new Error('the two derive different keys');
    if (i < 0) continue; // the very first warms the caches of the browser
    out.start.push(mine.start);
    out.ours.push(mine.first);
    out.oursAgain.push(mine.again);
    out.theirs.push(their.first);
    out.theirsAgain.push(their.again);
  }
  return out;
}

// Reading frames of QR codes: from the pixels of a canvas to the text, in a worker, by turns.
export async function reading(envelope, sizes) {
  const own = await ours.start(), other = await rivals();
  const readers = {
    ours: async (rgba, width) => {
      const copy = rgba.slice().buffer;
      const { ms, value } = await timed(() => own.ask(ours.read(width, copy.byteLength / 4 / width), copy));
      return { ms, texts: ours.done(value).codes };
    },
    theirs: async (rgba, width, options) => {
      const copy = rgba.slice().buffer;
      const { ms, value } = await timed(() => other.ask('read', { rgba: copy, width, options: { formats: ['QRCode'], ...options } }, [copy]));
      return { ms, texts: value };
    },
  };
  readers.jsqr = async (rgba, width) => {
    const copy = rgba.slice().buffer;
    const { ms, value } = await timed(() => other.ask('jsqr', { rgba: copy, width }, [copy]));
    return { ms, texts: value };
  };
  // zxing-wasm as it comes, and told to look only for what our reader looks for.
  const narrow = (rgba, width) => readers.theirs(rgba, width, { tryInvert: false, maxNumberOfSymbols: 1 });
  const all = [['ours', readers.ours], ['theirs', readers.theirs], ['narrow', narrow], ['jsqr', readers.jsqr]];

  const symbols = [];
  for (const density of [0, 1, 2]) {
    const drawn = ours.done(await own.ask(ours.draw(ADDRESS, Uint8Array.from(envelope), density, [0, 1, 2, 200])));
    for (const path of drawn.paths) {
      const code = modules(drawn.side, path);
      // What it says is what both sides read of a clean picture of it.
      const side = code.side * 4, clean = new Uint8ClampedArray(4 * side * side);
      for (let y = 0; y < side; y++) for (let x = 0; x < side; x++) clean.fill(code.dark[(y >> 2) * code.side + (x >> 2)] ? 0 : 255, 4 * (y * side + x), 4 * (y * side + x) + 3);
      for (let i = 3; i < clean.length; i += 4) clean[i] = 255;
      const texts = [];
      for (const [, reader] of all) texts.push((await reader(clean, side)).texts.join());
      if (new Set(texts).size !== 1 || !texts[0].startsWith(`${ADDRESS}#`)) throw new Error(`a clean code reads as ${texts.map(text => text.slice(0, 60))}`);
      symbols.push({ code, text: texts[0] });
    }
  }

  const frames = [];
  let seed = 0;
  for (const [mishap] of Object.entries(MISHAPS)) {
    for (const { width, height, each } of sizes) {
      for (let i = 0; i < each; i++) {
        const { code, text } = symbols[seed % symbols.length];
        const rgba = await frame(code, width, height, mishap, ++seed);
        const result = { mishap, width };
        for (let turn = 0; turn < all.length; turn++) {
          const [name, reader] = all[(seed + turn) % all.length];
          const { texts, ...times } = await reader(rgba, width);
          result[name] = { ...times, read: texts.includes(text) };
        }
        frames.push(result);
      }
    }
  }
  own.end();
  other.end();
  return frames;
}

// One code drawn, of the version and level of each of our densities; what they draw is read by our reader.
export async function drawing(envelope, runs) {
  const own = await ours.start(), other = await rivals();
  const out = { ours: [], theirs: [] };
  for (let i = -1; i < runs; i++) {
    for (const [density, version, level] of [[0, 13, 'M'], [1, 17, 'M'], [2, 22, 'L']]) {
      const mine = await timed(() => own.ask(ours.draw(ADDRESS, Uint8Array.from(envelope), density, [i + 1])));
      const { side, paths } = ours.done(mine.value);
      const code = modules(side, paths[0]);
      const scale = 4, wide = code.side * scale, rgba = new Uint32Array(wide * wide);
      for (let y = 0; y < wide; y++) for (let x = 0; x < wide; x++) rgba[y * wide + x] = code.dark[Math.floor(y / scale) * code.side + Math.floor(x / scale)] ? 0xff000000 : 0xffffffff;
      const [text] = ours.done(await own.ask(ours.read(wide, wide), rgba.buffer)).codes;
      const their = await timed(() => other.ask('draw', { text, version, level }));
      if (their.value.size !== side - 8) throw new Error(`they draw ${their.value.size} modules, we ${side - 8}`);
      if (i < 0) continue;
      out.ours.push(mine.ms);
      out.theirs.push(their.ms);
    }
  }
  own.end();
  other.end();
  return out;
}

// The primitives of the packages that the app uses, built for the browser, against the browser's own.
export async function primitives(wasm, runs) {
  const { instance } = await WebAssembly.instantiateStreaming(fetch(wasm));
  const { memory, content, aes_256_gcm: gcm, pbkdf2_sha512: pbkdf2 } = instance.exports;
  const out = {};
  const key = await crypto.subtle.importKey('raw', new Uint8Array(32).fill(7), 'AES-GCM', false, ['encrypt']);
  const iv = new Uint8Array(12).fill(7);
  for (const length of [64_000, 4_000_000]) {
    const all = out[`AES-256-GCM, ${length / 1000} kB`] = { ours: [], theirs: [] };
    const plain = new Uint8Array(length);
    const at = content(length);
    const seal = async () => crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain);
    for (let i = -1; i < runs; i++) {
      new Uint8Array(memory.buffer, at, length).fill(0);
      const mine = await timed(() => gcm());
      const their = await timed(seal);
      if (new Uint8Array(their.value)[length] !== mine.value) throw new Error('the two seal differently');
      if (i < 0) continue;
      all.ours.push(mine.ms);
      all.theirs.push(their.ms);
    }
  }
  const all = out['PBKDF2-HMAC-SHA-512, 220 000 rounds'] = { ours: [], theirs: [] };
  const word = await crypto.subtle.importKey('raw', new Uint8Array(20).fill(7), 'PBKDF2', false, ['deriveBits']);
  for (let i = -1; i < runs; i++) {
    const mine = await timed(() => pbkdf2(220_000));
    const their = await timed(() => crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-512', salt: new Uint8Array(35), iterations: 220_000 }, word, 256));
    if (new Uint8Array(their.value)[0] !== mine.value) throw new Error('the two derive different keys');
    if (i < 0) continue;
    all.ours.push(mine.ms);
    all.theirs.push(their.ms);
  }
  return out;
}

// Sealing, opening and drawing a full note in the worker; beside it only what the browser's own PBKDF2 takes.
export async function handingOver(bundle, runs) {
  const out = { seal: [], openFile: [], openCodes: [], draw: [], native: [] };
  const worker = await ours.start();
  const content = new TextEncoder().encode(bundle);
  const pbkdf2 = async () => {
    const key = await crypto.subtle.importKey('raw', new TextEncoder().encode(CODE), 'PBKDF2', false, ['deriveBits']);
    await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-512', salt: new Uint8Array(35), iterations: 220_000 }, key, 256);
  };
  for (let i = -1; i < runs; i++) {
    const sealed = await timed(() => worker.ask(ours.seal(content, CODE)));
    const { file, codes } = ours.done(sealed.value);
    const fromFile = await timed(() => worker.ask(ours.open(0, file, CODE)));
    const fromCodes = await timed(() => worker.ask(ours.open(1, codes, CODE)));
    for (const opened of [fromFile, fromCodes]) if (!same(ours.done(opened.value).bundle, content)) throw new Error('what was opened is not what was sealed');
    const drawn = await timed(() => worker.ask(ours.draw(ADDRESS, codes, 1, [0])));
    ours.done(drawn.value);
    const native = await timed(pbkdf2);
    if (i < 0) continue;
    out.seal.push(sealed.ms);
    out.openFile.push(fromFile.ms);
    out.openCodes.push(fromCodes.ms);
    out.draw.push(drawn.ms);
    out.native.push(native.ms);
  }
  worker.end();
  return out;
}

// The real app from here on. Waits until something stands on the page, without polling.
const stands = (what, find) => new Promise((done, failed) => {
  const look = () => {
    const found = find();
    if (!found) return;
    watch.disconnect();
    clearTimeout(late);
    done(found);
  };
  const watch = new MutationObserver(look);
  const late = setTimeout(() => { watch.disconnect(); failed(new Error(`${what} did not come: ${document.body.innerText.slice(0, 200)}`)); }, 20_000);
  watch.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  look();
});
const one = selector => () => document.querySelector(selector);
const pressable = words => () => [...document.querySelectorAll('button, a, label')].find(e => e.textContent.includes(words));

// Puts a vault of another day into the storage; the page must be opened again after that. Its turn comes after every
// one so far: the app would put back what the database holds of a later one.
export async function seed(shelf) {
  const turn = Number(JSON.parse(localStorage.getItem('svl:v1:turn') ?? '0')) + 1000;
  localStorage.clear();
  localStorage.setItem('svl:v1:turn', JSON.stringify(String(turn)));
  for (const [key, text] of Object.entries(shelf)) localStorage.setItem(key, JSON.stringify(text));
}

// From the press on "open" to the names of the children, and from a name to the sheets.
export async function unlocking(passphrase, name) {
  const field = await stands('the door', one('#passphrase'));
  field.value = passphrase;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  const unlocked = await timed(() => {
    field.form.requestSubmit();
    // Where there is one child, its sheets come at once.
    return stands('the children', () => one('a[href^="#/sheet/"]')() ?? pressable(name)());
  });
  const opened = await timed(() => {
    if (!unlocked.value.matches('a[href^="#/sheet/"]')) unlocked.value.click();
    return stands('the sheets', one('a[href^="#/sheet/"]'));
  });
  return { unlock: unlocked.ms, choose: opened.ms };
}

// A sheet is opened and written on; then the page is left, which seals and saves the whole note at once.
export async function leaving(sheet) {
  const opened = await timed(() => {
    location.hash = `#/sheet/${sheet}`;
    return stands('the sheet', one('main textarea, main input[type=text]'));
  });
  const before = JSON.stringify({ ...localStorage });
  const field = opened.value;
  const typed = await timed(() => {
    field.value += 'あ';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  // What follows an answer has followed when the next task runs.
  await new Promise(done => { setTimeout(done); });
  const saved = await timed(() => { dispatchEvent(new Event('pagehide')); });
  if (JSON.stringify({ ...localStorage }) === before) throw new Error('leaving the page saved nothing');
  location.hash = '#/';
  await stands('the sheets', one('a[href^="#/sheet/"]'));
  return { open: opened.ms, type: typed.ms, save: saved.ms };
}

// The last row of a list is unfolded and written in; what follows an answer is over when the next task runs.
export async function lastRow(sheet) {
  const opened = await timed(() => {
    location.hash = `#/sheet/${sheet}`;
    return stands('the sheet', () => document.querySelector(`a[href="#/"]`) && document.querySelector('main details'));
  });
  const unfolded = await timed(() => {
    const row = [...document.querySelectorAll('main details.ks-rowcard')].at(-1);
    row.open = true;
    return stands('its fields', () => row.querySelector('textarea, input[type=text]'));
  });
  const field = unfolded.value;
  const typed = [];
  for (let i = 0; i < 20; i++) {
    const { ms } = await timed(async () => {
      field.value += 'あ';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await nextTask();
    });
    typed.push(ms);
  }
  const saved = await timed(() => { dispatchEvent(new Event('pagehide')); });
  location.hash = '#/';
  await stands('the sheets', one('a[href^="#/sheet/"]'));
  return { open: opened.ms, unfold: unfolded.ms, type: Math.max(...typed), save: saved.ms };
}

// From a character to where it lies sealed and read back, as if the page were left after each: in the last row of a list.
export async function keystrokes(sheet, count) {
  location.hash = `#/sheet/${sheet}`;
  await stands('the sheet', () => document.querySelector(`a[href="#/"]`) && document.querySelector('main details'));
  const row = [...document.querySelectorAll('main details.ks-rowcard')].at(-1);
  row.open = true;
  const field = await stands('its fields', () => row.querySelector('textarea, input[type=text]'));
  const all = [];
  for (let i = 0; i < count; i++) {
    const { ms } = await timed(async () => {
      field.value += 'あ';
      field.dispatchEvent(new InputEvent('input', { bubbles: true }));
      await nextTask();
      dispatchEvent(new Event('pagehide'));
    });
    all.push(ms);
  }
  location.hash = '#/';
  await stands('the sheets', one('a[href^="#/sheet/"]'));
  return all;
}

// Screens that show the whole note.
export async function showing() {
  const shown = async (hash, what, find) => {
    const { ms } = await timed(() => { location.hash = hash; return stands(what, find); });
    return ms;
  };
  const print = await shown('#/print', 'the first page', one('.a4'));
  const timeline = await shown('#/timeline', 'the first year', one('main h2.ay__y'));
  await shown('#/search', 'the field', one('main input[type=search]'));
  const field = document.querySelector('main input[type=search]');
  const { ms: search } = await timed(() => {
    field.value = '中央線';
    field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    return stands('what was found', one('main .ks-found'));
  });
  location.hash = '#/';
  await stands('the sheets', one('a[href^="#/sheet/"]'));
  return { print, timeline, search };
}

// A copy for herself, of everything; from the press that seals to the first code on the screen.
export async function giving() {
  location.hash = '#/hand-over';
  const whom = await stands('to whom', one('main fieldset input[type=radio]'));
  whom.click();
  // A step is there when its main button is another one than before.
  const go = () => document.querySelector('main button.ks-btn--main');
  const next = async (what, found) => {
    const before = go();
    before.click();
    await stands(what, () => go() !== before && go() && found());
  };
  await next('what can be chosen', one('main .ks-picks > label'));
  for (const box of document.querySelectorAll('main .ks-picks > label > input:not(:checked)')) if (!box.closest('.ks-nest')) box.click();
  await next('what they will see', go);
  const shown = await timed(() => {
    go().click();
    return stands('a code', one('svg path.ks-symbol__dark'));
  });
  location.hash = '#/';
  await stands('the sheets', one('a[href^="#/sheet/"]'));
  return shown.ms;
}
