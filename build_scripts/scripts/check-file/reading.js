/* YAML and front matter as values that know their places, each text as it stands in the file. */
import { DASHES, quoted, slipOf, tabAt } from "./slips.js";
import { problemAt } from "./words.js";

const FENCE = "---";

/* What YAML holds: its value, the place of each part of it by its pointer, and the mistakes in it. */
export const readYaml = (text, firstLine = 1) => new Reading(text, firstLine).read();

/* What a page holds; the text below its front matter is its `body`. */
export const readPage = (text) => {
  const lines = text.split("\n");
  if (lines[0].trimEnd() !== FENCE) return failed(noBeginning(lines));
  const end = lines.findIndex((line, at) => at > 0 && line.trimEnd() === FENCE);
  if (end < 0) return failed(noEnd(lines));
  const found = readYaml(lines.slice(1, end).join("\n"), 2);
  if (found.value === null) return found;
  if (!isGroup(found.value)) return failed(problemAt({ line: 2, column: 1 }, "front-matter-no-keys"), found.problems);
  if ("body" in found.value) found.problems.push(problemAt(found.places.get("#/body").key, "front-matter-body"));
  const at = { line: end + 2, column: 1 };
  found.value.body = lines.slice(end + 1).join("\n");
  found.places.set("#/body", { at, key: at, start: at, isExact: true });
  return found;
};

const noBeginning = (lines) => {
  const first = Math.max(
    0,
    lines.findIndex((line) => line.trim()),
  );
  if (first && lines[first].trimEnd() === FENCE) return problemAt({ line: 1, column: 1 }, "empty-beginning");
  if (DASHES.test(lines[first])) return problemAt({ line: first + 1, column: 1 }, "not-hyphens", lines[first].trim());
  return problemAt({ line: 1, column: 1 }, "no-front-matter");
};

/* Where front matter ends that has no fence below it: at what was meant as one, or before an empty line. */
const noEnd = (lines) => {
  const at = lines.findIndex((line, number) => number > 0 && (DASHES.test(line) || !line.trim()));
  if (at > 0 && DASHES.test(lines[at])) return problemAt({ line: at + 1, column: 1 }, "not-hyphens", lines[at].trim());
  return problemAt({ line: at > 0 ? at : Math.max(lines.length - 1, 1), column: 1 }, "front-matter-open");
};

export const isGroup = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

const failed = (problem, others = []) => ({
  value: null,
  places: new Map(),
  problems: others.length ? others : [problem],
});

class Reading {
  constructor(text, firstLine) {
    Object.assign(this, { firstLine, text, places: new Map(), problems: [] });
    this.lines = text.split("\n");
    this.counter = new window.checkLibraries.LineCounter();
  }

  read() {
    const options = { lineCounter: this.counter, prettyErrors: false, schema: "failsafe", uniqueKeys: false };
    let value = null;
    try {
      const found = window.checkLibraries.parseDocument(this.text, options);
      value = this.checked(found);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.tell({ line: this.firstLine, column: 1 }, "too-deep"); // deeper than this browser can follow
    }
    return { value, places: this.places, problems: this.problems };
  }

  checked(found) {
    const error = found.errors.find(({ code }) => code !== "MULTIPLE_DOCS");
    const end = error ? this.text.lastIndexOf("\n", error.pos[0] - 1) + 1 : this.text.length; // the program reads lines
    this.refuseShortcuts(found, end);
    if (error) this.problems.push(this.syntaxProblem(error, found.contents));
    if (this.problems.length) return null;
    if (isNothing(found.contents)) {
      this.tell({ line: this.firstLine, column: 1 }, "nothing");
      return null;
    }
    return this.value(found.contents, "#");
  }

  tell(at, id, ...values) {
    this.problems.push(problemAt(at, id, ...values));
  }

  place(offset) {
    const { line, col } = this.counter.linePos(offset);
    const start = this.counter.lineStarts[line - 1];
    return { line: this.firstLine + line - 1, column: [...this.text.slice(start, start + col - 1)].length + 1 };
  }

