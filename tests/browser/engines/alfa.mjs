/* Judges documents that Alfa read in a browser: {state: JSON} on standard input, {state: [rule, place]} on output.
   Rules that are named after the folder of the modules are not asked. */
import { readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const [modules, ...notAsked] = process.argv.slice(2);
const load = (name) => import(pathToFileURL(`${modules}/@siteimprove/alfa-${name}/dist/index.js`));
const [{ Device }, { Node }, { Request, Response }, { Page }, { default: rules }] = await Promise.all(
  ["device", "dom", "http", "web", "rules"].map(load),
);

const judge = async (json) => {
  const device = Device.standard();
  const page = Page.of(Request.empty(), Response.empty(), Node.from(JSON.parse(json), device), device);
  const found = [];
  for (const rule of rules) {
    if (notAsked.includes(rule.uri.split("/").at(-1))) continue;
    for (const { outcome, target } of await rule.evaluate(page)) {
      if (outcome !== "failed") continue;
      found.push([rule.uri.split("/").at(-1), String(target.path?.() ?? target)]);
    }
  }
  return found;
};

const found = {};
for (const [state, json] of Object.entries(JSON.parse(readFileSync(0, "utf-8")))) found[state] = await judge(json);
process.stdout.write(JSON.stringify(found));
