// Holds FHIR R4 bundles to the published JSON schema and to the value sets and structures of the
// npm package "fhir": node fhir_check.cjs FILE, a JSON array of bundles. Prints what is wrong.
const { readFileSync } = require("node:fs");
const { Fhir } = require("fhir");
const Schema = require("@asymmetrik/fhir-json-schema-validator");
const schema = new Schema();
const fhir = new Fhir();
const wrong = [];
for (const bundle of JSON.parse(readFileSync(process.argv[2], "utf8"))) {
  const said = fhir.validate(bundle, { errorOnUnexpected: true });
  wrong.push(...said.messages.filter((m) => m.severity !== "information").map((m) => `${m.resourceId} ${m.location}: ${m.message}`));
  // The schema of a bundle says "one of all resources"; each is held to its own for a plain answer.
  for (const resource of [bundle, ...bundle.entry.map((entry) => entry.resource)]) {
    const errors = resource === bundle ? schema.validate({ ...bundle, entry: [] }) : schema.validate(resource);
    wrong.push(...errors.map((e) => `${resource.resourceType} ${e.dataPath} ${e.message}`));
  }
}
console.log(JSON.stringify([...new Set(wrong)].slice(0, 40)));
