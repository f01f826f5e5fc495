/* What a skeleton leaves to fill in: the words that stand in a place, and keys of which some lines are comments still. */
import { fillGaps, problemAt } from "./words.js";

export const UNFILLED = ["unfilled", "unfilled-body"];
const HEAD = /^( *)(#?)([a-z][a-z0-9_]*):(?: *| [|>]-?)$/;

/* The problems of a text, with one in the place of all those of a key that somebody has only begun to use. */
export const withHalves = (text, problems) => {
  const told = new Map();
  for (const { first, end, half } of problems.length ? halvesOf(text.split("\n")) : []) {
    for (let line = first; line < end; line += 1) if (!told.has(line)) told.set(line, half); // the outermost key counts
  }
  return problems.map((problem) => (!UNFILLED.includes(problem.id) && told.get(problem.line)) || problem);
};

function* halvesOf(lines) {
  for (const [at, line] of lines.entries()) {
    const [, indent, sign, key] = HEAD.exec(line) || [];
    if (key === undefined) continue;
    const part = new RegExp(`^${indent}(#?)  `);
    const signs = [sign];
    for (let row = at + 1; row < lines.length && part.test(lines[row]); row += 1) signs.push(part.exec(lines[row])[1]);
    if (!signs.includes("#") || !signs.includes("") || (!sign && !signs[1])) continue;
    const used = at + signs.indexOf("");
    const numbers = numbered(at + 1 + signs.indexOf("#"), at + 1 + signs.lastIndexOf("#"));
    const place = { line: used + 1, column: lines[used].search(/[^ ]|$/) + 1 };
    yield { first: at + 1, end: at + 1 + signs.length, half: problemAt(place, "half", key, numbers) };
  }
}

const numbered = (first, last) => fillGaps(window.checkRules.numbered[first === last ? 0 : 1], [first, last]);
