/* The search box and what it shows. The finding is done in find.js. What is typed goes nowhere; on the search page it
   stands in the address behind «#», which no server gets, so that Back and a shared link bring the results again. */
import { button, label, make } from "./shared.js";

/* Results shown at first: in the box of other pages, and on the search page, where more can be asked for. */
const SHOWN = [8, 20];
/* Milliseconds after the last key until results are announced: not between letters. */
const PAUSE = 500;
/* The name of what is typed in the address. */
const KEY = "q";
/* Somebody who finds nothing is led on, and to a person. */
const WAYS_ON = [
  ["reference/a-to-z.html", label("search-way-a-to-z")],
  ["faq/index.html", label("search-way-questions")],
  ["reference/services.html", label("search-way-services")],
];

class Search {
  constructor(box, place, root, stays) {
    Object.assign(this, { box, root, stays, results: [], finder: new window.Finder(window.searchIndex) });
    /* What is announced has to be there, and not hidden, before it changes; what is seen stands with the results. */
    this.heard = make("p", { class: "mf-visually-hidden", role: "status" });
    this.seen = make("p", { "aria-hidden": "true" });
    this.list = make("ul");
    this.panel = make("div", { class: "mf-search-results", hidden: "" }, this.seen, this.list);
    place.append(this.heard, this.panel);
    box.addEventListener("input", () => this.type());
    box.addEventListener("blur", () => this.settle());
    box.addEventListener("focus", () => {
      if (this.typed) this.panel.hidden = false;
    });
    place.addEventListener("keydown", (event) => this.press(event));
    place.addEventListener("focusout", (event) => {
      if (!stays && !place.contains(event.relatedTarget)) this.panel.hidden = true;
    });
    if (stays) window.addEventListener("hashchange", () => this.readAddress());
    if (box.value) this.type();
    else if (stays) this.readAddress();
  }

  get typed() {
    return this.box.value.trim();
  }

  readAddress() {
    const typed = new URLSearchParams(location.hash.slice(1)).get(KEY);
    if (!typed) return;
    this.box.value = typed.slice(0, this.box.maxLength);
    this.type();
  }

  /* Results come with each letter. That there are none is said after the pause: the next letter may bring some. */
  type() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.settle(), PAUSE);
    this.results = this.typed ? this.finder.find(this.typed) : [];
    this.shown = SHOWN[Number(this.stays)];
    if (this.results.length) this.draw();
    else if (!this.typed) this.settle();
  }

  /* What comes when the reader stops typing. */
  settle() {
    if (!this.waiting) return;
    clearTimeout(this.waiting);
    this.waiting = 0;
    if (!this.results.length) this.draw();
    this.heard.textContent = this.seen.textContent;
    if (this.stays) history.replaceState(null, "", this.typed ? `#${this.query()}` : location.href.split("#")[0]);
  }

  /* What is typed, as a link to the search page has it behind «#». */
  query() {
    return new URLSearchParams({ [KEY]: this.typed });
  }

  draw() {
    this.list.replaceChildren(...this.rows());
    this.panel.hidden = !this.typed;
    this.seen.textContent = this.typed ? this.summary() : "";
  }

  summary() {
    const count = this.results.length;
    if (count > this.shown) return label("search-best-results", { shown: this.shown, count });
    return count ? label("search-results", { count }) : label("search-nothing-found");
  }

  /* Results, or what else somebody can do who finds none. The last row leads to more of them on the search page, and
     from the box of other pages to all of them there. */
  rows() {
    if (!this.typed) return [];
    if (!this.results.length) return this.waysOn();
    const rows = this.results.slice(0, this.shown).map((result) => this.item(result));
    if (this.stays && this.results.length <= this.shown) return rows;
    const words = label("search-all-results", { typed: this.typed });
    const last = this.stays
      ? button(label("search-show-more"), () => this.showMore())
      : this.link(`search.html#${this.query()}`, words);
    return [...rows, make("li", {}, last)];
  }

  showMore() {
    const next = this.shown;
    this.shown += SHOWN[1];
    this.draw();
    this.heard.textContent = this.seen.textContent;
    this.links()[next].focus();
  }

  links() {
    return this.list.querySelectorAll(".mf-result-link");
  }

  link(address, text) {
    return make("a", { class: "mf-result-link", href: this.root + address }, text);
  }

  item({ place }) {
    const page = this.finder.pages[place.page];
    const item = make(
      "li",
      {},
      this.link(place.address, place.title),
      " ",
      make("span", { class: "mf-result-kind" }, place.kindName),
    );
    if (page && page !== place)
      item.append(" ", make("span", { class: "mf-secondary" }, label("search-in", { page: page.title })));
    if (place.extract) item.append(" ", make("p", {}, place.extract));
    if (place.phone) {
      const number = make("a", { href: `tel:${place.phone.replace(/ /g, "")}` }, place.phone);
      item.append(" ", make("p", {}, label("call"), " ", number));
    }
    return item;
  }

  waysOn() {
    return WAYS_ON.map(([address, text]) => make("li", {}, this.link(address, text)));
  }

  /* Down and up go through the results, Enter opens the first, Escape closes and goes back to the box. */
  press(event) {
    const stops = [this.box, ...this.links()];
    const at = stops.indexOf(document.activeElement);
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && at >= 0 && !this.panel.hidden) {
      event.preventDefault();
      stops[Math.min(Math.max(at + step, 0), stops.length - 1)].focus();
    } else if (event.key === "Enter" && at === 0 && !event.isComposing) {
      event.preventDefault();
      this.settle();
      if (this.results.length) stops[1].click();
    } else if (event.key === "Escape" && !this.panel.hidden) {
      event.preventDefault();
      this.box.focus();
      this.panel.hidden = !this.stays;
    }
  }
}

window.startSearch = (box, place, root, stays) => new Search(box, place, root, stays);
