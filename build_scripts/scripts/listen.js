/* Reads the page aloud with a voice of the device itself: nothing is sent, and without such a voice nothing is offered.
   It begins with what is in sight, marks what it reads, and is silent as soon as the reader leaves or presses Escape.
   Screen readers are told nothing meanwhile: two voices at once are none. */
import { besideScripts, button, label, make } from "./shared.js";

const BLOCKS = "h1, h2, h3, h4, p, li, dt, dd, td, th, caption, figcaption, summary, blockquote";
const LEFT_OUT = `nav, form, script, svg, [hidden], [aria-hidden=true], .mf-page-tools, .mf-heading-link, .mf-print-only,
  .mf-print-note, .mf-source, .mf-mark`;
const PARTS = "h1, h2, h3";
/* Telephone numbers, which begin with 0, and the short numbers for calls and texts. */
const NUMBERS = /(?<![\d.,/:£-])(?:0\d+(?: \d+)*|116 ?\d{3}|999|111|101|112|119|105|[1-9]\d{4,5})(?![\d%/-]|[.,:]\d)/g;
const AGAIN = 100; // milliseconds; some browsers drop what is to be said at once after they were stopped
const MARK = "mf-heard";
const CLASS = "mf-heard-now";
const { speechSynthesis: device } = window;
const article = document.querySelector("article");
const sentences = window.Intl?.Segmenter && new Intl.Segmenter("en", { granularity: "sentence" });
let pieces = [];
let at = 0;
let turn = 0;
let state = "off";
let timer, saying;

/* The best voice that is on the device: an English one, from the United Kingdom if there is one. */
const findVoice = () => {
  const voices = device.getVoices().filter(({ lang, localService }) => localService && /^en(?![a-z])/i.test(lang));
  return voices.find(({ lang }) => /^en.GB/i.test(lang)) || voices.find((voice) => voice.default) || voices[0];
};

/* Numbers to call or text are read digit by digit, with a short rest between groups. */
const spoken = (text) =>
  text.replace(NUMBERS, (number) =>
    number
      .split(" ")
      .map((group) => [...group].join(" "))
      .join(", "),
  );

const textNodes = (element) =>
  [...element.childNodes].flatMap((node) => (node.nodeType === 3 ? [node] : textNodes(node)));

/* What is read, in order, without what is folded away: each block cut into sentences, which know the texts that they are made of. */
const findPieces = () => {
  const found = [];
  let block, nodes;
  const end = () => {
    const text = nodes.map(({ data }) => data).join("");
    const parts = sentences ? [...sentences.segment(text)] : [{ segment: text, index: 0 }];
    for (const { segment, index } of parts) {
      const said = segment.trim().replace(/\s+/g, " ");
      if (/[\p{L}\p{N}]/u.test(said))
        found.push({ block, from: index, nodes, said, to: index + segment.trimEnd().length });
    }
  };
  for (const node of textNodes(article)) {
    const parent = node.parentNode;
    if (parent.closest(LEFT_OUT) || parent.checkVisibility?.() === false) continue;
    const next = parent.closest(BLOCKS) || parent;
    if (next !== block) {
      if (block) end();
      [block, nodes] = [next, []];
    }
    nodes.push(node);
  }
  if (block) end();
  return found;
};

const rangeOf = ({ from, nodes, to }) => {
  const range = document.createRange();
  let passed = 0;
  for (const node of nodes) {
    const { length } = node.data;
    if (from >= passed && from <= passed + length) range.setStart(node, from - passed);
    if (to > passed && to <= passed + length) range.setEnd(node, to - passed);
    passed += length;
  }
  return range;
};

const isInSight = (block) => {
  const { bottom, top } = block.getBoundingClientRect();
  return bottom > 0 && top < window.innerHeight;
};

