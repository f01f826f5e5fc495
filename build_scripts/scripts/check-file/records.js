/* A record against its schema: what does not fit, told at its own place. */
import { isGroup } from "./reading.js";
import { quoted } from "./slips.js";
import { grouped, ID, LINK, nearest, placeIn, problemAt, problemOfWord, withRemedy } from "./words.js";

const ORDER = ["type", "enum", "const", "minLength", "maxLength", "pattern", "format", "minimum", "maximum"];
const PROSE = ["prose", "line", "hours"];

/* What is wrong with what was read of a record, and the prose in it. */
export const judge = (read, schema, id) => {
  const { validate } = window.checkLibraries;
  const problems = [
    ...(id && isGroup(read.value) ? ownId(read, id) : []),
    ...withoutValue(read.value, "#", read, schema),
  ];
  problems.push(...unfilled(read.value, "#", read));
  const proses = [];
  const value = asTyped(read.value, schema, schema, (text, format, pointer) => proses.push({ text, format, pointer }));
  const { errors } = validate(value, schema, "2020-12", undefined, false);
  const found = new Map();
  for (const error of errors.filter(({ keyword }) => keyword in TELL || ["false", "required"].includes(keyword))) {
    const place =
      error.keyword === "required"
        ? `${error.instanceLocation}/${error.error.match(/"(.*)"/)[1]}`
        : error.instanceLocation;
    const rank = ORDER.indexOf(error.keyword);
    if (!found.has(place) || (rank >= 0 && rank < ORDER.indexOf(found.get(place).keyword))) found.set(place, error);
  }
  const unknown = errors.filter(({ keyword }) => keyword === "false").map(({ instanceLocation }) => instanceLocation);
  for (const error of found.values()) {
    const problem = problemOf(error, read, value, schema, unknown, [...found.keys()]);
    if (problem) problems.push(problem);
  }
  return { problems, proses: proses.map((prose) => ({ ...prose, ...read.places.get(prose.pointer) })) };
};

const ownId = (read, id) => {
  if (!("id" in read.value)) return [];
  delete read.value.id;
  return [problemAt(read.places.get("#/id").key, "id-written", id)];
};

const withoutValue = (value, pointer, read, root) => {
  const { encodePointer } = window.checkLibraries;
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const below = `${pointer}/${encodePointer(key)}`;
    if (inner !== null) return withoutValue(inner, below, read, root);
    if (Array.isArray(value)) return [problemAt(read.places.get(pointer).at, "no-item")];
    const isNeeded = follow(pointer, read.value, root).schema?.required?.includes(key);
    return [problemAt(read.places.get(below).key, isNeeded ? "no-value-needed" : "no-value", key)];
  });
};

/* Each place that still waits for somebody's words. */
const unfilled = (value, pointer, { places }, key = "") => {
  const { encodePointer } = window.checkLibraries;
  if (typeof value === "string") {
    const found = [...value.matchAll(new RegExp(`\\b${window.checkRules.fillIn}\\b`, "g"))];
    return found.map(({ index }) => {
      const before = value.slice(0, index).split("\n");
      const at = placeIn(places.get(pointer), before.length - 1, before[before.length - 1].length);
      return key === "body" ? problemAt(at, "unfilled-body") : problemAt(at, "unfilled", key);
    });
  }
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    unfilled(inner, `${pointer}/${encodePointer(name)}`, { places }, Array.isArray(value) ? key : name),
  );
};

/* The schema that a name stands for. */
const resolved = (schema, root) => (schema?.$ref ? root.$defs[schema.$ref.replace("#/$defs/", "")] : schema);

const withinGroup = (schema, key) =>
  schema?.properties?.[key] ?? (isGroup(schema?.additionalProperties) ? schema.additionalProperties : undefined);

