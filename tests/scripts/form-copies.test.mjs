import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, press, words } from "./page.mjs";

const field = (id, places) =>
  `<div class="mf-field" id="${id}" ${places && `data-places="${places}"`}><p><span class="mf-question-number">${id}</span>Q</p></div>`;
const choice = (file, title, more = "") =>
  `<input type="radio" name="copy" id="copy-${file}" value="${file}" ${more}><label for="copy-${file}">${title}</label>`;
const FORM = `<form class="mf-form">
  <div class="mf-copy-top" data-copy="mine">Mine</div>
  <fieldset class="mf-form-part"><h2 data-places="plan:2 mine:1"><span class="mf-question-number">2.</span>Part</h2>
  <div class="mf-part-intro" data-places="plan:2">Intro</div>
  ${field("2.1", "plan:2.1 mine:1.1")}${field("2.2", "plan:2.2")}${field("2.3", "plan:2.3 mine:1.2 mine-too:1")}${field("2.4", "")}
  </fieldset><p class="mf-chosen-copy"></p><button data-act="print">print</button></form>`;
const DIALOG = `<dialog class="mf-copies">${choice("plan", "Plan", "checked")}${choice("mine", "My plan", "data-goes-home")}
  <button data-act="print-copy">print it</button><button data-act="close-copies">close</button></dialog>`;

const opened = (html = FORM + DIALOG) => openPage(html).run("form-copies.js");
const printed = (page, file) => {
  press(page, "print");
  page.one(`#copy-${file}`).checked = true;
  press(page, "print it");
  return page;
};
const leftOut = (page) =>
  page.all(".mf-left-out").map((element) => element.id || element.className || element.localName);
const numbers = (page) => page.texts(".mf-printed-number");
const on = (page, name) => page.document.documentElement.hasAttribute(name);

test("a form of one copy is printed at once", () => {
  const page = opened(FORM);
  press(page, "print");
  assert.equal(page.printed, 1);
});

test("where there are several, print asks which, and printing waits for the answer", () => {
  const page = opened();
  press(page, "print");
  assert.deepEqual([page.one("dialog").open, page.printed], [true, 0]);
  press(page, "close");
  assert.deepEqual([page.one("dialog").open, page.printed, leftOut(page)], [false, 0, []]);
});

test("a copy shows what has a place on it, with the numbers that it has there", () => {
  const page = printed(opened(), "mine");
  assert.deepEqual([page.printed, page.one("dialog").open], [1, false]);
  assert.deepEqual(leftOut(page), ["mf-part-intro mf-left-out", "2.2", "2.4"]);
  assert.deepEqual(numbers(page), ["1.", "1.1", "1.2"]);
});

test("a question that says of no copy whether it may show it is on none but that of the page", () => {
  assert.ok(leftOut(printed(opened(), "mine")).includes("2.4"));
});

test("a copy has its own words above, its own title, and goes home without the name of this guide", () => {
  const page = printed(opened(), "mine");
  assert.deepEqual(page.texts(".mf-copy-top.mf-current"), ["Mine"]);
  assert.deepEqual(
    [page.document.title, on(page, "data-other-copy"), on(page, "data-goes-home")],
    ["My plan", true, true],
  );
});

test("the choice stands for every print until another is made, and the page says so", () => {
  const page = printed(opened(), "mine");
  page.window.fire("afterprint");
  assert.deepEqual(leftOut(page).length, 3);
  assert.equal(page.one(".mf-chosen-copy").textContent, words("form-prints", { copy: "My plan" }));
  printed(page, "plan");
  assert.deepEqual(leftOut(page), ["2.4"]);
  assert.deepEqual(
    [page.document.title, on(page, "data-other-copy"), on(page, "data-goes-home")],
    ["A page", false, false],
  );
  assert.deepEqual([page.one(".mf-chosen-copy").textContent, page.texts(".mf-copy-top.mf-current")], ["", []]);
});
