// Prints the gzipped size of every shipped file; fails when the first load grows. 1 kB = 1000 B.
// Usage: node scripts/size.mjs [dist]
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

// What the first screen may cost. The second part of the app follows by itself while that is read.
const LIMIT = 205_000;
const dist = process.argv[2] ?? new URL('../dist', import.meta.url).pathname;
const page = readFileSync(join(dist, 'index.html'), 'utf8');

// First load: the page and what it needs to come up; not the second part, the icon, the drawings or the worker.
const needed = new Set(['index.html']);
for (const [tag] of page.matchAll(/<(?:link|script)\b[^>]*>/g)) {
  const address = /\b(?:href|src)="(?:\.\/)?([^"]+)"/.exec(tag)?.[1];
  if (address && (tag.startsWith('<script') || /\brel="?(stylesheet|modulepreload|preload)\b/.test(tag))) needed.add(address);
}

const kB = bytes => (bytes / 1000).toFixed(1).padStart(8);
const files = readdirSync(dist, { recursive: true }).map(String).filter(name => statSync(join(dist, name)).isFile());
const rows = files.map(name => {
  const bytes = readFileSync(join(dist, name));
  return { name, raw: bytes.length, gz: gzipSync(bytes, { level: 9 }).length, first: needed.delete(name) };
});
if (needed.size) {
  console.error(`size: index.html names what is not in ${dist}: ${[...needed].join(', ')}`);
  process.exit(1);
}
rows.sort((a, b) => b.first - a.first || b.gz - a.gz);
console.log('      kB  gzipped');
for (const row of rows) console.log(`${kB(row.raw)} ${kB(row.gz)}  ${row.first ? '*' : ' '} ${row.name}`);
const first = rows.filter(row => row.first).reduce((sum, row) => sum + row.gz, 0);
console.log(`first load (*): ${kB(first).trim()} kB gzipped; at most ${LIMIT / 1000}`);
if (first > LIMIT) {
  console.error('size: the first load has grown');
  process.exit(1);
}
