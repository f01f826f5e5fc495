/* What every staff page does: the reader's choice of light or dark, printing, the search box, opening hours,
   and what is fetched only where it is needed. */
import { button, fetchScript, label, make, today, unfoldForLinks } from "./shared.js";

const KEY = "scheme";
const SCHEMES = { "": label("scheme-device"), light: label("scheme-light"), dark: label("scheme-dark") };
/* The index lies outside assets, under one name for good: else each word changed would give every page new bytes. */
const SEARCH = ["../search-index.js", "find.js"];
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
  return Math.max(1, Math.ceil(count > 5 ? count * 1.07 : count - 0.02)); // what is kept together leaves gaps
};

const offerPrinting = (place) => {
  const sheets = [...document.querySelectorAll("link[media=print]")];
  const late = sheets.find((link) => !link.sheet);
  if (late) {
    late.addEventListener("load", () => offerPrinting(place), { once: true });
    return;
  }
  const message = make("p");
  place.append(message);
  const sides = countSides(sheets);
  message.textContent =
    sides === 1 ? label("print-one-side") : label("print-sides", { sides, count: Math.ceil(sides / 2) });
  const also = document.querySelector(".mf-print-note");
  if (also) also.textContent = `${message.textContent} ${label("print-without-colour")}`;
};

/* A page of guidance can be shown to a room; what does it is fetched when somebody asks. */
const present = () => {
  if (window.presentPage) window.presentPage();
  else fetchScript("present.js");
};

/* The link to the search page becomes a box; what searches is fetched when the reader reaches for it. */
const offerSearch = (link) => {
  const place = link.parentNode;
  const isSearchPage = place.classList.contains("mf-search-page");
  const start = isSearchPage ? "" : link.getAttribute("href").replace(/search\.html$/, "");
  const words = link.textContent;
  const box = make("input", {
    type: "search",
    class: link.className,
    placeholder: words,
    "aria-label": words,
    autocomplete: "off",
    spellcheck: "false",
    maxlength: "200",
  });
  let isFetched = false;
  const fetchSearch = () => {
    if (isFetched) return;
    isFetched = true;
    for (const name of SEARCH) fetchScript(name);
    fetchScript("search.js", () => window.startSearch(box, place, start, isSearchPage));
  };
  box.addEventListener("focus", fetchSearch);
  box.addEventListener("pointerover", fetchSearch);
  link.replaceWith(box);
  if (!isSearchPage) return;
  box.focus();
  fetchSearch(); // a page that is opened behind others has no focus yet
};

/* Opening hours are worked out when the reader comes near them. */
const watchHours = () => {
  const watch = new IntersectionObserver((entries) => {
    if (!entries.some((entry) => entry.isIntersecting)) return;
    watch.disconnect();
    fetchScript("hours.js");
  });
  for (const place of document.querySelectorAll(".mf-opening-hours")) watch.observe(place);
};

/* On top of a page of guidance, and at the foot of every page. */
const offerTools = (place) => {
  if (document.getElementById("in-short")) place.append(button(label("present-page"), present));
  place.append(button(label("print-page"), () => window.print()));
};

/* What makes links beside headings is fetched when a mouse comes near one, on a touch screen, or when asked for; a page
   to type into asks for nothing while somebody types. */
const offerLinks = (place) => {
  const article = document.querySelector("article");
  if (article.querySelector("form")) return;
  let made;
  const makeLinks = () => {
    made = made || new Promise((done) => fetchScript("heading-links.js", done));
    return made;
  };
  const toggle = button(label("heading-links"), () => makeLinks().then(() => window.showHeadingLinks(toggle)));
  toggle.setAttribute("aria-pressed", "false");
  place.append(toggle);
  article.addEventListener("pointerover", makeLinks, { once: true });
  if (window.matchMedia("(hover: none)").matches) makeLinks();
};

const offerFoot = (place) => {
  offerTools(place);
  if (document.querySelector("article h2[id], article h3[id], article dt[id]")) offerLinks(place);
  document.fonts
    .load("1em Paper")
    .finally(() => (window.requestIdleCallback || setTimeout)(() => offerPrinting(place)));
};

const holdsDetails = () => {
  try {
    return Object.keys(window.localDetails || {}).length > 0;
  } catch {
    return true; // what judges a file of that kind is the script that is fetched
  }
};

const isOld = () =>
  today() >= document.body.dataset.oldFrom ||
  [...document.querySelectorAll("article [data-review]")].some(({ dataset }) => today() > dataset.review);

/* What shows a school's own details, and tells that a copy is old, comes where there is something to show. */
const showLocalDetails = () => {
  if (!window.localTools && (holdsDetails() || isOld())) fetchScript("local-details.js");
};

const start = (selector, act) => {
  const place = document.querySelector(selector);
  if (place) act(place);
};

/* On a phone a panel goes when a heading of this page is chosen, and when the keyboard leaves it. */
const closePanels = () => {
  for (const panel of document.querySelectorAll("[popover]")) {
    const close = () => panel.matches(":popover-open") && panel.hidePopover();
    panel.addEventListener("click", (event) => event.target.closest("a[href^='#']") && close());
    panel.addEventListener("focusout", ({ relatedTarget: next }) => next && !panel.contains(next) && close());
  }
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
    if (contents.scrollHeight > contents.clientHeight) contents.scrollTop = met.offsetTop - contents.clientHeight / 2;
  };
  const watch = new IntersectionObserver(mark, { rootMargin: "1000000px 0px -66.7%" });
  for (const place of places) watch.observe(place);
};

showLocalDetails();
unfoldForLinks();
closePanels();
start(".mf-contents", followReader);
start(".mf-search-field", offerSearch);
start(".mf-colour-scheme", offerSchemes);
start(".mf-opening-hours", watchHours);
start(".mf-top-tools", offerTools);
if (document.getElementById("in-short") && window.location.hash.startsWith("#present&")) present();
start("main > .mf-page-tools", offerFoot);
