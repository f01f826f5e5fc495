/* Slips in Markdown that nothing refuses: what was meant as a list, a table or bold is printed as it was typed. */
import { fillGaps, problemAt } from "./words.js";

/* The slips in the lines of a paragraph, by line and column from 0. */
export function* paragraphSlips(lines) {
  if (lines[0].includes("|") && lines.length > 1 && lines.every((line) => line.trim().startsWith("|"))) {
    const inner = lines[0].trim().replace(/^\|+|\|+$/g, "");
    const columns = inner.split("|").length;
    yield problemAt({ line: 0, column: 0 }, "table-no-rule", `|${" --- |".repeat(columns)}`);
    return;
  }
  for (const [number, line] of lines.entries()) {
    for (const [begins, ...words] of window.checkRules.lines) {
      const found = new RegExp(`^(?:${begins})`, "u").exec(line.trimStart());
      if (!found) continue;
      const [message, remedy] = words.map((text) => fillGaps(text.replaceAll("{}", "{0}"), [found[1]]));
      yield { line: number, column: line.length - line.trimStart().length, message, remedy };
    }
  }
}

/* The first quotation mark of each kind that has no other half. */
export function* openQuotes(text) {
  for (const [opens, closes] of Object.entries(window.checkRules.quotes)) {
    let begun = null;
    let lone = null;
    for (const found of text.matchAll(new RegExp(`[${opens}${closes}]`, "g"))) {
      const isOpening = found[0] === opens;
      if (isOpening === (begun !== null)) {
        lone = found.index;
        break;
      }
      begun = isOpening ? found.index : null;
    }
    if (begun !== null) yield quoteAt(text, begun, "quote-open", opens, closes);
    else if (lone !== null) yield quoteAt(text, lone, "quote-end", closes, opens);
  }
}

const quoteAt = (text, at, ...words) => {
  const lines = text.slice(0, at).split("\n");
  return problemAt({ line: lines.length - 1, column: lines[lines.length - 1].length }, ...words);
};

/* The first sign of bold, emphasis or code that is printed as it was typed, or nothing. */
export const leftOver = (words) => new RegExp(window.checkRules.patterns.left, "u").exec(words)?.[0];
