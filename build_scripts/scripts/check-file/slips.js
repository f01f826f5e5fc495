/* The slips that editors make in YAML, found in the lines themselves, as the program finds them. Places count from 0. */
import { problemAt, withRemedy } from "./words.js";

const KEY = "[a-z][a-z0-9_]*";
const LINE = new RegExp(`^( *)((?:- +)*)(${KEY}):( +)(\\S.*)$`);
const BEGINS = new RegExp(`^ *(?:- +)*(?:${KEY}:(?: |$)|- )`);
const SIGNS = "*&!%@`|>{}[]?,";
const BULLETS = "•·▪◦‣●–—*";
const ASIDE = /^\s*(?:#.*)?$/;
const OTHER = { '"': "'", "'": '"' };
const NAMED = { '"': "double", "'": "single" };
const TEXT_BELOW = /[:-] [|>][-+0-9]*\s*$/;
/* What somebody, or a word processor, makes of three hyphens. */
export const DASHES = /^\s*(?:--+|[–—]+-*)\s*$/;
const HARD_SPACE = new RegExp(`^[ \u00a0]*\u00a0[ \u00a0]*(?:- |${KEY}:)`);
const OPENS = /:\s*(?:#.*)?$/;

/* The slip that made a file unreadable, or null. YAML gave up on line `at`; the slip stands there or above. */
export const slipOf = (lines, at) => {
  const last = Math.min(at, lines.length - 1);
  const near = [last, last - 1, last - 2].filter((line) => line >= 0 && lines[line].trim());
  const first = near.map((line) => hardSpace(lines, line)).find(Boolean) || openQuote(lines, last);
  if (first) return first;
  for (const find of [deepBlank, noSpace, noColon, cutQuote, strangeStart, secondColon, noDash, shallowText, indent]) {
    const found = near.map((line) => find(lines, line)).find(Boolean);
    if (found) return found;
  }
  return null;
};

/* A line that can be read in the place of one that cannot, with the same key if it has one. */
export const placeholder = (line) => {
  if (DASHES.test(line)) return "---";
  const found = new RegExp(`^( *(?:- +)*)(${KEY})(?:[: ]|$)`).exec(line);
  return found ? `${found[1]}${found[2]}: x` : "";
};

const slip = (line, column, id, ...values) => problemAt({ line, column }, id, ...values);

const lineOf = (text) => {
  const found = LINE.exec(text);
  if (!found) return null;
  const [, space, dashes, key, gap, value] = found;
  return { key, value, start: space.length + dashes.length + key.length + 1 + gap.length };
};

const hardSpace = (lines, at) => {
  if (!HARD_SPACE.test(lines[at])) return null;
  const wanted = wantedBefore(lines, at, lines[at].search(/[^ \u00a0]/));
  return slip(at, lines[at].indexOf("\u00a0"), "hard-space", spaces(wanted));
};

/* What is told of a line that begins with a tab. */
export const tabAt = (place, lines, at) => {
  const above = before(lines, at);
  const wanted = wantedBefore(lines, at, above < 0 ? 0 : wordsOf(lines, above));
  return wanted ? problemAt(place, "tab", spaces(wanted)) : problemAt(place, "tab-at-margin");
};

/* How many spaces belong before a line: two more than above where that opens a group, else the nearest. */
const wantedBefore = (lines, at, near) => {
  const above = before(lines, at);
  if (above >= 0 && (OPENS.test(lines[above]) || TEXT_BELOW.test(lines[above]))) return wordsOf(lines, above) + 2;
  const places = [...placesAbove(lines, at, lines[at].trimStart().startsWith("- "))];
  const far = (column) => Math.abs(column - near);
  return places.sort((one, other) => far(one) - far(other) || one - other)[0] ?? near;
};

/* An empty line with spaces before a text: YAML counts them, and takes the text for something else. */
const deepBlank = (lines, at) => {
  const above = before(lines, at);
  const here = indentOf(lines, at);
  const deep = lines.findIndex((line, number) => number > above && number < at && line.length > here);
  if (deep < 0 || above < 0 || !TEXT_BELOW.test(lines[above]) || here <= wordsOf(lines, above)) return null;
  return slip(deep, here, "deep-blank");
};

const noSpace = (lines, at) => {
  const found = new RegExp(`^( *(?:- +)*)(${KEY}):([^ :/].*)$`).exec(lines[at]);
  if (!found) return null;
  return slip(at, found[1].length + found[2].length + 1, "no-space", found[2], short(found[3]));
};

const noColon = (lines, at) => {
  const found = new RegExp(`^( *)(${KEY}) (\\S.*)$`).exec(lines[at]);
  const isAlone = found && indentOf(lines, before(lines, at)) === found[1].length;
  if (!isAlone || lines[at].includes(": ") || isWithinText(lines, at)) return null;
  const value = short(found[3].replace(/^= /, ""));
  const column = found[1].length + found[2].length;
  if (found[3].startsWith("= ")) return slip(at, column, "no-colon-but-equals", found[2], value);
  return slip(at, column, "no-colon", found[2], value, spaces(found[1].length + 2));
};

const cutQuote = (lines, at) => {
  const found = lineOf(lines[at]);
  const mark = found ? found.value[0] : "";
  if (!(mark in OTHER)) return null;
  const end = endOfQuote(found.value);
  if (end === null || ASIDE.test(found.value.slice(end))) return null;
  const rest = found.value.slice(end);
  if (!rest.includes(mark)) return slip(at, found.start + end, "after-quote", short(rest));
  const inner = withoutEnd(found.value.slice(1).trimEnd(), mark);
  const words = [NAMED[mark], short(rest)];
  const column = found.start + end - 1;
  if (inner.includes(OTHER[mark])) return slip(at, column, "cut-quote-curly", ...words);
  return slip(at, column, "cut-quote", ...words, NAMED[OTHER[mark]], `${OTHER[mark]}${short(inner)}${OTHER[mark]}`);
};

const withoutEnd = (text, end) => (text.endsWith(end) ? text.slice(0, -end.length) : text);

export const quoted = (text) => {
  const quote = text.includes("'") ? '"' : "'";
  return `${quote}${short(text)}${quote}`;
};

const strangeStart = (lines, at) => {
  const found = lineOf(lines[at]) || belowItsKey(lines, at);
  const text = found ? found.value : "";
  if (!found || !SIGNS.includes(text[0])) return null;
  if (/^(?:[|>][-+0-9]*|\[.*\]|\{.*\})\s*(?:#.*)?$/.test(text)) return null;
  if ("[{".includes(text[0])) return bracket(lines, at, found);
  if ("|>".includes(text[0])) return slip(at, found.start, "after-block", text[0]);
  return slip(at, found.start, "strange-start", text[0], quoted(text));
};

/* A link with which a text begins on the line below its key. */
const belowItsKey = (lines, at) => {
  const above = before(lines, at);
  const [, space, value] = /^( +)(\[[^\]]*\] ?\(.*)$/.exec(lines[at]) || [];
  return value && above >= 0 && OPENS.test(lines[above]) ? { start: space.length, value } : null;
};

/* A list in brackets that has no end, or a text that begins with a link. */
const bracket = (lines, at, { start, value }) => {
  const closes = value[0] === "[" ? "]" : "}";
  if (/^\[[^\]]*\] ?\(/.test(value)) return slip(at, start, "strange-start", "[", quoted(value));
  if (value.includes(closes) || closesBelow(lines, at, closes)) return null;
  return slip(at, start, "open-bracket", value[0], closes, `${short(value)}${closes}`);
};

const secondColon = (lines, at) => {
  const found = lineOf(lines[at]);
  if (!found || "\"'[{|>#".includes(found.value[0]) || !/:(?: |$)/.test(found.value)) return null;
  return slip(at, found.start + found.value.indexOf(":"), "second-colon", quoted(found.value));
};

const noDash = (lines, at) => {
  const text = lines[at].trim();
  const above = before(lines, at);
  const strange = new RegExp(`^[${BULLETS}]\\s*`).exec(text);
  const isItem = above >= 0 && /^ *- /.test(lines[above]) && indentOf(lines, above) === indentOf(lines, at);
  if (text.startsWith("- ") || !(strange || (isItem && !BEGINS.test(lines[at])))) return null;
  const words = text.slice(strange ? strange[0].length : 0).replace(/^-/, "");
  return slip(at, indentOf(lines, at), "no-dash", short(words));
};

const shallowText = (lines, at) => {
  const above = before(lines, at);
  if (above < 0 || !TEXT_BELOW.test(lines[above]) || BEGINS.test(lines[at])) return null;
  const key = wordsOf(lines, above);
  if (indentOf(lines, at) > key) return null;
  return slip(at, indentOf(lines, at), "shallow", spaces(key + 2));
};

const indent = (lines, at) => {
  const above = before(lines, at);
  if (above < 0 || !BEGINS.test(lines[at]) || isWithinText(lines, at)) return null;
  const here = indentOf(lines, at);
  const opens = OPENS.test(lines[above]);
  const places = placesAbove(lines, at, lines[at].trimStart().startsWith("- "));
  if (places.has(here) || (opens && here > indentOf(lines, above)) || !places.size) return null;
  const words = wordsOf(lines, above);
  const far = (column) => [Math.abs(column - here), Math.abs(column - words)];
  const byNearness = [...places].sort((one, other) => {
    const [first, second] = [far(one), far(other)];
    return first[0] - second[0] || first[1] - second[1];
  });
  const [wanted] = byNearness;
  const problem = here === 1 ? slip(at, here, "indent-one") : slip(at, here, "indent-many", here);
  if (!here) return slip(at, here, "indent-none", spaces(wanted));
  return wanted ? withRemedy(problem, "indent-none", spaces(wanted)) : problem;
};

const openQuote = (lines, at) => {
  for (let line = at; line >= 0; line -= 1) {
    const found = lineOf(lines[line]);
    const mark = found ? found.value[0] : "";
    if (mark in OTHER && endOfQuote(found.value) === null && !closesBelow(lines, line, mark)) {
      return slip(line, found.start, "open-quote", NAMED[mark], mark);
    }
  }
  return null;
};

const closesBelow = (lines, at, mark) => {
  const below = lines.slice(at + 1).find((line) => BEGINS.test(line) || line.includes(mark));
  return below !== undefined && !BEGINS.test(below);
};

const endOfQuote = (text) => {
  const found = (text[0] === '"' ? /^"(?:[^"\\]|\\.)*"/ : /^'(?:[^']|'')*'/).exec(text);
  return found ? found[0].length : null;
};

const before = (lines, at) => {
  let line = at - 1;
  while (line >= 0 && !lines[line].trim()) line -= 1;
  return line;
};

const indentOf = (lines, at) => (at < 0 ? 0 : /^ */.exec(lines[at])[0].length);

const wordsOf = (lines, at) => lines[at].match(/^ *(?:- +)*/)[0].length;

const isWithinText = (lines, at) => {
  const here = indentOf(lines, at);
  let line = at - 1;
  while (line >= 0 && !(lines[line].trim() && indentOf(lines, line) < here)) line -= 1;
  return line >= 0 && TEXT_BELOW.test(lines[line]);
};

/* Where a key or an item may begin: with those above it that are still open. */
const placesAbove = (lines, at, isItem) => {
  const places = new Set();
  let least = Number.POSITIVE_INFINITY;
  for (let line = at - 1; line >= 0 && least > 0; line -= 1) {
    const own = indentOf(lines, line);
    if (!BEGINS.test(lines[line]) || own > least || isWithinText(lines, line)) continue;
    least = own;
    const dashes = /^ *((?:- +)+)/.exec(lines[line]);
    const within = own + (dashes ? dashes[1].length : 0);
    if (!isItem) places.add(within);
    if (isItem && dashes) places.add(own);
    if (isItem && OPENS.test(lines[line]) && !places.size) places.add(within);
  }
  return places;
};

const spaces = (count) => window.checkRules.spaces[count === 1 ? 0 : 1].replace("{0}", count);

const short = (text) => {
  const signs = [...text.trim()];
  return signs.length <= 40 ? signs.join("") : `${signs.slice(0, 37).join("").trimEnd()}…`;
};