  refuseShortcuts(found, end) {
    const start = found.directives.docStart ? this.text.search(/^---(?:\s|$)/m) : -1;
    if (start >= 0 && start <= end) this.tell(this.place(start), "document-start");
    const other = found.errors.find(({ code }) => code === "MULTIPLE_DOCS");
    if (other && other.pos[0] <= end) this.tell(this.place(other.pos[0]), "document-start");
    this.refuseIn(found.contents, end, 0);
  }

  refuseIn(node, end, depth) {
    if (!node?.range || node.range[0] >= end) return;
    if (depth >= window.checkRules.limits.depth && node.items) {
      if (depth === window.checkRules.limits.depth && !this.isTooDeep) this.tell(this.place(node.range[0]), "too-deep");
      this.isTooDeep = true;
      return;
    }
    if (node.anchor) this.tell(this.signBefore(node), "anchor", node.anchor);
    else if (node.source !== undefined && !("value" in node))
      this.tell(this.place(node.range[0]), "alias", node.source);
    else if (node.tag) this.tell(this.signBefore(node), "tag", node.tag);
    for (const item of node.items || []) {
      for (const part of item.key === undefined ? [item] : [item.key, item.value]) this.refuseIn(part, end, depth + 1);
    }
  }

  /* Where the signs begin that stand before a value. */
  signBefore(node) {
    const before = this.text.slice(0, node.range[0]);
    return this.place(before.search(/(?:[&!]\S*\s*)+$/));
  }

  syntaxProblem(error, contents) {
    const { id, offset } = reasonOf(error, this.text, contents);
    const { line, column } = this.place(Math.min(offset, this.text.length));
    const at = line - this.firstLine;
    const here = this.lines[at] || "";
    if (/^ *\t/.test(here) || [...here][column - 1] === "\t") return tabAt({ line, column }, this.lines, at);
    const found = slipOf(this.lines, at);
    if (!found) return problemAt({ line, column }, id);
    return { ...found, line: this.firstLine + found.line, column: found.column + 1 };
  }

  value(node, pointer) {
    const { encodePointer, isMap } = window.checkLibraries;
    const place = this.places.get(pointer) || {};
    if (isNothing(node)) return null;
    place.at = this.place(node.range[0]);
    this.places.set(pointer, place);
    if (!node.items) return this.scalar(node, place);
    if (!isMap(node)) {
      return node.items.map((item, at) => this.value(item, `${pointer}/${at}`));
    }
    const group = Object.create(null);
    for (const { key, value } of node.items) {
      const own = key?.range ? this.place(key.range[0]) : place.at;
      const name = key === null ? "" : key.value;
      if (key?.items) this.tell(own, "key-no-word");
      else if (name in group)
        this.tell(own, "twice", name, this.places.get(`${pointer}/${encodePointer(name)}`).key.line);
      else {
        this.places.set(`${pointer}/${encodePointer(name)}`, { at: own, key: own });
        group[name] = this.value(value, `${pointer}/${encodePointer(name)}`);
      }
    }
    return group;
  }

  scalar(node, place) {
    this.lostWords(node);
    if (!node.type.startsWith("BLOCK")) {
      Object.assign(place, this.textStart(node, place.at));
      return node.value;
    }
    const text = node.value.replace(/^\n+/, "");
    Object.assign(place, this.blockStart(node, place.at, text));
    return text;
  }

