/* The words in which mistakes are told. They come from the program that checks content, and are not written here. */

/* An id, and a typed link or what stands for one. */
export const ID = "[a-z0-9]+(?:-[a-z0-9]+)*";
export const LINK = new RegExp(`^(?:([a-z]+):)?(${ID})(?:#(${ID}))?$`);

/* One mistake: where it stands, and its words with values in their places. */
export const problemAt = (at, id, ...values) => {
  const [message, remedy] = window.checkRules.phrases[id].map((words) => fillGaps(words, values));
  return { ...at, id, message, remedy };
};

export const fillGaps = (words, values) => words.replace(/\{(\d)\}/g, (_, at) => values[at]);

export const grouped = (count) => count.toLocaleString("en-GB");

/* The same rule by which the program finds the nearest of some words: how much two share, in the same order. */
export const nearest = (word, known, least = 0.6) => {
  const scored = known.map((other) => [(2 * shared(other, word)) / (other.length + word.length || 1), other]);
  const near = scored.filter(([score]) => score >= least);
  near.sort(([score, one], [otherScore, other]) => otherScore - score || (one < other ? 1 : -1));
  return near.length ? near[0][1] : null;
};

const shared = (one, other) => {
  const { size, start, otherStart } = longestMatch(one, other);
  if (!size) return 0;
  const before = shared(one.slice(0, start), other.slice(0, otherStart));
  return size + before + shared(one.slice(start + size), other.slice(otherStart + size));
};

const longestMatch = (one, other) => {
  let best = { size: 0, start: 0, otherStart: 0 };
  let row = [];
  for (let start = 0; start < one.length; start += 1) {
    const next = [];
    for (let otherStart = 0; otherStart < other.length; otherStart += 1) {
      if (one[start] !== other[otherStart]) continue;
      const size = (row[otherStart - 1] || 0) + 1;
      next[otherStart] = size;
      if (size > best.size) best = { size, start: start - size + 1, otherStart: otherStart - size + 1 };
    }
    row = next;
  }
  return best;
};

/* A mistake of one phrase with the remedy of another. */
export const withRemedy = (problem, id, ...values) => ({
  ...problem,
  remedy: problemAt(problem, id, ...values).remedy,
});

/* A mistake whose remedy is the word that was surely meant, or else what its phrase says. */
export const problemOfWord = (at, id, word, known, ...values) => {
  const near = nearest(word, [...known].sort());
  const problem = problemAt(at, id, word, ...values);
  return near ? withRemedy(problem, "did-you-mean", near) : problem;
};

/* The place of a character in a text that begins somewhere. Signs outside the plane of common letters count once. */
export const placeAfter = (before, at = { line: 1, column: 1 }) => {
  const lines = before.split("\n");
  const count = [...lines[lines.length - 1]].length;
  return { line: at.line + lines.length - 1, column: (lines.length > 1 ? 1 : at.column) + count };
};

/* The place in the file of a line and column of a text, which may have been joined from several lines. */
export const placeIn = ({ start, isExact, joints = [] }, line, column = 0) => {
  if (!isExact && !joints.length) return start;
  const reached = [{ before: 0, ...start }, ...joints].filter(({ before }) => isExact || before <= column);
  const last = joints.length ? reached[reached.length - 1] : { before: 0, ...start };
  return { line: last.line + line, column: last.column + column - last.before };
};
