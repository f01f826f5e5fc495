/* Presents the page itself: its headings become slides in place, and Escape gives the page back. */
import { besideScripts, fetchScript, make } from "./shared.js";

const WITHOUT_TEXT = "h1, h2, h3, .mf-nations, .mf-one-side";
const article = document.querySelector("article");

const makeSlide = (parts, at) => {
  const slide = make("div", { class: "mf-slide", id: `slide-${at + 1}` });
  parts[0].before(slide);
  slide.append(...parts);
};

const makeSlides = () => {
  const groups = [];
  for (const part of article.children) {
    const hasHeading = part.querySelector(":scope > h2, :scope > summary > :is(h2, h3)");
    if (!groups.length || hasHeading || part.matches("h1, h2, h3")) groups.push([]);
    groups[groups.length - 1].push(part);
  }
  // A heading with nothing below it goes before the next one.
  groups.forEach((group, at) => {
    if (!groups[at + 1] || !group.every((part) => part.matches(WITHOUT_TEXT))) return;
    groups[at + 1] = [...group, ...groups[at + 1]];
    groups[at] = [];
  });
  groups.filter((group) => group.length).forEach(makeSlide);
};

document.addEventListener("deckleft", () => {
  for (const slide of article.querySelectorAll(".mf-slide")) slide.replaceWith(...slide.childNodes);
});

window.presentPage = () => {
  const from = document.activeElement; // it loses the focus when slides are made around it
  makeSlides();
  window.startDeck(from);
};

const style = make("link", { rel: "stylesheet", href: besideScripts("deck.css") });
style.addEventListener("load", () =>
  fetchScript("deck.js", () => {
    window.startDeck(); // the first time it only gets ready
    window.presentPage();
  }),
);
document.head.append(style);
