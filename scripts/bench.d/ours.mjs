// Our own worker, started and spoken to as the page does it (src/worker/page.rs, src/job/wire.rs).
const whole = async (tag, name, hash) => {
  const response = await fetch(new URL(tag.getAttribute(name), document.baseURI), { integrity: tag.getAttribute(hash) });
  return response.arrayBuffer();
};

// Posts messages whose first four bytes number them, and waits for the answer of that number.
export const talk = worker => {
  const waiting = new Map();
  let number = 0;
  worker.addEventListener('message', ({ data }) => {
    if (!Array.isArray(data)) return;
    const at = new DataView(data[0]).getUint32(0, true);
    waiting.get(at)?.(new Uint8Array(data[0], 4));
    waiting.delete(at);
  });
  return (body, ...beside) => new Promise(done => {
    const message = new Uint8Array(4 + body.length);
    new DataView(message.buffer).setUint32(0, ++number, true);
    message.set(body, 4);
    waiting.set(number, done);
    const all = [message.buffer, ...beside];
    worker.postMessage(all, all);
  });
};

export const ready = worker => new Promise((done, failed) => {
  const hear = ({ data }) => {
    if (data === 'ready') done();
    else if (!Array.isArray(data)) failed(new Error(`the worker says ${JSON.stringify(data)}`));
    else return;
    worker.removeEventListener('message', hear);
  };
  worker.addEventListener('message', hear);
  worker.addEventListener('error', ({ message }) => failed(new Error(message)));
});

export async function start() {
  const tag = document.querySelector('meta[name=worker]');
  const script = await whole(tag, 'content', 'data-integrity');
  const wasm = await whole(tag, 'data-wasm', 'data-wasm-integrity');
  const address = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  const worker = new Worker(address, { type: 'module' });
  const good = ready(worker);
  worker.postMessage(wasm, [wasm]);
  await good;
  URL.revokeObjectURL(address);
  const ask = talk(worker);
  return { ask, end: () => worker.terminate() };
}

const u32 = number => new Uint8Array(new Uint32Array([number]).buffer);
const bytes = content => (typeof content === 'string' ? new TextEncoder().encode(content) : content);
const field = content => [u32(bytes(content).length), bytes(content)];
const message = (...parts) => {
  const flat = parts.flat();
  const out = new Uint8Array(flat.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of flat) {
    out.set(part, at);
    at += part.length;
  }
  return out;
};
const tag = number => Uint8Array.of(number);

export const derive = (passphrase, { m, t, p, salt }) => message(tag(0), field(passphrase), u32(m), u32(t), u32(p), field(salt));
export const seal = (bundle, code) => message(tag(1), field(bundle), field(code));
export const draw = (address, envelope, density, serials) => message(tag(2), field(address), field(envelope), tag(density), field(Uint8Array.from(serials)));
export const read = (width, height) => message(tag(3), u32(width), u32(height), tag(0));
export const open = (carrier, envelope, code) => message(tag(4), tag(carrier), field(envelope), field(code));

class Reader {
  constructor(all) { this.all = all; this.at = 0; }
  take(count) { this.at += count; return this.all.slice(this.at - count, this.at); }
  u32() { return new DataView(this.take(4).buffer).getUint32(0, true); }
  field() { return this.take(this.u32()); }
  fields() { return Array.from({ length: this.u32() }, () => this.field()); }
}

// What the worker answered.
export const done = all => {
  const reader = new Reader(all.slice(1));
  switch (all[0]) {
    case 0: return { key: reader.take(32) };
    case 1: return { file: reader.field(), codes: reader.field() };
    case 2: return { side: reader.u32(), paths: reader.fields().map(path => new TextDecoder().decode(path)) };
    case 3: return { codes: reader.fields().map(code => new TextDecoder().decode(code)) };
    case 5: return { bundle: reader.field() };
    default: throw new Error(`the worker answers ${all.slice(0, 2)}`);
  }
};
