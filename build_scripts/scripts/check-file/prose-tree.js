/* Markdown as a tree: its nodes have the names that the program's own parser gives them. */

const REGISTERED = ["document", "service", "statistic", "survey"];
const INLINE = ["text", "softbreak", "hardbreak", "em", "strong", "link", "code_inline", "inline", "root"];

/* The tree of the tokens of a text. */
export const treeOf = (tokens) => {
  const root = { type: "root", children: [], content: "", map: null, parent: null };
  fill(root, tokens);
  return root;
};

const fill = (parent, tokens) => {
  let within = parent;
  for (const token of tokens) {
    if (token.nesting === -1) within = within.parent;
    else {
      const node = nodeOf(token, within);
      within.children.push(node);
      if (token.children) fill(node, token.children);
      if (token.nesting === 1) within = node;
    }
  }
};

const nodeOf = ({ attrs, content, level, map, tag, type }, parent) => ({
  attributes: Object.fromEntries(attrs || []),
  children: [],
  content,
  level,
  map,
  parent,
  tag,
  type: type.replace(/_open$/, ""),
});

export function* walk(node) {
  yield node;
  for (const child of node.children) yield* walk(child);
}

/* The lines of a text on which a node stands, from the first to the one after it. */
export const lineOfNode = (node) => {
  let block = node;
  while (block.parent && !block.map) block = block.parent;
  return block.map || [0, 0];
};

export const isSourceMark = ({ attributes, children, type }) =>
  type === "link" &&
  children.length === 1 &&
  children[0].content === "source" &&
  REGISTERED.some((kind) => attributes.href.startsWith(`${kind}:`));

/* The words of a node without any markup and without the marks of sources. */
export const toText = (node) => {
  const { children, content, type } = node;
  if (type === "softbreak" || type === "hardbreak") return " ";
  if (isSourceMark(node)) return "";
  if (!children.length) return ["text", "code_inline", "fence"].includes(type) ? content : "";
  const words = children.map(toText);
  return INLINE.includes(children[0].type) ? words.join("") : words.join(" ").trim();
};

/* The address of a heading: lower-case words joined by hyphens. */
export const slug = (words) => {
  const plain = words.normalize("NFKD").replace(/[^\0-\x7f]/g, "");
  return (
    plain
      .toLowerCase()
      .replaceAll("'", "")
      .match(/[a-z0-9]+/g) || []
  ).join("-");
};
