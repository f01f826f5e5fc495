import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { openPage, press, words } from "./page.mjs";

const LABELS = { "": words("scheme-device"), light: words("scheme-light"), dark: words("scheme-dark") };
const SIDE = (265 * 96) / 25.4; // pixels of a side of A4 without its margins

/* What stands in each page, before anything is painted. */
const FRAME = readFileSync(new URL("../../overrides/main.html", import.meta.url), "utf-8");
const [, BEFORE_PAINT] = FRAME.match(/<script>(.*?)<\/script>/);

/* What a browser keeps, by name as well as by its functions; the test looks at it through its own variable. */
const storage = (kept = {}) =>
  new Proxy(kept, {
    get: (_, key) =>
      ({
        getItem: (name) => kept[name] ?? null,
        removeItem: (name) => delete kept[name],
        setItem: (name, value) => {
          kept[name] = value;
        },
      })[key] ?? kept[key],
  });
const fail = () => {
  throw new Error("storage is off");
};
const BROKEN = new Proxy({}, { get: fail });

const opened = (localStorage) =>
  openPage('<div class="mf-colour-scheme"></div>', undefined, { localStorage }).runText(BEFORE_PAINT).run("later.js");
const painted = (page) => page.document.documentElement.dataset.scheme || undefined;
const chosen = (page) => page.texts("[aria-pressed=true]");

test("without a choice the device decides, and that is said", () => {
  const page = opened(storage());
  assert.deepEqual([painted(page), chosen(page)], [undefined, [LABELS[""]]]);
});

test("a choice is painted at once, said, and kept for the next page", () => {
  const kept = {};
  const page = opened(storage(kept));
  press(page, LABELS.dark);
  assert.deepEqual([painted(page), chosen(page)], ["dark", [LABELS.dark]]);
  const next = opened(storage(kept));
  assert.deepEqual([painted(next), chosen(next)], ["dark", [LABELS.dark]]);
});

test("the device's own colours leave nothing behind", () => {
  const kept = { scheme: "light" };
  const page = opened(storage(kept));
  press(page, LABELS[""]);
  assert.deepEqual([painted(page), kept], [undefined, {}]);
});

test("where nothing can be kept, a choice holds for this page, and nothing breaks", () => {
  const page = opened(BROKEN);
  press(page, LABELS.light);
  assert.deepEqual([painted(page), chosen(page)], ["light", [LABELS.light]]);
});

test("where something else is kept under the same name, the device decides", () => {
  const page = opened(storage({ scheme: "sepia" }));
  assert.deepEqual(chosen(page), [LABELS[""]]);
});

const counting = async (sides, said, requestAnimationFrame) => {
  const page = openPage(`<main><div class="mf-page-tools"><p>${said}</p></div></main>`, undefined, {
    localStorage: storage(),
    requestIdleCallback: (act) => act(),
    requestAnimationFrame,
  });
  page.document.body.getBoundingClientRect = () => ({ height: sides * SIDE });
  page.document.fonts = { load: async () => [] };
  page.run("later.js");
  await new Promise(setImmediate);
  return page;
};
const told = async (sides, said = "") => (await counting(sides, said, (act) => act())).one("p").textContent;
const several = (sides) => words("print-sides", { sides, count: Math.ceil(sides / 2) });

test("a page says on how many sides of paper it prints, and never on less than one", async () => {
  assert.equal(await told(0), words("print-one-side"));
  assert.equal(await told(1.01), words("print-one-side"));
  assert.equal(await told(1.1), several(2));
  assert.equal(await told(3), several(3));
});

test("on long papers what is kept together leaves gaps, which are counted", async () => {
  assert.equal(await told(5), several(5));
  assert.equal(await told(10), several(11));
});

test("what a page has said of its own papers stands", async () => {
  assert.equal(await told(3, "Two papers"), "Two papers");
});

test("the page is laid out as on paper in a frame that is painted at once, so that no tap falls in between", async () => {
  const frames = [];
  const page = await counting(3, "", (act) => frames.push(act));
  assert.equal(page.one("p").textContent, "");
  for (const act of frames) act();
  assert.equal(page.one("p").textContent, several(3));
});
