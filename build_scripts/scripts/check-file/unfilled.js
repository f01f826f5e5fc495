/* What a skeleton leaves to fill in: the words that stand in a place, and keys of which some lines are comments still. */
import { fillGaps, problemAt } from "./words.js";

export const UNFILLED = ["unfilled", "unfilled-body"];
const HEAD = /^( *)(#?)([a-z][a-z0-9_]*):(?: *| [|>]-?)$/;

/* The problems of a text, with one in the place of all those of a key that somebody has only begun to use. */
export const withHalves = (text, problems) => {
  let told = problems;
  for (const { first, end, half } of problems.length ? halvesOf(text.split("\n")) : []) {
    const others = told.filter(({ id, line }) => UNFILLED.includes(id) || line < first || line >= end);
    if (others.length < told.length) told = [...others, half];
  }
  return told;
};

function* halvesOf(lines) {
  for (const [at, line] of lines.entries()) {
    const [, indent, sign, key] = HEAD.exec(line) || [];
    if (key === undefined) continue;
    const part = new RegExp(`^${indent}(#?)  `);
    const rest = lines.slice(at + 1).map((below) => part.exec(below)?.[1]);
    const end = rest.indexOf(undefined);
    const signs = [sign, ...(end < 0 ? rest : rest.slice(0, end))];
    if (!signs.includes("#") || !signs.includes("") || (!sign && !signs[1])) continue;
    const used = at + signs.indexOf("");
    const numbers = numbered(at + 1 + signs.indexOf("#"), at + 1 + signs.lastIndexOf("#"));
    const place = { line: used + 1, column: lines[used].search(/[^ ]|$/) + 1 };
    yield { first: at + 1, end: at + 1 + signs.length, half: problemAt(place, "half", key, numbers) };
  }
}

const numbered = (first, last) => fillGaps(window.checkRules.numbered[first === last ? 0 : 1], [first, last]);
