import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { ADDRESS, openPage, words } from "./page.mjs";

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

/* How long readers are left to type. */
const PAUSE = 500;
mock.timers.enable({ apis: ["setTimeout"] });
beforeEach(() => mock.timers.tick(PAUSE));

const opened = (typed = "", stays = false, address = ADDRESS) => {
  const page = openPage(`<div class="mf-search"><input type="search"></div><a href="x">Elsewhere</a>`, address, {
    Finder,
  });
  page.run("search.js");
  const [box, place] = [page.one("input"), page.one(".mf-search")];
  box.value = typed;
  box.focus();
  page.window.startSearch(box, place, "../", stays);
  return Object.assign(page, { box, place, panel: page.one(".mf-search-results") });
};
const typing = (page, text) => {
  page.box.value = text;
  page.box.fire("input");
  return page;
};
const typed = (page, text) => {
  typing(page, text);
  mock.timers.tick(PAUSE);
  return page;
};
const key = (page, name, more) => page.document.activeElement.fire("keydown", { key: name, ...more });
const said = (page) => page.one("[role=status]").textContent;
const seen = (page) => page.one(".mf-search-results [aria-hidden]").textContent;
const links = (page) => page.all(".mf-result-link").map((link) => link.href);
const found = (page) => links(page).filter((link) => !link.includes("#q="));
const pages = (count) => Array.from({ length: count }, (_, at) => `page${at}`).join(" ");

test("what is announced is there before it changes, and is not hidden", () => {
  const page = opened();
  assert.equal(said(page), "");
  assert.equal(page.one("[role=status]").closest("[hidden]"), null);
});

test("what was typed before the search came is searched for when it comes", () => {
  assert.deepEqual(found(opened("page")), ["../a.html"]);
});

test("results are counted for ears and for eyes alike", () => {
  const page = typed(opened(), "page line");
  const expected = words("search-results", { count: 2 });
  assert.deepEqual([said(page), seen(page)], [expected, expected]);
});

test("results come with each letter, and are announced once when the reader stops typing", () => {
  const page = typing(opened(), "page");
  assert.deepEqual([found(page), said(page)], [["../a.html"], ""]);
  mock.timers.tick(PAUSE - 1);
  typing(page, "page line");
  mock.timers.tick(PAUSE - 1);
  assert.deepEqual([found(page).length, said(page)], [2, ""]);
  mock.timers.tick(1);
  assert.equal(said(page), words("search-results", { count: 2 }));
});

test("that nothing is found is not shown between two letters", () => {
  const page = typing(opened(), "pag");
  assert.deepEqual([page.panel.hidden, seen(page), said(page)], [true, "", ""]);
  typing(typed(page, "page"), "pagex");
  assert.deepEqual([seen(page), found(page)], [words("search-results", { count: 1 }), ["../a.html"]]);
  mock.timers.tick(PAUSE);
  assert.deepEqual([seen(page), said(page)], [words("search-nothing-found"), words("search-nothing-found")]);
});

test("the parts of a result are read as separate words", () => {
  const text = typed(opened(), "part").one("li").textContent;
  assert.equal(text, `A part of it Guidance ${words("search-in", { page: "A page" })} How it goes.`);
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

test("no more results are shown than a reader takes in, and the last line leads to all of them", () => {
  const page = typed(opened(), pages(9));
  assert.equal(found(page).length, 8);
  assert.equal(said(page), words("search-best-results", { shown: 8, count: 9 }));
  const last = page.all(".mf-result-link").at(-1);
  assert.equal(last.textContent, words("search-all-results", { typed: pages(9) }));
  assert.equal(last.href, `../search.html#q=${pages(9).replaceAll(" ", "+")}`);
});

test("the search page shows all results, twenty more whenever they are asked for", () => {
  const page = typed(opened("", true), pages(45));
  const more = () => page.one("li button");
  assert.deepEqual([links(page).length, more().textContent], [20, words("search-show-more")]);
  more().click();
  assert.deepEqual([links(page).length, page.document.activeElement], [40, page.all(".mf-result-link")[20]]);
  assert.equal(said(page), words("search-best-results", { shown: 40, count: 45 }));
  more().click();
  assert.deepEqual([links(page).length, more(), said(page)], [45, null, words("search-results", { count: 45 })]);
  assert.equal(links(typed(page, pages(44))).length, 20);
});

test("on the search page the address keeps what is typed behind its hash, once the reader stops", () => {
  const page = typing(opened("", true), "page & line");
  assert.equal(page.location.href, ADDRESS);
  mock.timers.tick(PAUSE);
  assert.equal(page.location.href, `${ADDRESS}#q=page+%26+line`);
  assert.equal(typed(page, "").location.href, ADDRESS);
  assert.equal(typed(opened(), "page").location.href, ADDRESS);
});

test("an address with words brings their results again, announced as others are, and cut to what the box holds", () => {
  const page = opened("", true, `${ADDRESS}#q=page+line`);
  assert.deepEqual([page.box.value, links(page).length], ["page line", 2]);
  assert.equal(said(page), "");
  mock.timers.tick(PAUSE);
  assert.equal(said(page), words("search-results", { count: 2 }));
  page.box.maxLength = 4;
  page.location.replace(`${ADDRESS}#q=page${"e".repeat(40000)}`);
  page.window.fire("hashchange");
  assert.equal(page.box.value, "page");
  page.location.replace(`${ADDRESS}#main`);
  page.window.fire("hashchange");
  assert.deepEqual([page.box.value, links(page).length], ["page", 1]);
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
  const page = typed(opened("", true), "page line");
  const at = () => page.document.activeElement.textContent;
  const path = ["ArrowUp", "ArrowDown", "ArrowDown", "ArrowDown", "ArrowUp", "ArrowUp"].map(
    (name) => key(page, name) && at(),
  );
  assert.deepEqual(path, ["", "A page", "A line", "A line", "A page", ""]);
});

test("Enter in the box opens the best result, and does nothing while a word is composed or none is there", () => {
  const page = typing(opened(), "page line");
  const opens = [];
  page.one(".mf-result-link").addEventListener("click", () => opens.push("first"));
  assert.equal(key(page, "Enter", { isComposing: true }).defaultPrevented, false);
  assert.deepEqual(opens, []);
  assert.equal(key(page, "Enter").defaultPrevented, true);
  assert.deepEqual([opens, said(page)], [["first"], words("search-results", { count: 2 })]);
  key(typing(page, "zzz"), "Enter");
  assert.deepEqual([opens, said(page)], [["first"], words("search-nothing-found")]);
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
