// The known holes of the npm packages of each folder, but for those that .ci/holes.json gives a reason for:
// node .ci/holes.mjs FOLDER...   Fails where there is another, where nobody could be asked, and where a reason is
// no longer needed. `npm audit` itself knows no exceptions.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const reasons = JSON.parse(readFileSync(new URL("holes.json", import.meta.url), "utf8"));
const holes = new Map();
for (const folder of process.argv.slice(2)) {
  const asked = spawnSync("npm", ["audit", "--json", "--package-lock-only"], { cwd: folder, encoding: "utf8" });
  const told = JSON.parse(asked.stdout || "{}");
  if (told.auditReportVersion !== 2) throw new Error(`${folder}: nobody told: ${told.message ?? asked.stderr}`);
  // What a package is listed for by name only has its own entry.
  const all = Object.values(told.vulnerabilities).flatMap(({ via }) => via).filter((hole) => hole.url);
  for (const hole of all) holes.set(hole.url.split("/").pop(), `${folder}: ${hole.name} ${hole.range}: ${hole.title}`);
}
const wrong = [
  ...[...holes].filter(([id]) => !reasons[id]).map((hole) => hole.join(" ")),
  ...Object.keys(reasons).filter((id) => !holes.has(id)).map((id) => `${id} is no longer told: take its reason out`),
];
for (const [id, hole] of holes) if (reasons[id]) console.log(`${id} ${hole}\n  ${reasons[id]}`);
if (wrong.length) throw new Error(wrong.join("\n"));
