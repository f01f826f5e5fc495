/*
 * What depends on where and when a copy is read: the school's own details, and the age of the copy.
 * Values of local-details.txt reach the page as text alone. Without that file every page reads as it was built.
 */
import { afterDetails, label, longDate, make, today } from "./shared.js";

const LIMITS = { text: 200, phone: 40, link: 300, image: 60, page: 60 };
const PHONE = /^(\+?\d[\d ()-]{1,20}\d)(?:,? ?(?:ext\.?|extension) ?\d{1,6})?$/i;
const PICTURE = /^[a-z0-9][\w-]*\.(?:png|jpe?g|svg|webp|gif)$/i;
const PAGE = /^[a-z0-9][\w-]*\.(?:html|pdf)$/i;
/* Controls, and marks that turn the direction of the text around them. */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not reach a page
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]+/g;
const DAY = 864e5;

const kindOf = (id) => /-(phone|link|image|page)$/.exec(id)?.[1] || "text";

const secureAddress = (text) => {
  try {
    const url = new URL(text);
    const isPlain = url.protocol === "https:" && !url.username && !url.password;
    return isPlain && /\.[a-z]{2,}$/i.test(url.hostname) ? url.href : "";
  } catch {
    return "";
  }
};

const show = (text) => ({ text, why: "" });
const refuse = (why) => ({ text: "", why });

/* Returns what may be shown of a value, and why not when nothing may. */
const clean = (id, value) => {
  const kind = kindOf(id);
  const limit = LIMITS[kind];
  if (value === undefined || value === null || value === "") return show("");
  if (typeof value !== "string") return refuse(label("detail-not-text"));
  const isWhole = value.length <= 4 * limit;
  const text = value
    .slice(0, 4 * limit)
    .replace(INVISIBLE, " ")
    .replace(/\s+/g, " ")
    .trim();
  if (kind === "text") {
    const cut = [...text].slice(0, limit).join("");
    return cut === text && isWhole ? show(text) : { text: cut, why: label("detail-cut") };
  }
  if (!text) return show("");
  if (text.length > limit || !isWhole) return refuse(label("detail-too-long"));
  if (kind === "phone" && !PHONE.test(text)) return refuse(label("detail-not-a-phone-number"));
  if (kind === "link" && !secureAddress(text)) return refuse(label("detail-not-an-address"));
  if (kind === "image" && !PICTURE.test(text)) return refuse(label("detail-not-a-picture"));
  if (kind === "page" && !PAGE.test(text)) return refuse(label("detail-not-a-page"));
  return show(text);
};

/* Returns a value as it stands in the file, which may hold anything. */
const given = (details, id) => (Object.keys(details).includes(id) ? details[id] : "");

const shownText = (details, id) => {
  try {
    return clean(id, given(details, id)).text;
  } catch {
    return ""; // a value that cannot even be read
  }
};

const linkTo = (href, words) => make("a", /^https:/.test(href) ? { href, rel: "noreferrer" } : { href }, words);

/* The address of a file that lies beside the school's own, or below it. */
const besideDetails = (name) =>
  (document.querySelector("script[src$='local-details.txt']")?.src || "").replace(/[^/]*$/, "") + name;

const picture = (name, alt) => make("img", { src: besideDetails(name), alt });

/* Returns what an element shows for a detail, or null for what the page has there already. */
const shownFor = (details, id, words) => {
  const kind = kindOf(id);
  const text = shownText(details, id);
  if (kind === "link") {
    const name = shownText(details, id.replace(/link$/, "name"));
    return text ? linkTo(secureAddress(text), name || words) : name || null;
  }
  if (!text) return null;
  if (kind === "phone") return linkTo(`tel:${PHONE.exec(text)[1].replace(/[^\d+]/g, "")}`, text);
  return kind === "image" ? picture(text, shownText(details, "school-name")) : text;
};

/* What is no longer given gets its first words back. */
const fillElement = (details, element) => {
  element.first = element.first || { words: element.textContent, isMarked: element.classList.contains("mf-tag") };
  const shown = shownFor(details, element.dataset.local, element.dataset.words || element.first.words);
  if (shown === null && element.filled === undefined) return;
  element.filled = shown !== null;
  element.classList.toggle("mf-tag", !element.filled && element.first.isMarked);
  element.replaceChildren(element.filled ? shown : element.first.words);
};

const fillBlock = (block) => {
  const isFilled = [...block.querySelectorAll("[data-local]")].some((element) => element.filled);
  if (isFilled || block.filled) {
    block.hidden = !isFilled;
    block.nextElementSibling.hidden = isFilled;
  }
  block.filled = isFilled;
};

/* The menu of staff pages lists what a school has put into the folder for its own pages. */
const listOwnPages = (details, place) => {
  const pages = Object.keys(details)
    .filter((id) => /^our-\d+-page$/.test(id) && shownText(details, id))
    .sort()
    .map((id) => [shownText(details, id), shownText(details, id.replace(/page$/, "name"))]);
  const links = pages.map(([file, name]) => linkTo(besideDetails(`our-pages/${file}`), name || file));
  place.querySelector("ul").replaceChildren(...links.map((link) => make("li", {}, link)));
  place.hidden = !pages.length;
};

/* Fills every mark within a part of the page. */
const fill = (details, within) => {
  for (const element of within.querySelectorAll("[data-local]")) fillElement(details, element);
  within.querySelectorAll("[data-local-block]").forEach(fillBlock);
  for (const place of within.querySelectorAll(".mf-own-pages")) listOwnPages(details, place);
  const leaveTo = secureAddress(shownText(details, "leave-to-link"));
  for (const link of leaveTo ? within.querySelectorAll("[data-leave]") : []) {
    link.dataset.leave = leaveTo;
    if (link.href) link.href = leaveTo;
  }
};

const isPast = (day) => Boolean(day) && today() > day;

/* The notice stays at the foot of the screen: what a reader has begun to read does not move for it. */
const tellAge = () => {
  const { built, oldFrom, review } = document.body.dataset;
  if (today() < oldFrom) return;
  const count = Math.round((Date.parse(today()) - Date.parse(built)) / DAY);
  const told = isPast(review) ? `${label("age-review-passed", { date: longDate(review) })} ` : "";
  const words = `${label("age-made-on", { date: longDate(built), count })} ${told}${label("age-check")}`;
  const notice = make("aside", { class: "mf-copy-age", "aria-label": label("age-of-copy") }, words);
  document.querySelector("main").append(notice);
};

window.localTools = { clean, fill, given };
afterDetails(() => fill(Object(window.localDetails), document));
if (document.querySelector(".mf-header") && document.body.dataset.built) tellAge();
for (const entry of document.querySelectorAll("article [data-review]")) {
  if (isPast(entry.dataset.review)) entry.append(make("p", { class: "mf-outdated" }, label("age-number-may-be-old")));
}
