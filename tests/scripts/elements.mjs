/* Elements as our scripts use them, and nothing more: a browser is a better judge of pages, but a slow one. */
import { matches } from "./selectors.mjs";
import { Branch } from "./tree.mjs";

const ALONE = ["br", "hr", "img", "input", "link"];
const TEXTS = { className: "class", href: "href", id: "id", media: "media", name: "name", src: "src", type: "type" };
const SWITCHES = ["disabled", "hidden", "open"];

const kebab = (key) => `data-${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
const camel = (name) => name.slice(5).replace(/-./g, (part) => part[1].toUpperCase());
const dataOf = (element) =>
  new Proxy(
    {},
    {
      get: (_, key) => element.getAttribute(kebab(key)) ?? undefined,
      has: (_, key) => element.hasAttribute(kebab(key)),
      set: (_, key, value) => element.setAttribute(kebab(key), value) ?? true,
      deleteProperty: (_, key) => element.removeAttribute(kebab(key)) ?? true,
      ownKeys: () => [...element.attributes.keys()].filter((name) => name.startsWith("data-")).map(camel),
      getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
    },
  );

export class Element extends Branch {
  attributes = new Map();
  scrollHeight = 0;
  style = {};

  constructor(name) {
    super();
    this.localName = name;
    this.tagName = name.toUpperCase();
    this.dataset = dataOf(this);
  }

  getAttribute(name) {
    return this.attributes.get(name) ?? null;
  }

  hasAttribute(name) {
    return this.attributes.has(name);
  }

  setAttribute(name, value) {
    this.attributes.set(name, String(value));
  }

  removeAttribute(name) {
    this.attributes.delete(name);
  }

  toggleAttribute(name, on) {
    if (on) this.setAttribute(name, "");
    else this.removeAttribute(name);
  }

  get classList() {
    const held = new Set(this.className.split(/\s+/).filter(Boolean));
    const put = (name, on = !held.has(name)) => {
      held[on ? "add" : "delete"](name);
      this.className = [...held].join(" ");
    };
    return { add: (name) => put(name, true), contains: (name) => held.has(name), toggle: put };
  }

  get isConnected() {
    return this.top.localName === "#document";
  }

  querySelectorAll(selector) {
    return [...this.within()].filter((element) => matches(element, selector, this));
  }

  querySelector(selector) {
    return this.querySelectorAll(selector)[0] ?? null;
  }

  matches(selector) {
    return matches(this, selector, this);
  }

  closest(selector) {
    return this.matches(selector) ? this : (this.parentNode?.closest(selector) ?? null);
  }

  /* Forms */
  get elements() {
    return this.querySelectorAll("input, select, textarea");
  }

  get value() {
    return this.typed ?? this.getAttribute("value") ?? "";
  }

  set value(text) {
    this.typed = String(text);
  }

  get checked() {
    return this.ticked ?? this.hasAttribute("checked");
  }

  set checked(on) {
    if (this.type === "radio")
      for (const other of this.top.querySelectorAll(`[name=${this.name}]`)) other.ticked = false;
    this.ticked = on;
  }

  reset() {
    for (const control of this.elements) Object.assign(control, { typed: undefined, ticked: undefined });
  }

  /* What somebody or a script does with it */
  click() {
    this.fire("click");
  }

  focus() {
    this.top.activeElement = this;
  }

  showModal() {
    this.open = true;
  }

  close() {
    this.open = false;
  }

  scrollIntoView() {}
}

for (const [property, name] of Object.entries(TEXTS)) {
  Object.defineProperty(Element.prototype, property, {
    get() {
      return this.getAttribute(name) ?? "";
    },
    set(value) {
      this.setAttribute(name, value);
    },
  });
}
for (const name of SWITCHES) {
  Object.defineProperty(Element.prototype, name, {
    get() {
      return this.hasAttribute(name);
    },
    set(on) {
      this.toggleAttribute(name, on);
    },
  });
}

/* Puts what a piece of HTML says into an element, and returns that. */
export const fill = (element, html) => {
  let place = element;
  for (const [, end, name, rest, text] of html.matchAll(/<(\/?)([a-z][a-z0-9]*)([^>]*)>|([^<]+)/g)) {
    if (text) place.append(text);
    else if (end) place = place.parentNode;
    else {
      const child = new Element(name);
      for (const [, key, value] of rest.matchAll(/([\w-]+)(?:="([^"]*)")?/g)) child.setAttribute(key, value ?? "");
      place.append(child);
      if (!ALONE.includes(name)) place = child;
    }
  }
  return element;
};
