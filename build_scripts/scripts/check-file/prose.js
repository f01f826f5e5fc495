/* Prose in itself: it keeps to the small set of Markdown, and its links are typed. */
import { leftOver, openQuotes, paragraphSlips } from "./prose-slips.js";
import { isSourceMark, lineOfNode, slug, toText, treeOf, walk } from "./prose-tree.js";
import { ID, LINK, placeIn, problemAt, problemOfWord } from "./words.js";

const LEFT = new RegExp(`(?:\\]\\()?\\b(([a-z]+):${ID})|\\]\\(`, "g");
const LISTS = ["bullet_list", "ordered_list"];
const OUTSIDE = ["http", "https", "mailto", "tel"];

let parser;

/* What is wrong with a piece of prose in itself: its text, where it starts, and whether its lines are those of the file. */
export const judgeProse = (prose) => {
  const { limits, kinds } = window.checkRules;
  parser = parser || new window.checkLibraries.MarkdownIt("commonmark").enable("table");
  const tokens = parser.parse(prose.text, {});
  const isTooDeep = tokens.some((token) =>
    [token, ...(token.children || [])].some(({ level }) => level > limits.deepest),
  );
  if (isTooDeep) return [problemAt(placeIn(prose, 0), "prose-too-deep")];
  const nodes = [...walk(treeOf(tokens))];
  const rules = [ofNodes, ofHeadings, ofTabs, ofLeftovers, ofSlips, ofLinks];
  return rules.flatMap((rule) => [...rule(prose, nodes, kinds)]);
};

/* Finds the places of inline nodes, for which the parser keeps only the lines of their block. */
const finderIn = (prose) => {
  const lines = prose.text.split("\n");
  let last = [0, 0];
  const search = (node, needle, skipped) => {
    const [first, end] = lineOfNode(node);
    let [line, column] = last[0] > first ? last : [first, last[0] === first ? last[1] : 0];
    for (; needle && line < Math.min(end, lines.length); line += 1, column = 0) {
      const at = lines[line].indexOf(needle.split("\n")[0], column);
      if (at >= 0) {
        last = [line, at + 1];
        return placeIn(prose, line, [...lines[line].slice(0, at + skipped)].length);
      }
    }
    return null;
  };
  const find = (node, needle) => search(node, needle, 0) || placeIn(prose, lineOfNode(node)[0]);
  /* The place of what a link leads to; its words may say the same. */
  find.target = (node, href) => (href && search(node, `](${href}`, 2)) || find(node, href || "()");
  return find;
};

function* ofNodes(prose, nodes) {
  const isInline = prose.format !== "prose";
  if (isInline && (nodes[0].children.length !== 1 || nodes[0].children[0].type !== "paragraph")) {
    yield problemAt(placeIn(prose, 0), "one-paragraph");
    return;
  }
  const find = finderIn(prose);
  const { inline, block } = window.checkRules;
  for (const node of nodes.filter(({ type }) => !inline.includes(type))) {
    const { type } = node;
    const [line] = lineOfNode(node);
    let at = placeIn(prose, line);
    if (type === "html_inline") at = find(node, node.content);
    if (type === "image") at = find(node, "![");
    if (type === "image") yield node.content.trim() ? refused(at, node) : problemAt(at, "no-alternative");
    else if (!(isInline ? inline : block).includes(type)) {
      if (!closesTag(node)) yield refused(at, node);
    } else if (type === "ordered_list" && (node.attributes.start ?? 1) !== 1) {
      yield problemAt(at, "list-start", node.attributes.start);
    } else {
      const shape = shapeOf(node);
      if (shape) yield problemAt(at, shape);
    }
  }
}

const refused = (at, { content, type }) => {
  const { inMarkdown, notAllowed } = window.checkRules;
  const [, tag, name] = /^\s*(<\/?([A-Za-z][A-Za-z0-9]*)[^>]*>?|<!--|<[!?])/.exec(content) || [];
  if (tag) {
    const problem = problemAt(at, "html", tag.slice(0, 20));
    return { ...problem, remedy: inMarkdown[(name || "").toLowerCase()] || problem.remedy };
  }
  const [message, remedy] = notAllowed[type];
  return { ...at, message, remedy };
};

