/* A file as text, or why it cannot be read. */
import { grouped, placeAfter, problemAt } from "./words.js";

const START = { line: 1, column: 1 };
const MARKS = [
  [0xff, 0xfe],
  [0xfe, 0xff],
];

/* That a file is too large, of which nothing more is told. */
export const sizeProblem = (size) =>
  size > window.checkRules.limits.bytes ? problemAt(START, "large", grouped(Math.floor(size / 1000))) : null;

/* The text of a file with plain line ends, or null, and what is wrong with it. */
export const textOf = (bytes) => {
  const { limits, patterns } = window.checkRules;
  if (MARKS.some(([one, other]) => bytes[0] === one && bytes[1] === other)) {
    return { text: null, problems: [problemAt(START, "utf-16")] };
  }
  const hasMark = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  const own = hasMark ? bytes.subarray(3) : bytes;
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let text;
  try {
    text = decoder.decode(own);
  } catch {
    return { text: null, problems: [notText(own)] };
  }
  if (!text.trim()) return { text: null, problems: [problemAt(START, "empty-file")] };
  text = text.replace(/\r\n?/g, "\n");
  const found = [...text.matchAll(new RegExp(patterns.control, "gu"))].slice(0, limits.told);
  const problems = found.map(({ 0: sign, index }) =>
    problemAt(
      placeAfter(text.slice(0, index)),
      "invisible",
      sign.codePointAt(0).toString(16).toUpperCase().padStart(4, "0"),
    ),
  );
  const lines = text
    .split("\n")
    .map((line, at) => ({ line: at + 1, column: 1, isVersion: line.startsWith("<<<<<<< ") }));
  problems.push(
    ...lines
      .filter(({ isVersion }) => isVersion)
      .map(({ line, column }) => problemAt({ line, column }, "two-versions")),
  );
  return { text, problems };
};

/* Where text in UTF-8 ends: the longest beginning that can be read. */
const notText = (bytes) => {
  const read = new TextDecoder().decode(bytes);
  const before = read.slice(0, read.indexOf("\ufffd"));
  const at = new TextEncoder().encode(before).length;
  return problemAt(placeAfter(before), "not-utf-8", bytes[at].toString(16).padStart(2, "0"));
};