/* Marks the sentence where the browser can, else its block. Who has scrolled away is not taken back. */
const mark = (piece) => {
  const before = document.querySelector(`.${CLASS}`);
  const { highlights } = window.CSS || {};
  before?.classList.toggle(CLASS, false);
  highlights?.delete(MARK);
  if (!piece) return;
  piece.block.classList.toggle(CLASS, true);
  highlights?.set(MARK, new window.Highlight(rangeOf(piece)));
  if (before && before !== piece.block && isInSight(before) && !isInSight(piece.block))
    piece.block.scrollIntoView({ block: "center" });
};

const halt = () => {
  turn += 1;
  clearTimeout(timer);
  device.cancel();
};

const show = (next) => {
  state = next;
  bar.dataset.state = state;
  main.textContent = { off: label("listen"), on: label("listen-pause"), paused: label("listen-go-on") }[state];
};

const stop = (why = "") => {
  halt();
  mark();
  show("off");
  message.textContent = why;
  if (bar.contains(document.activeElement)) main.focus();
};

const speak = () => {
  const piece = pieces[at];
  if (!piece) {
    stop();
    return;
  }
  const mine = turn;
  const voice = findVoice();
  mark(piece);
  saying = new window.SpeechSynthesisUtterance(spoken(piece.said)); // kept, or it may be gone before its end
  Object.assign(saying, { voice, lang: voice?.lang, rate: Number(speed.value) });
  saying.onend = () => {
    if (mine !== turn) return;
    at += 1;
    speak();
  };
  saying.onerror = () => mine === turn && stop(label("listen-failed"));
  device.speak(saying);
};

/* Begins a sentence, or begins it again: a pause of the browser's own ends what is said on some phones. */
const begin = () => {
  halt();
  message.textContent = label("listen-heard");
  show("on");
  timer = setTimeout(speak, AGAIN);
};

/* Begins with what is in sight, below the bar that may stay on top. */
const start = () => {
  const top = document.querySelector("header")?.getBoundingClientRect().bottom || 0;
  const isSeen = ({ block }) => isInSight(block) && block.getBoundingClientRect().top >= top;
  pieces = findPieces();
  at = Math.max(0, pieces.findIndex(isSeen));
  begin();
};

const pause = () => {
  halt();
  show("paused");
};

const goToNextPart = () => {
  const next = pieces.findIndex(({ block }, place) => place > at && block !== pieces[at].block && block.matches(PARTS));
  if (next < 0) {
    stop();
    return;
  }
  at = next;
  pieces[at].block.scrollIntoView();
  begin();
};

const makeSpeed = () => {
  const speeds = [
    ["0.75", label("listen-slow")],
    ["1", label("listen-usual")],
    ["1.25", label("listen-fast")],
  ];
  const options = speeds.map(([value, text]) =>
    make("option", value === "1" ? { value, selected: "" } : { value }, text),
  );
  const select = make("select", { "aria-label": label("listen-speed") }, ...options);
  select.value = "1";
  select.addEventListener("change", () => state === "on" && begin());
  return select;
};

const main = button(label("listen"), () => ({ off: start, on: pause, paused: begin })[state]());
const speed = makeSpeed();
const message = make("p", { role: "status" });
const more = [button(label("listen-next"), goToNextPart), button(label("listen-stop"), () => stop())];
const bar = make(
  "div",
  { class: "mf-listen", role: "group", "aria-label": label("listen-bar") },
  main,
  ...more,
  speed,
  message,
);
const style = make("link", { rel: "stylesheet", href: besideScripts("listen.css") });
let isOffered = false;

/* A browser may learn only after a while which voices there are. */
const offer = () => {
  if (isOffered || !findVoice()) return;
  isOffered = true;
  style.addEventListener("load", () => article.after(bar));
  document.head.append(style);
};

show("off");
window.stopListening = () => state !== "off" && stop();
window.addEventListener("pagehide", window.stopListening);
document.addEventListener(
  "keydown",
  (event) => event.key === "Escape" && !event.defaultPrevented && window.stopListening(),
);
/* On a page for young people nobody hears what is not in sight any more. */
document.addEventListener(
  "visibilitychange",
  () => document.hidden && document.querySelector("[data-leave]") && window.stopListening(),
);
device.onvoiceschanged = offer;
offer();
