/* The search box and what it shows. The finding is done in find.js; what is typed goes nowhere. */
import { label, make } from "./shared.js";

const SHOWN = 8;
/* Somebody who finds nothing is led on, and to a person. */
const WAYS_ON = [
  ["reference/a-to-z.html", label("search-way-a-to-z")],
  ["faq/index.html", label("search-way-questions")],
  ["reference/services.html", label("search-way-services")],
];

class Search {
  constructor(box, place, root, stays) {
    Object.assign(this, { box, root, stays, finder: new window.Finder(window.searchIndex) });
    /* What is announced has to be there, and not hidden, before it changes; what is seen stands with the results. */
    this.heard = make("p", { class: "mf-visually-hidden", role: "status" });
    this.seen = make("p", { "aria-hidden": "true" });
    this.list = make("ul");
    this.panel = make("div", { class: "mf-search-results", hidden: "" }, this.seen, this.list);
    place.append(this.heard, this.panel);
    box.addEventListener("input", () => this.show());
    box.addEventListener("focus", () => {
      if (box.value) this.panel.hidden = false;
    });
    place.addEventListener("keydown", (event) => this.press(event));
    place.addEventListener("focusout", (event) => {
      if (!stays && !place.contains(event.relatedTarget)) this.panel.hidden = true;
    });
    if (box.value) this.show();
  }

  show() {
    const typed = this.box.value.trim();
    const results = typed ? this.finder.find(typed).slice(0, SHOWN) : [];
    const isFruitless = typed && !results.length;
    this.list.replaceChildren(...(isFruitless ? this.waysOn() : results.map((result) => this.item(result))));
    this.panel.hidden = !typed;
    if (!typed) this.say("");
    else this.say(isFruitless ? label("search-nothing-found") : label("search-results", { count: results.length }));
  }

  say(words) {
    this.heard.textContent = words;
    this.seen.textContent = words;
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
      make("span", { class: "mf-result-kind" }, place.kindName),
    );
    if (page && page !== place)
      item.append(make("span", { class: "mf-secondary" }, label("search-in", { page: page.title })));
    if (place.extract) item.append(make("p", {}, place.extract));
    if (place.phone) {
      const number = make("a", { href: `tel:${place.phone.replace(/ /g, "")}` }, place.phone);
      item.append(make("p", {}, label("call"), " ", number));
    }
    return item;
  }

  waysOn() {
    return WAYS_ON.map(([address, text]) => make("li", {}, this.link(address, text)));
  }

  /* Down and up go through the results, Enter goes to the first, Escape closes and goes back to the box. */
  press(event) {
    const stops = [this.box, ...this.list.querySelectorAll(".mf-result-link")];
    const at = stops.indexOf(document.activeElement);
    const step = event.key === "Enter" && at === 0 ? 1 : { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && at >= 0 && !this.panel.hidden) {
      event.preventDefault();
      stops[Math.min(Math.max(at + step, 0), stops.length - 1)].focus();
    } else if (event.key === "Escape" && !this.panel.hidden) {
      event.preventDefault();
      this.box.focus();
      this.panel.hidden = !this.stays;
    }
  }
}

window.startSearch = (box, place, root, stays) => new Search(box, place, root, stays);
