/* What serves a reader who moves through a page: contents that follow, links to headings, and at the foot the choice of
   light or dark, and on how many sides the page prints. */
import { button, fetchScript, fetchStyles, label, make } from "./shared.js";

const KEY = "scheme";
const SCHEMES = { "": label("scheme-device"), light: label("scheme-light"), dark: label("scheme-dark") };
const A4 = { width: "182mm", height: (265 * 96) / 25.4 }; // without its margins
const root = document.documentElement;

const store = (value) => {
  try {
    if (value) localStorage.setItem(KEY, value);
    else localStorage.removeItem(KEY);
  } catch {
    /* The choice then lasts for this page only. */
  }
};

const paint = (value) => {
  if (value === "light" || value === "dark") root.dataset.scheme = value;
  else delete root.dataset.scheme;
};

const offerSchemes = (place) => {
  const buttons = Object.entries(SCHEMES).map(([value, text]) =>
    button(text, () => {
      store(value);
      paint(value);
      mark();
    }),
  );
  const mark = () => {
    const chosen = Math.max(0, Object.keys(SCHEMES).indexOf(root.dataset.scheme || ""));
    for (const [at, element] of buttons.entries()) element.setAttribute("aria-pressed", String(at === chosen));
  };
  place.setAttribute("role", "group");
  place.setAttribute("aria-labelledby", "scheme-label");
  place.append(make("span", { id: "scheme-label" }, label("scheme-colours")), ...buttons);
  mark();
};

/* Lays the page out as on paper for a moment, without painting it, and counts sides of A4. The links stay as they are:
   WebKit would fetch their styles anew. */
const countSides = (sheets) => {
  const { style } = document.body;
  const before = window.scrollY;
  for (const { sheet } of sheets) sheet.media.mediaText = "all";
  root.dataset.measuring = "";
  style.width = A4.width;
  const { height } = document.body.getBoundingClientRect();
  style.width = "";
  for (const { sheet } of sheets) sheet.media.mediaText = "print";
  delete root.dataset.measuring;
  window.scrollTo(0, before);
  const count = height / A4.height;
  return Math.max(1, Math.ceil(count > 5 ? count * 1.05 : count - 0.02)); // what is kept together leaves gaps
};

/* A page that counts its own papers has said so already. */
const sayCount = (message, sheets) => {
  if (message.textContent) return;
  const sides = countSides(sheets);
  message.textContent =
    sides === 1 ? label("print-one-side") : label("print-sides", { sides, count: Math.ceil(sides / 2) });
  const also = document.querySelector(".mf-print-note");
  if (also) also.textContent = `${message.textContent} ${label("print-without-colour")}`;
};

/* Counts just before the browser paints: until then WebKit looks for what is tapped where it would be on paper. */
const sayPrinting = (message) => {
  const sheets = [...document.querySelectorAll("link[media=print]")];
  const late = sheets.find((link) => !link.sheet);
  if (late) late.addEventListener("load", () => sayPrinting(message), { once: true });
  else window.requestAnimationFrame(() => sayCount(message, sheets));
};

/* «On this page» marks the heading that the reader has come to last, however far a key or a link took the page. */
const followReader = (contents) => {
  const links = [...contents.querySelectorAll("ul a")];
  const places = links.map((link) => document.getElementById(link.hash.slice(1)));
  const isMet = (place) =>
    place.getBoundingClientRect().top < window.innerHeight / 3 && !place.closest("details:not([open]) > :not(summary)");
  const mark = () => {
    const met = links.filter((_, at) => isMet(places[at])).pop();
    for (const link of links) link.removeAttribute("aria-current");
    if (!met) return;
    met.setAttribute("aria-current", "true");
    const isIdle = !contents.contains(document.activeElement); // what the keyboard is at stays where it is seen
    if (isIdle && contents.scrollHeight > contents.clientHeight)
      contents.scrollTop = met.offsetTop - contents.clientHeight / 2;
  };
  const watch = new IntersectionObserver(mark, { rootMargin: "1000000px 0px -66.7%" });
  for (const place of places) watch.observe(place);
};

/* What makes links beside headings is fetched when a mouse comes near one, on a touch screen, or when asked for; a page
   to type into asks for nothing while somebody types. */
const offerLinks = (message) => {
  const article = document.querySelector("article");
  if (!article?.querySelector("h2[id], h3[id], dt[id]") || article.querySelector("form")) return;
  let made;
  const makeLinks = () => {
    made = made || new Promise((done) => fetchStyles("heading-links.css", () => fetchScript("heading-links.js", done)));
    return made;
  };
  const toggle = button(label("heading-links"), () => makeLinks().then(() => window.showHeadingLinks(toggle)));
  toggle.setAttribute("aria-pressed", "false");
  message.before(toggle);
  article.addEventListener("pointerover", makeLinks, { once: true });
  if (window.matchMedia("(hover: none)").matches || article.matches(":hover")) makeLinks();
};

for (const contents of document.querySelectorAll(".mf-contents")) followReader(contents);
for (const place of document.querySelectorAll(".mf-colour-scheme")) offerSchemes(place);
if (window.speechSynthesis && document.querySelector(".mf-top-tools")) fetchScript("listen.js");
for (const message of document.querySelectorAll("main > .mf-page-tools > p")) {
  offerLinks(message);
  document.fonts
    .load("1em Paper")
    .finally(() => (window.requestIdleCallback || setTimeout)(() => sayPrinting(message)));
}
