// The known holes of the npm packages of each folder, but for those that .ci/holes.json gives a reason for, each at
// its place: node .ci/holes.mjs FOLDER...   Fails where there is another, where nobody could be asked, and where a
// reason is no longer needed. `npm audit` itself knows no exceptions.
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";

const reasons = JSON.parse(readFileSync(new URL("holes.json", import.meta.url), "utf8"));
const known = Object.entries(reasons).flatMap(([place, holes]) => Object.keys(holes).map((id) => `${place} ${id}`));
const told = new Map();
for (const folder of process.argv.slice(2)) {
  const asked = spawnSync("npm", ["audit", "--json", "--package-lock-only"], { cwd: folder, encoding: "utf8" });
  const report = JSON.parse(asked.stdout || "{}");
  if (report.auditReportVersion !== 2) throw new Error(`${folder}: nobody told: ${report.message ?? asked.error ?? asked.stderr}`);
  for (const { nodes, via } of Object.values(report.vulnerabilities)) {
    // What is listed only because of another names that one instead.
    for (const hole of via.filter((one) => one.url)) {
      for (const node of nodes) told.set(`${folder}/${node} ${hole.url.split("/").pop()}`, `${hole.range}: ${hole.title}`);
    }
  }
}
const wrong = [
  ...[...told].filter(([hole]) => !known.includes(hole)).map((hole) => hole.join(" ")),
  ...known.filter((hole) => !told.has(hole)).map((hole) => `${hole} is no longer told: take its reason out`),
];
if (wrong.length) throw new Error(wrong.join("\n"));
