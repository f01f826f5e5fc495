/* A link beside each heading and each entry of a list: a click copies its address. */
import { label, make } from "./shared.js";

const NAMED = "h2[id], h3[id], dt[id], tr[id], .mf-corrections > li, .mf-statistics li[id]";
const SVG = "http://www.w3.org/2000/svg";
const CHAIN = "M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-6-6l-1 1M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 6 6l1-1";
const PEN = { fill: "none", stroke: "currentColor", "stroke-width": "2", "stroke-linecap": "round" };
const root = document.documentElement;
const status = make("p", { class: "mf-link-status", role: "status" });

const drawn = (tag, attributes, ...children) => {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

const say = (text) => {
  status.textContent = text;
  setTimeout(() => {
    if (status.textContent === text) status.textContent = "";
  }, 5000);
};

/* Without a clipboard, or where it is refused, the link leads where it says. */
const copy = (event, link, title) => {
  if (!navigator.clipboard || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  navigator.clipboard.writeText(link.href).then(
    () => say(label("link-copied", { title })),
    () => location.assign(link.href),
  );
};

/* Until they are asked for, a mouse alone meets them: they would double the stops of the Tab key, and every heading. */
const setReach = (link, isShown) => {
  link.tabIndex = isShown ? 0 : -1;
  link.setAttribute("aria-hidden", String(!isShown));
};

const linkTo = (place) => {
  const title = (place.querySelector("th, strong") || place).textContent.trim();
  const link = make("a", {
    class: "mf-heading-link",
    href: `#${place.id}`,
    "aria-label": label("copy-link", { title }),
  });
  link.append(drawn("svg", { viewBox: "0 0 24 24", width: 20, height: 20, ...PEN }, drawn("path", { d: CHAIN })));
  link.addEventListener("click", (event) => copy(event, link, title));
  setReach(link, false);
  (place.querySelector("th") || place).append(link);
  return link;
};

const links = [...document.querySelector("article").querySelectorAll(NAMED)].map(linkTo);
document.querySelector("main").append(status);

window.showHeadingLinks = (toggle) => {
  const isShown = toggle.getAttribute("aria-pressed") !== "true";
  toggle.setAttribute("aria-pressed", String(isShown));
  root.toggleAttribute("data-links", isShown);
  for (const link of links) setReach(link, isShown);
};