/* Values as the types of a schema, where they can be; what cannot stays text, and the schema refuses it. */
const asTyped = (value, given, root, note, pointer = "#") => {
  const schema = resolved(given, root);
  if (Array.isArray(value)) {
    return value.map((item, at) => asTyped(item, schema?.items, root, note, `${pointer}/${at}`));
  }
  if (isGroup(value)) {
    const { encodePointer } = window.checkLibraries;
    const below = (key) => `${pointer}/${encodePointer(key)}`;
    const parts = Object.entries(value).map(([key, part]) => [
      key,
      asTyped(part, withinGroup(schema, key), root, note, below(key)),
    ]);
    return Object.assign(Object.create(null), Object.fromEntries(parts));
  }
  if (typeof value !== "string" || !schema) return value;
  if (PROSE.includes(schema.format) && value.trim() && value.length <= window.checkRules.limits.prose) {
    note(value, schema.format, pointer);
  }
  if (schema.type === "integer") return /^\d{1,6}$/.test(value) ? Number(value) : value;
  if (schema.type === "number") return value.trim() && Number.isFinite(Number(value)) ? Number(value) : value;
  if (schema.type === "boolean") {
    const word = value.toLowerCase();
    return ["yes", "true", "no", "false"].includes(word) ? word === "yes" || word === "true" : value;
  }
  return schema.type === "string" && schema.minLength && !schema.enum ? value.trim() : value;
};

/* What stands at a pointer, its schema, and the last key on the way. */
const follow = (pointer, value, root) => {
  const parts = pointer.split("/").slice(1);
  const keys = parts.map((part) => decodeURIComponent(part).replace(/~1/g, "/").replace(/~0/g, "~"));
  let [here, schema] = [value, resolved(root, root)];
  for (const key of keys) {
    schema = resolved(Array.isArray(here) ? schema?.items : withinGroup(schema, key), root);
    here = here?.[key];
  }
  return { here, schema, key: keys[keys.length - 1] };
};

const problemOf = (error, read, value, root, unknown, wrong) => {
  const { keyword, instanceLocation: pointer } = error;
  const { here, schema, key } = follow(pointer, value, root);
  const place = read.places.get(pointer) || { at: { line: 1, column: 1 }, key: { line: 1, column: 1 } };
  if (here === null) return null; // told already
  if (keyword === "false") return unknownKey(key, pointer, place, value, root);
  if (keyword === "required") {
    const missing = error.error.match(/"(.*)"/)[1];
    const beside = unknown.filter((other) => other.replace(/\/[^/]*$/, "") === pointer);
    const words = beside.map((other) => follow(other, value, root).key);
    const isMisspelt = words.some((word) => nearest(word, [missing]));
    return isMisspelt ? null : problemAt(place.at, "missing", missing);
  }
  const raw = follow(pointer, read.value, root).here;
  return TELL[keyword]({ at: place.at, given: here, raw, schema, wrong, pointer });
};

const unknownKey = (key, pointer, place, value, root) => {
  const { here, schema } = follow(pointer.replace(/\/[^/]*$/, ""), value, root);
  const known = Object.keys(schema.properties).filter((name) => name !== "body" && !(name in here));
  if (/\s/.test(key)) {
    const near = nearest(key.toLowerCase().replace(/\s+/g, "_"), [...known].sort());
    const problem = problemAt(place.key, "key-of-words", key);
    return near ? withRemedy(problem, "did-you-mean", near) : problem;
  }
  const { named } = window.checkRules.limits;
  if (!known.length) return problemAt(place.key, "unknown-key", key);
  const id = known.length > named ? "unknown-of-many" : "unknown-of-few";
  return problemOfWord(place.key, id, key, known, [...known].sort().slice(0, named).join(", "));
};

const NOT = { array: "no-list", object: "no-group", number: "no-number", integer: "whole", boolean: "yes-no" };

/* What is no text, as the program prints it. */
const asPrinted = (value) => (typeof value === "object" ? printed(value) : value);

