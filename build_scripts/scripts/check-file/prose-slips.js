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

/* The first sign of bold, emphasis or code that is printed as it was typed, or nothing. */
export const leftOver = (words) => new RegExp(window.checkRules.patterns.left, "u").exec(words)?.[0];
