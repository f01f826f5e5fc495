import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createContext, runInContext } from "node:vm";
import { readBuilt } from "./page.mjs";

/* Runs the scripts as a page does: in a window of their own, where nothing can be sent or kept. */
const openCheck = () => {
  const window = {};
  const context = createContext({ TextDecoder, TextEncoder, URL, window }, { codeGeneration: { strings: false } });
  for (const name of ["readers.js", "check-rules.js", "check-content.js"]) runInContext(readBuilt(name), context);
  return window;
};
const { checkContent, checkRules } = openCheck();
const { cases, real } = JSON.parse(readBuilt("check-cases.json"));
const bytesOf = (text) => new TextEncoder().encode(text);
const told = (bytes, name, kind) => {
  const refused = checkContent.refusal(bytes, bytes.length);
  const found = refused.length ? refused : checkContent.check(bytes, name, kind);
  return Array.from(found, ({ line, column, message, remedy }) => [line, column, message, remedy]);
};
const read = ({ path }) => new Uint8Array(readFileSync(path));

test("a mistake has the place and the words that the program gives it", () => {
  for (const { name, kind, bytes, told: expected } of cases) {
    const data = new Uint8Array(Buffer.from(bytes, "base64"));
    const found = told(data, name, kind);
    assert.deepEqual(found, expected, `${name} is told ${JSON.stringify(found)}, not ${JSON.stringify(expected)}`);
  }
});

test("no file of content is marked where the program finds nothing, with Windows line ends and a mark of order too", () => {
  for (const file of real) {
    assert.deepEqual(told(read(file), file.name, file.kind), [], file.path);
  }
  const text = new TextDecoder().decode(read(real[0]));
  assert.deepEqual(told(bytesOf(`\ufeff${text.replaceAll("\n", "\r\n")}`), real[0].name, real[0].kind), []);
});

test("a file says itself what is in it, by the schema that it names or by its keys; else it is asked", () => {
  for (const file of real) assert.equal(checkContent.kindOf(read(file), file.name), file.kind, file.path);
  const strange = bytesOf("colour: red\n");
  assert.equal(checkContent.kindOf(strange, "strange.yml"), undefined);
  const without = (file) => bytesOf(new TextDecoder().decode(read(file)).replace(/^# yaml-language-server.*\n/, ""));
  const service = real.find(({ kind }) => kind === "services");
  assert.equal(checkContent.kindOf(without(service), service.name), "services");
});

test("where a file may belong follows from its ending", () => {
  const places = checkContent.kindsFor("a.md");
  assert.ok(Object.keys(places).every((kind) => checkRules.endings[kind] === ".md"));
  assert.equal(checkContent.kindsFor("b.yml").services, "services/");
  assert.equal(checkContent.kindsFor("b.yml").glossary, "glossary.yml");
});

test("a file that is too large is refused in words, whatever it holds", () => {
  const [{ message }] = checkContent.refusal(new Uint8Array(10), 3_456_789);
  assert.equal(message, checkRules.phrases.large[0].replace("{0}", "3,456"));
});

test("what is no text is told, and never an error of the program", () => {
  assert.equal(told(new Uint8Array([0xff, 0xfe, 0x61, 0]), "a.yml", "services")[0][2], checkRules.phrases["utf-16"][0]);
  assert.deepEqual(told(new Uint8Array([0x61, 10, 0x62, 0xfc]), "a.yml", "services")[0].slice(0, 2), [2, 2]);
  assert.equal(told(new Uint8Array(), "a.yml", "services")[0][2], checkRules.phrases["empty-file"][0]);
  for (const text of [
    `a: ${"[".repeat(9_000)}`,
    `${"- ".repeat(9_000)}a`,
    "\0",
    ": ",
    "? [",
    "--- !",
    "__proto__: x",
  ]) {
    assert.ok(told(bytesOf(text), "a.yml", "services").length, text.slice(0, 20));
  }
});