const printed = (value) => {
  if (Array.isArray(value)) return `[${value.map(printed).join(", ")}]`;
  if (!isGroup(value)) return `'${value}'`;
  return `{${Object.entries(value)
    .map((pair) => pair.map(printed).join(": "))
    .join(", ")}}`;
};

const notOfType = ({ at, given, schema }) => {
  if (schema.type === "array" && typeof given === "string") return notList(at, given);
  if (schema.enum || schema.const) return notAllowed({ at, given, schema });
  if (schema.type !== "string") return problemAt(at, NOT[schema.type], asPrinted(given));
  const isPlain = !schema.format || schema.minLength;
  const [pair, ...others] = isGroup(given) ? Object.entries(given) : [];
  if ((isPlain || PROSE.includes(schema.format)) && pair && !others.length && typeof pair[1] === "string")
    return problemAt(at, "second-colon", quoted(pair.join(": ")));
  if (PROSE.includes(schema.format)) return problemAt(at, "no-prose");
  return isPlain ? problemAt(at, "no-text") : problemAt(at, phraseOf(schema.format), asPrinted(given));
};

/* A list that somebody wrote as a text. */
const notList = (at, text) => {
  const items = text
    .replace(/^[ ()[\]]+|[ ()[\]]+$/g, "")
    .split(",")
    .map((item) => item.trim());
  const isPlain = items.every((item) => /^[a-z0-9:#-]+$/.test(item));
  return isPlain ? problemAt(at, "no-brackets", `[${items.join(", ")}]`) : problemAt(at, "no-list");
};

const notAllowed = ({ at, given, schema }) => {
  const allowed = schema.enum || [schema.const];
  if (typeof given !== "string") return problemAt(at, "no-word", asPrinted(given), allowed.join(", "));
  const words = (given.match(/[\p{L}\p{N}_][\p{L}\p{N}_-]*/gu) || []).filter((word) => word !== "and");
  const areAllowed = words.length > 1 && words.every((word) => allowed.includes(word));
  if (areAllowed) return problemAt(at, "no-commas", given, words.join(", "));
  return problemOfWord(at, "no-word", given, allowed, allowed.join(", "));
};

const TELL = {
  type: notOfType,
  enum: notAllowed,
  const: notAllowed,
  minLength: ({ at }) => problemAt(at, "empty-text"),
  maxLength: ({ at, raw, schema }) => problemAt(at, "long-text", grouped(raw.length), grouped(schema.maxLength)),
  pattern: ({ at, given, schema }) =>
    schema.pattern.startsWith("^[^") ? problemAt(at, "one-line") : notId(at, schema.format, given),
  format: ({ at, given, schema }) => problemAt(at, ...FORMATS[schema.format](given)),
  minimum: ({ at, given, schema }) => problemAt(at, "too-small", given, schema.minimum),
  maximum: ({ at, given, schema }) => problemAt(at, "too-large", given, schema.maximum),
  minItems: ({ at, given, schema, ...of }) => problemAt(at, "list-short", rightIn(given, of), schema.minItems),
  maxItems: ({ at, schema }) => problemAt(at, "list-long", schema.maxItems),
};

const notId = (at, format, given) => {
  if (phraseOf(format)) return problemAt(at, ...FORMATS[format](given));
  const plain = (given.toLowerCase().match(/[a-z0-9]+/g) || []).join("-");
  return plain ? problemAt(at, "like-an-id", given, plain) : problemAt(at, "no-id", given);
};

/* How many items of a list are right in themselves. */
const rightIn = (items, { pointer, wrong }) =>
  items.filter((_, at) => !wrong.some((other) => `${other}/`.startsWith(`${pointer}/${at}/`))).length;

const phraseOf = (format, otherwise) => (format in window.checkRules.phrases ? format : otherwise);

const isDay = (day) => {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(day) && !day.startsWith("0000");
};

/* The day that somebody wrote as it is written in Britain, such as 1 May 2027 or 01/05/2027, or 2027-5-1. */
const meantDay = (text) => {
  const turned = text.trim().replace(/^(\d{4})[ ./-](\d{1,2})[ ./-](\d{1,2})$/, "$3-$2-$1");
  const [, day, month, year] = /^(\d{1,2})(?:st|nd|rd|th)?[ ./-]([A-Za-z]+|\d{1,2})[ ./-](\d{4})$/.exec(turned) || [];
  const { months } = window.checkRules;
  const number = /^\d/.test(month) ? Number(month) : 1 + months.indexOf(String(month).slice(0, 3).toLowerCase());
  const meant = `${year}-${String(number).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  return year && number && isDay(meant) ? meant : null;
};

/* The time that somebody wrote as it is written in Britain, such as 9.30pm. */
const meantTime = (text) => {
  const [, hours, minutes = "00", half] = /^(\d{1,2})(?:[.:](\d\d))? ?(am|pm)?$/.exec(text.trim()) || [];
  const hour = half ? (Number(hours) % 12) + (half === "pm" ? 12 : 0) : Number(hours);
  return hour < 24 && Number(minutes) < 60 ? `${String(hour).padStart(2, "0")}:${minutes}` : null;
};

const isMinute = (text) => {
  const [, hours, minutes] = /^(\d\d):(\d\d)$/.exec(text) || [];
  return Boolean(hours) && Number(minutes) < 60 && Number(hours) * 60 + Number(minutes) <= 1440;
};

const matches = (id, pattern) => (text) => (pattern.test(text) ? null : [id, text]);

const isProse = (text) => {
  const { prose } = window.checkRules.limits;
  if (!text.trim()) return ["empty-prose"];
  return text.length > prose ? ["long-prose", grouped(text.length), grouped(prose)] : null;
};

const isReference = (id, isWhole) => (text) => {
  const found = LINK.exec(text.trim());
  if (found && Boolean(found[1]) === isWhole) return null;
  return found && !isWhole ? ["id-alone", text, found[2]] : [id, text];
};

/* The ways of writing that the program's own types have: what is told of a text, or nothing. */
const FORMATS = {
  prose: isProse,
  line: isProse,
  hours: (text) => isProse(text) || (/\p{L}/u.test(text) ? null : ["hours", text]),
  reference: isReference("reference", true),
  "reference-id": isReference("reference-id", false),
  shown: (text) => (text.includes(":") ? isReference("reference", true) : isReference("reference-id", false))(text),
  date: (text) => {
    const meant = /^\d{4}-\d{2}-\d{2}$/.test(text) ? "" : meantDay(text);
    if (meant === null) return ["date", text];
    if (meant) return ["date-meant", text, meant];
    return isDay(text) ? null : ["no-such-day", text];
  },
  "day-of-year": (text) => (/^\d\d-\d\d$/.test(text) && isDay(`2026-${text}`) ? null : ["day-of-year", text]),
  clock: (text) => {
    const meant = meantTime(text);
    if (isMinute(text)) return null;
    return meant ? ["clock-meant", text, meant] : ["clock", text];
  },
  uri: matches("uri", /^https?:\/\/[a-z0-9][a-z0-9.-]*\.[a-z]{2,}(?:[/?#]\S*)?$/),
  address: matches("address", new RegExp(`^${ID}(?:/${ID})*$`)),
  phone: (text) => {
    if (!/^\+?[0-9][0-9 ]{1,18}$/.test(text)) return ["phone", text];
    return text.length > window.checkRules.limits.digits && !text.includes(" ") ? ["phone-spaces", text] : null;
  },
  email: matches("email", /^[a-z0-9._-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/),
  "field-number": matches("field-number", /^[1-9]\d?\.[1-9]\d?$/),
  asked: matches("asked", new RegExp(`^${ID}(?:\\.${ID}){1,2}$`)),
};

/* Gives these to the validator, which asks them by name. */
export const addFormats = () => {
  const { format } = window.checkLibraries;
  for (const [name, told] of Object.entries(FORMATS)) format[name] = (text) => told(text) === null;
};