  lostWords(node) {
    if (node.type !== "PLAIN") return;
    const rest = /^( +)(#[^\s#].*)/.exec(this.text.slice(node.range[1]).split("\n", 1)[0]);
    if (!rest) return;
    const at = this.place(node.range[1] + rest[1].length);
    this.tell(at, "lost-words", rest[2], quoted(`${node.value} ${rest[2]}`));
  }

  /* Where the first character of a text stands, whether its lines are lines of the file, and else where they join. */
  textStart(node, { line, column }) {
    const at = line - this.firstLine;
    const shift = node.type.startsWith("QUOTE") ? 2 : 1;
    const own = [...this.lines[at]].slice(column + shift - 2).join("");
    const start = { line, column: column + shift - 1 };
    return own.startsWith(node.value) ? { start, isExact: true } : { start, joints: this.joints(node, at, column) };
  }

  /* The same of a text below a | or >; empty lines before its words are no part of it. */
  blockStart(node, { line, column }, text) {
    const at = line - this.firstLine;
    const first = this.lines.findIndex((other, number) => number > at && /[^ ]/.test(other));
    if (!text || first < 0) return { start: { line, column } };
    const indent = spacesBefore(this.lines[first]) - spacesBefore(text);
    const start = { line: this.firstLine + first, column: indent + 1 };
    if (node.type === "BLOCK_LITERAL" || this.lines[first].trim() === text.trim()) return { start, isExact: true };
    return { start, joints: this.joints(node, at, column) };
  }

  /* Where lines were joined with a space to one text: how much is before, and where the next line stands. */
  joints(node, at, column) {
    const isFolded = node.type === "BLOCK_FOLDED";
    const mark = node.type.startsWith("QUOTE") ? 1 : 0;
    const end = this.place(node.range[1]);
    const found = [];
    const words = [];
    let before = 0;
    for (
      let row = at + (isFolded ? 1 : 0);
      row <= Math.min(end.line - this.firstLine, this.lines.length - 1);
      row += 1
    ) {
      const first = row === at ? column - 1 + mark : 0;
      const isLast = row === end.line - this.firstLine;
      const line = isLast ? this.lines[row].slice(0, end.column - 1 - mark) : this.lines[row];
      const text = line.slice(first).trim();
      if (text) {
        words.push(text);
        found.push({ before, line: this.firstLine + row, column: line.indexOf(text, first) + 1 });
        before += text.length + 1;
      }
    }
    return words.join(" ") === node.value.trim() ? found.slice(1) : [];
  }
}

const spacesBefore = (text) => text.search(/[^ ]|$/);

/* What the program says of an error of this reader, and where its own reader would give up. */
const reasonOf = ({ code, message, pos: [start] }, text, contents) => {
  if (/^Flow |^Missing , /.test(message) || code === "BLOCK_IN_FLOW")
    return { id: "bracket", offset: openBracket(text, start) };
  if (code === "BAD_DQ_ESCAPE") return { id: "escape", offset: text.lastIndexOf('"', start) };
  if (/^Block scalar header/.test(message)) return { id: "unreadable", offset: start };
  if (text.startsWith("- ", start) && code !== "BAD_INDENT") {
    const isOnLine = /[^\s-][^\n]*$/.test(text.slice(0, start).split("\n").pop());
    return { id: isOnLine ? "list-on-line" : "not-in-line", offset: start };
  }
  const isFirst = code === "MULTILINE_IMPLICIT_KEY" && firstKeys(contents).includes(start);
  if (isFirst || code === "BLOCK_AS_IMPLICIT_KEY") {
    const colon = text.slice(start).search(/:(?=\s|$)/);
    return { id: "colon", offset: colon < 0 ? start : start + colon };
  }
  if (code === "MULTILINE_IMPLICIT_KEY" || /^Implicit map keys/.test(message)) {
    return { id: "no-colon-here", offset: start };
  }
  return { id: REASONS[code] || "unreadable", offset: code === "BAD_INDENT" ? wordsAfter(text, start) : start };
};

const REASONS = {
  BAD_INDENT: "not-in-line",
  BAD_SCALAR_START: "sign",
  UNEXPECTED_TOKEN: "not-in-line",
};

/* Where the next words begin after a place; the end when there are none. */
const wordsAfter = (text, at) => {
  const found = at < 0 ? -1 : text.slice(at).search(/\S/);
  return found < 0 ? text.length : at + found;
};

/* Where the first key of each group stands. */
const firstKeys = (node) => {
  const items = node?.items || [];
  const parts = items.flatMap((item) => (item.key === undefined ? [item] : [item.key, item.value]));
  return [items[0]?.key?.range?.[0], ...parts.flatMap(firstKeys)];
};

/* Where the last bracket before a place stands that is not closed. */
const openBracket = (text, end) => {
  let open = 0;
  for (let at = end - 1; at >= 0; at -= 1) {
    if ("]}".includes(text[at])) open += 1;
    if ("[{".includes(text[at])) open -= 1;
    if (open < 0) return at;
  }
  return end;
};

const isNothing = (node) => !node || (node.type === "PLAIN" && node.value === "");
