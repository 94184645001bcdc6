// A worker around the packages we are measured against, so that both sides work under the same conditions.
import { argon2id } from './npm/hash-wasm/dist/index.esm.min.js';
import { prepareZXingModule, readBarcodes } from './npm/zxing-wasm/dist/es/reader/index.js';

const wasm = new URL('./npm/zxing-wasm/dist/reader/zxing_reader.wasm', import.meta.url).href;
const jobs = {
  derive: ({ passphrase, m, t, p, salt }) => argon2id({ password: passphrase, salt, memorySize: m, iterations: t, parallelism: p, hashLength: 32, outputType: 'binary' }),
  read: async ({ rgba, width, options }) => {
    const pixels = new Uint8ClampedArray(rgba);
    const codes = await readBarcodes(new ImageData(pixels, width), options);
    return codes.filter(code => code.isValid).map(code => new TextDecoder().decode(code.bytes));
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
