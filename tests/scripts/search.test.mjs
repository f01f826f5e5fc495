import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage, words } from "./page.mjs";

const PAGE = { page: "a.html", address: "a.html", title: "A page", kindName: "Guidance", extract: "How it goes." };
const PLACES = {
  page: PAGE,
  part: { ...PAGE, address: "a.html#part", title: "A part of it" },
  line: {
    page: "b.html",
    address: "b.html#line",
    title: "A line",
    kindName: "Helpline",
    extract: "",
    phone: "0117 496 0123",
  },
};

/* What is typed are the names of places to be found, so that the finder's own part is played by this one. */
class Finder {
  pages = { "a.html": PAGE };
  find(typed) {
    const names = typed.split(" ").filter((name) => PLACES[name.replace(/\d/g, "")]);
    return names.map((name) => ({ place: PLACES[name.replace(/\d/g, "")] }));
  }
}

const opened = (typed = "", stays = false) => {
  const page = openPage(`<div class="mf-search"><input type="search"></div><a href="x">Elsewhere</a>`, undefined, {
    Finder,
  });
  page.run("search.js");
  const [box, place] = [page.one("input"), page.one(".mf-search")];
  box.value = typed;
  box.focus();
  page.window.startSearch(box, place, "../", stays);
  return Object.assign(page, { box, place, panel: page.one(".mf-search-results") });
};
const typed = (page, text) => {
  page.box.value = text;
  page.box.fire("input");
  return page;
};
const key = (page, name) => page.document.activeElement.fire("keydown", { key: name });
const said = (page) => page.one("[role=status]").textContent;
const links = (page) => page.all(".mf-result-link").map((link) => link.href);

test("what is announced is there before it changes, and is not hidden", () => {
  const page = opened();
  assert.equal(said(page), "");
  assert.equal(page.one("[role=status]").closest("[hidden]"), null);
});

test("what was typed before the search came is searched for when it comes", () => {
  assert.deepEqual(links(opened("page")), ["../a.html"]);
});

test("results are counted for ears and for eyes alike", () => {
  const page = typed(opened(), "page line");
  const expected = words("search-results", { count: 2 });
  assert.deepEqual([said(page), page.one("[aria-hidden] ").textContent], [expected, expected]);
});

test("a result shows its kind, the page that it stands on, and its extract", () => {
  const page = typed(opened(), "part");
  assert.equal(page.one(".mf-result-kind").textContent, "Guidance");
  assert.equal(page.one(".mf-secondary").textContent, words("search-in", { page: "A page" }));
  assert.equal(page.one("li p").textContent, "How it goes.");
  assert.equal(typed(page, "page").one(".mf-secondary"), null);
});

test("a number in a result can be called", () => {
  const link = typed(opened(), "line").all("li a")[1];
  assert.deepEqual([link.href, link.textContent], ["tel:01174960123", "0117 496 0123"]);
});

test("no more results are shown than a reader takes in", () => {
  assert.equal(links(typed(opened(), "page1 page2 page3 page4 page5 page6 page7 page8 page9")).length, 8);
});

test("who finds nothing is told so, and led on from any folder", () => {
  const page = typed(opened(), "zzz");
  assert.equal(said(page), words("search-nothing-found"));
  assert.deepEqual(links(page), ["../reference/a-to-z.html", "../faq/index.html", "../reference/services.html"]);
});

test("blanks are nothing typed: results go, and nothing is said", () => {
  const page = typed(typed(opened(), "page"), "  ");
  assert.deepEqual([page.panel.hidden, said(page), links(page)], [true, "", []]);
});

test("down and up go through the results, no further than both ends", () => {
  const page = typed(opened(), "page line");
  const at = () => page.document.activeElement.textContent;
  const path = ["ArrowUp", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp"].map(
    (name) => key(page, name) && at(),
  );
  assert.deepEqual(path, ["", "A page", "A line", "A line", "A page", ""]);
});

test("Enter in the box goes to the best result, and opens it there", () => {
  const page = typed(opened(), "page line");
  assert.equal(key(page, "Enter").defaultPrevented, true);
  assert.equal(page.document.activeElement.textContent, "A page");
  assert.equal(key(page, "Enter").defaultPrevented, false);
});

test("Escape closes from anywhere, goes back to the box, and keeps what was typed", () => {
  const page = typed(opened(), "page line");
  key(page, "ArrowDown");
  key(page, "Escape");
  assert.deepEqual([page.panel.hidden, page.document.activeElement, page.box.value], [true, page.box, "page line"]);
  assert.equal(key(page, "Escape").defaultPrevented, false);
});

test("results go when the reader goes on, stay while the keyboard is among them, and come back with it", () => {
  const page = typed(opened(), "page");
  page.box.fire("focusout", { relatedTarget: page.one(".mf-result-link") });
  assert.equal(page.panel.hidden, false);
  page.box.fire("focusout", { relatedTarget: page.all("a").at(-1) });
  assert.equal(page.panel.hidden, true);
  page.box.fire("focus");
  assert.equal(page.panel.hidden, false);
});

test("on the search page results stay, whatever the reader does", () => {
  const page = opened("page", true);
  key(page, "Escape");
  page.box.fire("focusout", { relatedTarget: null });
  assert.equal(page.panel.hidden, false);
});

/* With the finder and the index as they are published */
const published = openPage('<div class="mf-search"><input type="search"></div>');
for (const script of ["search-index.js", "find.js", "search.js"]) published.run(script);
const box = published.one("input");
published.window.startSearch(box, published.one(".mf-search"), "", false);
Object.assign(published, { box });

test("nothing that is typed breaks the search", () => {
  for (const text of ["...", "the", "constructor", "__proto__", "a".repeat(300), "💬", "<b>nudes</b>"]) {
    typed(typed(published, ""), text);
    assert.notEqual(said(published), "", text);
    assert.notDeepEqual(links(published), [], text);
    assert.equal(published.one("b"), null, text);
  }
});

test("a helpline that is asked for can be called from its result", () => {
  assert.ok(typed(published, "childline number").one('li a[href="tel:08001111"]'));
});
