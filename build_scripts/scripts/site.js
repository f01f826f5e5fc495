/* What every staff page does at once: the search box, the contents, the buttons to print and present, and what is
   fetched only where it is needed. */
import { afterDetails, button, fetchScript, fetchStyles, label, make, today, unfoldForLinks } from "./shared.js";

/* The index lies outside assets, under one name for good: else each word changed would give every page new bytes. */
const SEARCH = ["../search-index.js", "find.js"];

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
    fetchStyles("search.css");
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

/* What stands far down is fetched when the reader comes near it. */
const fetchNear = (selector, rootMargin, fetchIt) => {
  const arrive = (entries, watch) => {
    if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
    watch.disconnect();
    fetchIt();
  };
  const watch = new IntersectionObserver(arrive, { rootMargin });
  for (const place of document.querySelectorAll(selector)) watch.observe(place);
};

/* What serves a reader who moves is fetched at the first move, or at once where the foot of the page is near. */
let isLater = false;
const fetchLater = () => {
  if (!isLater) fetchScript("later.js");
  isLater = true;
};

/* On top of a page of guidance, and at the foot of every page. */
const offerTools = (place) => {
  if (document.getElementById("in-short")) place.append(button(label("present-page"), present));
  place.append(button(label("print-page"), () => window.print()));
};

const offerFoot = (place) => {
  offerTools(place);
  place.append(make("p")); // for the number of sides
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

afterDetails(showLocalDetails);
unfoldForLinks();
closePanels();
start(".mf-search-field", offerSearch);
start(".mf-top-tools", offerTools);
if (document.getElementById("in-short") && window.location.hash.startsWith("#present&")) present();
start("main > .mf-page-tools", offerFoot);
fetchNear(".mf-opening-hours", "0px", () => fetchScript("hours.js"));
fetchNear(".mf-print-note, footer", "100%", fetchLater);
for (const move of ["pointerover", "scroll", "keydown"]) document.addEventListener(move, fetchLater, { once: true });
if (window.matchMedia("(hover: none)").matches) fetchLater(); // no mouse comes first to show links to headings
