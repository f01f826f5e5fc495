/* A page as a script finds it: its HTML, its window, and what readers are told, are asked and are given. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { Element, fill } from "./elements.mjs";
import { Event, Target } from "./events.mjs";

const BUILT = process.env.BUILT_SCRIPTS;
/* What the build wrote beside the scripts. */
export const readBuilt = (name) => readFileSync(join(BUILT, name), "utf-8");
const LABELS = JSON.parse(readBuilt("labels.json"));
export const ADDRESS = "https://a.example/site/page.html";

/* The words of a label as they come to a page, so that an editor may change them without any test. */
export const words = (id, values = {}) => {
  if (!LABELS[id]) throw new Error(`there is no label '${id}'`);
  const [text, one] = LABELS[id];
  return (one && values.count === 1 ? one : text).replace(/\{(\w+)\}/g, (_, name) => values[name]);
};

const documentOf = (html) => {
  const document = new Element("#document");
  fill(document, `<html><head></head><body>${html}</body></html>`);
  const documentElement = document.firstElementChild;
  const [head, body] = documentElement.children;
  return Object.assign(document, {
    createElement: (name) => new Element(name),
    getElementById: (id) => [...document.within()].find((element) => id && element.id === id) ?? null,
    currentScript: { src: "https://a.example/site/assets/script.js" },
    activeElement: body,
    body,
    documentElement,
    head,
    title: "A page",
  });
};

/* The address of a page: what is put behind its «#», and where it goes on to. */
const locationOf = (address) => ({
  href: address,
  get hash() {
    return new URL(this.href).hash;
  },
  origin: new URL(address).origin,
  protocol: new URL(address).protocol,
  replace(next) {
    this.href = next;
  },
});

/* The window of a page. What scripts do to the world is noted in the page. */
const windowOf = (page, more) => {
  class Files extends URL {
    static createObjectURL(blob) {
      page.saved.push(blob);
      return "blob:one";
    }
    static revokeObjectURL() {}
  }
  class IntersectionObserver {
    constructor(act) {
      this.act = act;
    }
    observe(place) {
      page.watched.push({ place, comeNear: () => this.act([{ isIntersecting: true, target: place }], this) });
    }
    disconnect() {}
  }
  return Object.assign(new Target(), {
    IntersectionObserver,
    ...{ document: page.document, Event, innerHeight: 600, location: page.location, scrollY: 0, URL: Files },
    CSS: { supports: () => true },
    confirm: (question) => page.asked.push(question) && page.agrees,
    history: {
      replaceState: (_state, _title, next) => page.location.replace(new URL(next, page.location.href).href),
    },
    performance: { getEntriesByType: () => [] },
    matchMedia: () => ({ matches: false }),
    print: () => {
      page.printed += 1;
    },
    scrollTo: () => {},
    ...more,
  });
};

/*
 * Opens a page of some HTML. A reader who is asked something says yes as long as `agrees` is set. A script that sends
 * or stores anything fails, as there is nothing to do it with but what a test brings.
 */
export const openPage = (html, address = ADDRESS, more = {}) => {
  const document = documentOf(html);
  const noted = { asked: [], printed: 0, saved: [], watched: [] };
  const page = { agrees: true, document, location: locationOf(address), ...noted };
  const window = windowOf(page, more);
  const names = [...new Set(["fetch", "localStorage", "sessionStorage", ...Object.keys(window)])];
  const runText = (text) => {
    new Function("window", ...names, text)(window, ...names.map((name) => window[name]));
    return page;
  };
  const run = (script) => runText(`${readBuilt(script)}//# sourceURL=${script}`);
  return Object.assign(page, {
    all: (selector) => document.querySelectorAll(selector),
    one: (selector) => document.querySelector(selector),
    run,
    runText,
    texts: (selector) => document.querySelectorAll(selector).map((element) => element.textContent.trim()),
    window,
  });
};

/* Presses the button of these words. */
export const press = (page, text) =>
  page
    .all("button")
    .find((button) => button.textContent === text)
    .click();

/* Types or ticks as a reader does. */
export const enter = (control, value) => {
  if (typeof value === "boolean") control.checked = value;
  else control.value = value;
  control.fire("input");
  control.fire("change");
};
