/* Judges pages as they lie on the disk: their paths on standard input, {path: [rule, place]} on output. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const [modules] = process.argv.slice(2);
const { HtmlValidate, StaticConfigLoader } = createRequire(`${modules}/`)("html-validate");
const validator = new HtmlValidate(new StaticConfigLoader({ extends: ["html-validate:recommended"] }));

const found = {};
for (const path of JSON.parse(readFileSync(0, "utf-8"))) {
  const { results } = await validator.validateString(readFileSync(path, "utf-8"), path);
  found[path] = results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, line, column }) => [ruleId, `${line}:${column} ${message}`]),
  );
}
process.stdout.write(JSON.stringify(found));
