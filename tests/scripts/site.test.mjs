import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, press, words } from "./page.mjs";

const LABELS = { "": words("scheme-device"), light: words("scheme-light"), dark: words("scheme-dark") };
const SIDE = (265 * 96) / 25.4; // pixels of a side of A4 without its margins

const storage = (kept = {}) => ({
  getItem: (key) => kept[key] ?? null,
  removeItem: (key) => delete kept[key],
  setItem: (key, value) => {
    kept[key] = value;
  },
});
const fail = () => {
  throw new Error("storage is off");
};
const BROKEN = { getItem: fail, removeItem: fail, setItem: fail };

const opened = (localStorage) =>
  openPage('<div class="mf-colour-scheme"></div>', undefined, { localStorage }).run("site.js");
const painted = (page) => page.document.documentElement.dataset.scheme;
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

test("what is kept by something else under the same name is not painted", () => {
  const page = opened(storage({ scheme: "sepia" }));
  assert.deepEqual([painted(page), chosen(page)], [undefined, [LABELS[""]]]);
});

const told = async (sides) => {
  const page = openPage('<div class="mf-page-tools"></div>', undefined, {
    localStorage: storage(),
    requestIdleCallback: (act) => act(),
  });
  page.document.body.getBoundingClientRect = () => ({ height: sides * SIDE });
  page.document.fonts = { load: async () => [] };
  page.run("site.js");
  await new Promise(setImmediate);
  return page.one("p").textContent;
};
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
