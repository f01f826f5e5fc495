/* Checks one file of content in the browser, in the words of the program that checks them all. It is fetched, with its
   rules and the libraries it reads with, when somebody chooses a file. */
import { sizeProblem, textOf } from "./check-file/files.js";
import { judgeProse } from "./check-file/prose.js";
import { readPage, readYaml } from "./check-file/reading.js";
import { addFormats, judge } from "./check-file/records.js";
import { placeholder } from "./check-file/slips.js";
import { UNFILLED, withHalves } from "./check-file/unfilled.js";

const FEW = 20;

/* The kind of record that a file holds: by the schema that it names, by its name, or by its keys; else nothing. */
const kindOf = (bytes, name) => {
  const { endings, files, schemas } = window.checkRules;
  const text = textOf(bytes).text || "";
  const [, named] = /^# yaml-language-server: \$schema=\S*?([\w-]+)\.json/m.exec(text) || [];
  if (named in schemas || files[name]) return named in schemas ? named : files[name];
  const keys = [...text.matchAll(/^([a-z][a-z0-9_]*):/gm)].map(([, key]) => key);
  const possible = Object.keys(endings).filter((kind) => name.endsWith(endings[kind]));
  const scored = possible.map((kind) => [scoreOf(keys, schemas[kind]), kind]).sort(([one], [other]) => other - one);
  const [[best, kind] = [], [second] = []] = scored;
  return best > 0 && best !== second ? kind : undefined;
};

/* How many keys a file has of those of a kind, without those that are missing. */
const scoreOf = (keys, { properties, required = [] }) => {
  const missing = required.filter((key) => key !== "body" && !keys.includes(key));
  return keys.filter((key) => key in properties).length - missing.length;
};

const reader = (name) => (name.endsWith(".md") ? readPage : readYaml);

/* Why a file cannot be read at all. One that is too large is given in part. */
const refusal = (bytes, size) => {
  const large = sizeProblem(size);
  if (large) return [large];
  const { text, problems } = textOf(bytes);
  return text === null ? problems : [];
};

/* Every mistake of a file that can be read, by its place. */
const check = (bytes, name, kind) => {
  const { text, problems } = textOf(bytes);
  const { endings, schemas } = window.checkRules;
  const id = endings[kind] ? name.slice(0, -endings[kind].length) : "";
  const read = reader(name)(text);
  const found = [...read.problems];
  if (read.value === null) found.push(...lookFurther(text, name, read.problems, schemas[kind], id));
  else found.push(...allOf(read, schemas[kind], id));
  return sorted([...problems, ...withHalves(text, found)]);
};

const allOf = (read, schema, id) => {
  const { problems, proses } = judge(read, schema, id);
  return [...problems, ...proses.flatMap(judgeProse)];
};

/* The other mistakes of a file that cannot be read: it is read without the lines that are told already. */
const lookFurther = (text, name, first, schema, id) => {
  const lines = text.split("\n");
  const told = new Set(first.map(({ line }) => line));
  const found = [];
  for (let turn = 0; turn < FEW; turn += 1) {
    for (const number of told) if (lines[number - 1] !== undefined) lines[number - 1] = placeholder(lines[number - 1]);
    const read = reader(name)(lines.join("\n"));
    const fresh = read.problems.filter(({ line }) => !told.has(line));
    found.push(...fresh);
    for (const { line } of fresh) told.add(line);
    if (read.value !== null) {
      const isNear = ({ line }) => told.has(line) || told.has(line + 1);
      found.push(...judgeRest(read, schema, id).filter((problem) => !isNear(problem)));
    }
    if (read.value !== null || !fresh.length) break;
  }
  return found;
};

/* Without lines, keys are missing and lists too short; that is not told. */
const judgeRest = (read, schema, id) => {
  const { problems, proses } = judge(read, schema, id);
  const kept = problems.filter(({ id: phrase }) => phrase !== "missing" && phrase !== "list-short");
  return [...kept, ...proses.flatMap(judgeProse)];
};

/* A place that nobody has filled in is told as that alone. */
const sorted = (found) => {
  const waiting = new Set(found.filter(({ id }) => UNFILLED.includes(id)).map(({ line }) => line));
  const problems = found.filter(({ id, line }) => UNFILLED.includes(id) || !waiting.has(line));
  const each = new Map(problems.map((problem) => [`${problem.line}:${problem.column}:${problem.message}`, problem]));
  const order = (one, other) => one.line - other.line || one.column - other.column;
  return [...each.values()].sort((one, other) => order(one, other) || (one.message < other.message ? -1 : 1));
};

/* Where a file of this name may belong: the files and folders of content. */
const kindsFor = (name) => {
  const { endings, files } = window.checkRules;
  const folders = Object.keys(endings).filter((kind) => name.endsWith(endings[kind]));
  const single = Object.entries(files).filter(([file]) => /\.\w+$/.exec(file)[0] === /\.\w+$/.exec(name)[0]);
  return Object.fromEntries([
    ...folders.map((kind) => [kind, `${kind}/`]),
    ...single.map(([file, kind]) => [kind, file]),
  ]);
};

const linesOf = (bytes) => (textOf(bytes).text || "").split("\n");

addFormats();
window.checkContent = { check, kindOf, kindsFor, linesOf, refusal };
