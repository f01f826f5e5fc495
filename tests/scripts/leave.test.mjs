import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { ADDRESS, openPage, words } from "./page.mjs";

const opened = (href = "https://a.example/site/plain.html") => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  return openPage(`
    <a data-leave href="${href}">Leave</a><p class="mf-status"></p>
    <p id="plain" aria-label="Reading list"></p>`).run("leave.js");
};
const shift = (page, ...between) => {
  page.document.fire("keydown", { key: "Shift" });
  for (const name of between) page.document.fire("keydown", { key: name });
  page.document.fire("keyup", { key: "Shift" });
};
const said = (page) => page.one("p").textContent;
const isLeft = (page) => page.location.href !== ADDRESS;

test("the link puts another page in the place of this one, which is covered at once", () => {
  const page = opened();
  assert.equal(page.one("a").fire("click").defaultPrevented, true);
  const cover = page.one(".mf-leave-cover");
  assert.equal(page.location.href, "https://a.example/site/plain.html");
  assert.equal(page.document.body.classList.contains("mf-leaving"), true);
  assert.deepEqual([cover.getAttribute("role"), cover.textContent], ["alert", words("leave-loading")]);
  assert.equal(page.document.activeElement, cover);
});

test("while the other page is on its way, the name of the tab says nothing of this one", () => {
  const page = opened();
  page.one("a").fire("click");
  assert.equal(page.document.title, words("leave-loading"));
});

test("a page that the browser brings back as it was left is whole, and can be left again", () => {
  const page = opened();
  shift(page);
  shift(page);
  shift(page);
  page.window.fire("pageshow", { persisted: true });
  assert.equal(page.one(".mf-leave-cover"), null);
  assert.equal(page.document.body.classList.contains("mf-leaving"), false);
  assert.deepEqual([page.document.title, said(page)], ["A page", ""]);
  page.location.href = ADDRESS;
  for (let press = 0; press < 3; press += 1) shift(page);
  assert.equal(isLeft(page), true);
});

test("a link from elsewhere opens what is folded away", () => {
  const page = openPage(
    `<a data-leave href="https://a.example/x">Leave</a><p class="mf-status"></p>
     <details><summary>A need</summary><p id="need">Who helps</p></details>`,
    `${ADDRESS}#need`,
  ).run("leave.js");
  assert.equal(page.one("details").open, true);
});

test("within one file the other part is shown, and the title is its own", () => {
  const page = opened(`${ADDRESS}#plain`);
  Object.defineProperty(page.one("a"), "hash", { value: "#plain" });
  page.one("a").fire("click");
  assert.deepEqual([page.location.href, page.document.title], [`${ADDRESS}#plain`, "Reading list"]);
  assert.equal(page.one(".mf-leave-cover"), null);
});

test("Shift three times leaves, and the first two are counted aloud", () => {
  const page = opened();
  const told = [2, 1].map((count) => {
    shift(page);
    return [said(page), words("leave-press-again", { count })];
  });
  for (const [actual, expected] of told) assert.equal(actual, expected);
  assert.equal(isLeft(page), false);
  shift(page);
  assert.deepEqual([isLeft(page), said(page)], [true, ""]);
});

test("capital letters are no presses of Shift, and any other key begins the count anew", () => {
  const page = opened();
  for (const letter of ["A", "B", "C", "D"]) shift(page, letter);
  assert.deepEqual([isLeft(page), said(page)], [false, ""]);
  shift(page);
  shift(page);
  page.document.fire("keydown", { key: "Tab" });
  assert.equal(said(page), "");
  shift(page);
  assert.deepEqual([isLeft(page), said(page)], [false, words("leave-press-again", { count: 2 })]);
});

test("five seconds after the last press the count is over, the reader is told, and then left in peace", () => {
  const page = opened();
  shift(page);
  mock.timers.tick(4999);
  shift(page);
  mock.timers.tick(4999);
  assert.equal(said(page), words("leave-press-again", { count: 1 }));
  mock.timers.tick(1);
  assert.equal(said(page), words("leave-still-here"));
  shift(page);
  assert.equal(isLeft(page), false);
  mock.timers.tick(5000);
  mock.timers.tick(5000);
  assert.equal(said(page), "");
});

test("presses on the way do not ask for the other page again, which would begin anew on a slow line", () => {
  const page = opened();
  let asked = 0;
  page.location.replace = () => {
    asked += 1;
  };
  for (let press = 0; press < 6; press += 1) shift(page);
  assert.equal(asked, 1);
});

test("what reads the page aloud is asked for once, where there are voices and files beside the page", () => {
  const html = '<a data-leave href="https://a.example/site/plain.html">Leave</a><p class="mf-status"></p>';
  const asked = (more, src = "https://a.example/site/assets/leave.js") => {
    const page = openPage(html, undefined, more);
    page.document.currentScript = { src };
    page.run("leave.js");
    for (const move of ["pointerover", "keydown", "pointerover"]) page.document.fire(move, { key: "Tab" });
    return page.all("script").length;
  };
  assert.deepEqual([asked({ speechSynthesis: {} }), asked({}), asked({ speechSynthesis: {} }, "")], [1, 0, 0]);
});

test("the voice that reads the page is silent before the other page comes", () => {
  const page = opened();
  let silenced = 0;
  page.window.stopListening = () => {
    silenced += 1;
  };
  page.one("a").fire("click");
  assert.equal(silenced, 1);
});
