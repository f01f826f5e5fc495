/* Presents the page itself: slides are filled with copies of its sections, and the page stays as it is. What does not
   fit on the screen goes on on the next slide; what helps a reader find their way is left out. */
import { besideScripts, fetchScript, label, make } from "./shared.js";

const MARK = "present"; // in the address, so that a reload goes on here
const HEADINGS = "h1, h2, h3, h4";
const FURNITURE = `.mf-page-tools, .mf-safety-line, .mf-nations, .mf-one-side, .mf-contacts, .mf-onward, .mf-talk,
  .mf-review-date, .mf-print-only, .mf-print-note, .mf-heading-link, .mf-source, .mf-mark, summary, script, form, nav`;
const DRAWN = ".mf-levels, .mf-map"; // drawings, which are shown whole
const article = document.querySelector("article");
const title = article.querySelector("h1").firstChild.textContent.trim();
let stage, slide, words;

/* A copy without what belongs to the original alone. */
const copyOf = (element) => {
  const copy = element.cloneNode(true);
  for (const part of copy.querySelectorAll(FURNITURE)) part.remove();
  for (const part of [copy, ...copy.querySelectorAll("[id]")]) part.removeAttribute("id");
  return copy;
};

const textOf = (heading) => copyOf(heading).textContent.trim();

/* The sentences of a paragraph, each with the links and the stress that it has. */
const sentencesOf = (paragraph) => {
  const whole = copyOf(paragraph);
  const text = whole.textContent;
  const ends = [...text.matchAll(/[.?!]["’”)]?\s+(?=\p{Lu})/gu)].map((found) => found.index + found[0].length);
  const range = document.createRange();
  const nodes = document.createTreeWalker(whole, NodeFilter.SHOW_TEXT);
  const edges = [];
  let passed = 0;
  for (let node = nodes.nextNode(); node; passed += node.data.length, node = nodes.nextNode())
    for (const end of ends) if (end > passed && end <= passed + node.data.length) edges.push([node, end - passed]);
  range.setStart(whole, 0);
  const parts = edges.map(([node, offset]) => {
    range.setEnd(node, offset);
    const part = range.cloneContents();
    range.setStart(node, offset);
    return part;
  });
  range.setEnd(whole, whole.childNodes.length);
  return [...parts, range.cloneContents()];
};

/* The blocks within a block that only holds others. */
const within = (block) =>
  block.matches("div, section, figure") && !block.matches(DRAWN)
    ? [...block.children].filter((part) => !part.matches(FURNITURE)).flatMap(within)
    : [block];

/* What can stand on slides of its own, with what holds it there. */
const piecesOf = (block) => {
  const shell = copyOf(block);
  if (block.matches("ul, ol, dl")) {
    shell.replaceChildren();
    return [...block.children].map((item, at) => ({ shell, part: copyOf(item), number: at + 1 }));
  }
  if (block.matches("table")) {
    const rows = [...shell.querySelectorAll("tbody tr")];
    for (const body of shell.querySelectorAll("tbody")) body.remove();
    return rows.map((part) => ({ shell, part }));
  }
  if (!block.matches("p")) return [{ shell: null, part: shell }];
  shell.replaceChildren();
  return sentencesOf(block).map((part) => ({ shell, part }));
};

const newSlide = (heading, look) => {
  slide?.classList.remove("mf-current-slide");
  words = make("div", { class: "mf-slide-words" }, make("h2", {}, heading));
  const face = make("div", { class: "mf-session-face", "data-look": look }, words);
  const id = `slide-${stage.childElementCount}`;
  slide = make("section", { class: "mf-slide mf-current-slide", id }, face);
  stage.append(slide);
};

const fits = () => slide.getBoundingClientRect().height <= window.innerHeight + 1;

/* Puts a piece below what stands there, in the same list or paragraph when it belongs to it. */
const put = ({ shell, part, number }) => {
  const isNew = words.lastElementChild.shell !== shell || !shell;
  const place = isNew && shell ? shell.cloneNode(true) : words.lastElementChild;
  if (!shell) words.append(part);
  if (isNew && shell) {
    place.shell = shell;
    if (place.matches("ol")) place.start = number;
    words.append(place);
  }
  if (shell) place.append(part);
  return isNew && shell ? place : null;
};

const add = (piece, heading) => {
  const inner = piece.part.nodeType === Node.DOCUMENT_FRAGMENT_NODE ? make("span", {}, piece.part) : piece.part;
  const made = put({ ...piece, part: inner });
  if (fits() || words.childElementCount + (words.lastElementChild.childElementCount || 1) <= 2) return;
  inner.remove();
  made?.remove();
  newSlide(label("deck-continued", { title: heading }), "list");
  put({ ...piece, part: inner });
};

/* Goes through the page; what is folded away is opened, and a heading begins a slide. */
const walk = (parts, above) => {
  let heading = above;
  let isOpen = false;
  for (const part of parts) {
    if (part.matches(HEADINGS)) {
      if (part.matches("h1")) continue;
      heading = textOf(part);
      isOpen = false;
    } else if (part.matches(FURNITURE) || part.hidden) continue;
    else if (part.matches("details") || part.querySelector(HEADINGS)) {
      const summary = part.querySelector(":scope > summary");
      if (summary?.nextElementSibling?.matches(HEADINGS)) newSlide(textOf(summary), "section");
      walk(part.children, summary ? textOf(summary) : heading);
      isOpen = false;
    } else if (!part.matches(".mf-levels + .mf-continuum") && part.textContent.trim()) {
      if (!isOpen) newSlide(heading, "list");
      isOpen = true;
      for (const piece of within(part).flatMap(piecesOf)) add(piece, heading);
    }
  }
};

const makeSlides = () => {
  stage = make("article", { class: "mf-page-slides" }, make("h1", {}, title));
  slide = null;
  article.hidden = true;
  article.after(stage);
  document.documentElement.dataset.deck = "present";
  newSlide(title, "title");
  walk(article.children, title);
  newSlide(label("deck-page-end"), "end");
  words.append(make("p", {}, label("deck-page-end-where", { title })));
};

document.addEventListener("deckleft", () => {
  stage.remove();
  article.hidden = false;
});

window.presentPage = () => {
  const from = document.activeElement; // it loses the focus when the page makes room for slides
  makeSlides();
  window.startDeck(from, [MARK]);
};

const style = make("link", { rel: "stylesheet", href: besideScripts("deck.css") });
style.addEventListener("load", () =>
  fetchScript("deck.js", () => {
    window.startDeck(); // the first time it only gets ready
    window.presentPage();
  }),
);
document.head.append(style);
