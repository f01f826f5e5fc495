import assert from "node:assert/strict";
import { test } from "node:test";
import { enter, openPage, words } from "./page.mjs";

const ENTRIES = `
  <section data-nations="england wales" data-kind="law" data-on="2026-01-10">First</section>
  <section data-nations="scotland" data-kind="advice" data-on="2026-03-01">Second</section>
  <section data-nations="england scotland" data-kind="law advice">Undated</section>`;
const TERMS = '<h3>A term</h3><dl data-nations="wales">Its meaning</dl>';

const opened = (html, place = '<div class="mf-filter-place"></div><p data-filter="date"></p>') => {
  const Option = function Option(text, value) {
    return Object.assign(page.document.createElement("option"), { textContent: text, value });
  };
  const page = openPage(`<article>${place}${html}</article>`, undefined, { Option });
  return page.run("filter.js");
};
const shown = (page) =>
  page
    .all("[data-nations]")
    .filter((each) => !each.hidden)
    .map((each) => each.textContent);
const choose = (page, values) => {
  for (const [name, value] of Object.entries(values)) enter(page.one(`#filter-${name}`), value);
  return shown(page);
};

test("at first everything is shown, and counted", () => {
  const page = opened(ENTRIES);
  assert.equal(shown(page).length, 3);
  assert.equal(page.one("[role=status]").textContent, words("filter-shown", { shown: 3, count: 3 }));
});

test("what is chosen narrows down together, and nothing chosen gives all back", () => {
  const page = opened(ENTRIES);
  assert.deepEqual(choose(page, { nation: "england" }), ["First", "Undated"]);
  assert.deepEqual(choose(page, { kind: "advice" }), ["Undated"]);
  assert.equal(page.one("[role=status]").textContent, words("filter-shown", { shown: 1, count: 3 }));
  assert.deepEqual(choose(page, { nation: "", kind: "" }), ["First", "Second", "Undated"]);
});

test("from a day on that day is included, and what has no date stays", () => {
  assert.deepEqual(choose(opened(ENTRIES), { since: "2026-03-01" }), ["Second", "Undated"]);
});

test("only kinds that there are can be chosen", () => {
  const texts = opened(ENTRIES).texts("#filter-kind option");
  assert.deepEqual(texts, [words("filter-every-kind"), words("filter-law"), words("filter-advice")]);
});

test("a term goes with the heading above it", () => {
  const page = opened(TERMS);
  choose(page, { nation: "scotland" });
  assert.deepEqual([page.one("dl").hidden, page.one("h3").hidden], [true, true]);
});

test("a page that has no place for it stays as it was built", () => {
  const page = opened(ENTRIES, "");
  assert.deepEqual([shown(page).length, page.one("form")], [3, null]);
});