const closesTag = (node) => {
  const tags = node.parent.children.filter(({ type }) => type === "html_inline");
  return node.type === "html_inline" && node.content.startsWith("</") && !tags[0].content.startsWith("</");
};

const shapeOf = (node) => {
  const { type, children, parent } = node;
  const before = parent ? parent.children[parent.children.indexOf(node) - 1] : null;
  if (["list_item", "blockquote"].includes(type) && !children.length) return "mark-alone";
  if (type === "table" && children.length === 1) return "table-no-rows";
  if ([...LISTS, "blockquote"].includes(type) && before?.type === type) return "new-list";
  if (type === "list_item" && !["paragraph", "heading"].includes(children[0].type)) return "item-no-words";
  if (type === "fence" && node.level) return "code-within";
  return type === "fence" && !node.content.trim() ? "code-empty" : null;
};

function* ofHeadings(prose, nodes) {
  let above = 1;
  const seen = new Map();
  for (const node of nodes.filter(({ type }) => type === "heading")) {
    const at = placeIn(prose, lineOfNode(node)[0]);
    const level = Number(node.tag[1]);
    const address = slug(toText(node));
    if (level === 1) yield problemAt(at, "main-heading");
    else if (level > above + 1) yield problemAt(at, "level-skipped", above + 1, "#".repeat(above + 1));
    if (seen.has(address)) yield problemAt(at, "same-address", seen.get(address));
    if (!address) yield problemAt(at, "heading-no-letter");
    if (node.parent.type !== "root") yield problemAt(at, "heading-within");
    above = Math.max(level, 2);
    seen.set(address, at.line);
  }
}

function* ofTabs(prose) {
  for (const [number, line] of prose.text.split("\n").entries()) {
    if (line.includes("\t")) yield problemAt(placeIn(prose, number, line.indexOf("\t")), "tab-used");
  }
}

function* ofLeftovers(prose, nodes, kinds) {
  const find = finderIn(prose);
  for (const node of nodes.filter(({ type }) => type === "text")) {
    for (const found of node.content.matchAll(LEFT)) {
      const link = kinds.includes(found[2]) ? found[1] : "";
      if (link) yield problemAt(find(node, link), "left-link", link);
      else if (found[0].startsWith("](")) yield problemAt(find(node, "]("), "left-bracket");
    }
  }
}

function* ofSlips(prose, nodes) {
  const lines = prose.text.split("\n");
  for (const node of nodes) {
    const [first, end] = lineOfNode(node);
    if (node.type === "paragraph") {
      const own = lines.slice(first, end);
      for (const found of [...paragraphSlips(own), ...openQuotes(own.join("\n"))]) {
        yield { ...found, ...placeIn(prose, first + found.line, found.column) };
      }
    }
    if (node.type === "inline") {
      const words = node.children.filter(({ type }) => type === "text").map(({ content }) => content);
      const sign = leftOver(words.join(""));
      if (sign && !node.content.includes(`\\${sign[0]}`)) {
        yield problemAt(finderIn(prose)(node, sign), "left-sign", sign);
      }
    }
  }
}

function* ofLinks(prose, nodes, kinds) {
  const find = finderIn(prose);
  for (const node of nodes.filter(({ type }) => type === "link")) {
    const { href } = node.attributes;
    const at = find.target(node, href);
    const problem = ofLink(at, href, kinds);
    if (problem) yield problem;
    else if (!toText(node).trim() && !isSourceMark(node)) yield problemAt(at, "link-no-words", href);
  }
}

const ofLink = (at, href, kinds) => {
  const [, scheme] = /^([a-z][a-z0-9+.-]*):/.exec(href) || [];
  if (href === "" || href === "#") return problemAt(at, "link-nowhere", href);
  if (kinds.includes(scheme)) return LINK.exec(href)?.[1] ? null : problemAt(at, "link-reference", href, scheme);
  if (OUTSIDE.includes(scheme)) return problemAt(at, "link-register", href);
  return scheme ? problemOfWord(at, "link-kind", scheme, kinds) : problemAt(at, "link-untyped", href);
};
