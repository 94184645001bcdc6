// Opens a ステップノート hand-off with nothing but WebCrypto: node open.mjs FILE CODE
import { readFile } from "node:fs/promises";

const fail = (why) => (console.error(why), process.exit(1));
const [file, typed = ""] = process.argv.slice(2);
if (!file) fail("node open.mjs FILE CODE");

const digits = typed.normalize("NFKC").replace(/\D/g, "");
if (!/^\d{20}$/.test(digits) || BigInt(digits) % 97n !== 1n) fail("the code is mistyped");
const code = digits.match(/.{4}/g).join("-");

const bytes = (text) => Buffer.from(text, "base64url");
const jwe = JSON.parse((await readFile(file, "utf8")).replace(/^\uFEFF|[\r\n\t]/g, ""));
const parts = ["protected", "encrypted_key", "iv", "ciphertext", "tag"].map((name) => jwe[name]);
const sum = Buffer.from(await crypto.subtle.digest("SHA-256", Buffer.from(parts.join("."))));
if (jwe.check && jwe.check !== `sha256:${sum.toString("base64url")}`) fail("the file is damaged");

const header = JSON.parse(bytes(jwe.protected));
if (header.alg !== "PBES2-HS512+A256KW" || header.enc !== "A256GCM") fail("not a file I can open");
if (!(header.p2c >= 1000 && header.p2c <= 1_000_000)) fail("not a file I can open");

const salt = Buffer.concat([Buffer.from(`${header.alg}\0`), bytes(header.p2s)]);
const password = await crypto.subtle.importKey("raw", Buffer.from(code), "PBKDF2", false, ["deriveKey"]);
const kek = await crypto.subtle.deriveKey(
  { name: "PBKDF2", hash: "SHA-512", salt, iterations: header.p2c },
  password, { name: "AES-KW", length: 256 }, false, ["unwrapKey"]);
const key = await crypto.subtle
  .unwrapKey("raw", bytes(jwe.encrypted_key), kek, "AES-KW", "AES-GCM", false, ["decrypt"])
  .catch(() => fail("the code is wrong"));
const plain = await crypto.subtle
  .decrypt({ name: "AES-GCM", iv: bytes(jwe.iv), additionalData: Buffer.from(jwe.protected) },
    key, Buffer.concat([bytes(jwe.ciphertext), bytes(jwe.tag)]))
  .catch(() => fail("the file was altered"));
const unzip = (data) => new Blob([data]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
console.log((await new Response(header.zip === "DEF" ? unzip(plain) : plain).text()).trimEnd());
