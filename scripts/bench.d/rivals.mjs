// A worker around the packages we are measured against, so that both sides work under the same conditions.
import { argon2id } from './npm/hash-wasm/dist/index.esm.min.js';
import './npm/jsqr/dist/jsQR.js';
import { prepareZXingModule, readBarcodes } from './npm/zxing-wasm/dist/es/reader/index.js';
import { commonJs } from './common.mjs';

const wasm = new URL('./npm/zxing-wasm/dist/reader/zxing_reader.wasm', import.meta.url).href;
const qrcode = commonJs(new URL('./npm/', import.meta.url).href)('qrcode/lib/core/qrcode');
const jobs = {
  derive: ({ passphrase, m, t, p, salt }) => argon2id({ password: passphrase, salt, memorySize: m, iterations: t, parallelism: p, hashLength: 32, outputType: 'binary' }),
  read: async ({ rgba, width, options }) => {
    const pixels = new Uint8ClampedArray(rgba);
    const codes = await readBarcodes(new ImageData(pixels, width), options);
    return codes.filter(code => code.isValid).map(code => new TextDecoder().decode(code.bytes));
  },
  jsqr: ({ rgba, width }) => {
    const code = self.jsQR(new Uint8ClampedArray(rgba), width, rgba.byteLength / 4 / width);
    return code ? [new TextDecoder().decode(Uint8Array.from(code.binaryData))] : [];
  },
  // As our worker draws it: the modules of a symbol of this version, as the path of an SVG.
  draw: ({ text, version, level }) => {
    const { size, data } = qrcode.create(text, { version, errorCorrectionLevel: level }).modules;
    let path = '';
    for (let y = 0; y < size; y++) for (let x = 0; x < size; x++) if (data[y * size + x]) path += `M${x} ${y}h1v1h-1z`;
    return { size, path };
  },
};

onmessage = async ({ data: { number, job, given } }) => {
  try {
    postMessage({ number, value: await jobs[job](given) });
  } catch (why) {
    postMessage({ number, why: String(why) });
  }
};
await prepareZXingModule({ overrides: { locateFile: () => wasm }, fireImmediately: true });
postMessage('ready');
