import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { openPage, words } from "./page.mjs";

const mark = (id, text = "neutral words", more = "") => `<span data-local="${id}"${more}>${text}</span>`;
const shown = (details, html) =>
  openPage(`<script src="https://a.example/site/local-details.txt"></script>${html}`, undefined, {
    localDetails: details,
  }).run("local-details.js");
const filled = (id, value, more) => shown({ [id]: value }, mark(id, undefined, more)).one("[data-local]");
const { clean } = shown({}, "").window.localTools;

const MARKUP = '<img src=x onerror="hit()"><script>hit()</script>';
const INVISIBLE = "\u0000\u001b\u00ad\u061c\u200b\u200e\u202e\u2028\u2066\u2069\ufeff";

test("a name stands where the neutral words stood", () => {
  assert.equal(filled("dsl-name", "Ms Shah").textContent, "Ms Shah");
});

test("markup stays text: nothing is built from it", () => {
  const element = filled("dsl-name", MARKUP);
  assert.deepEqual([element.textContent, element.children], [MARKUP, []]);
});

test("what is not given, empty or blank leaves the page as it was built", () => {
  for (const value of [undefined, null, "", "   ", INVISIBLE]) {
    assert.equal(filled("dsl-name", value).textContent, "neutral words", JSON.stringify(value));
  }
});

test("a file that is no list of details leaves the page as it was built", () => {
  for (const details of [undefined, null, "Ms Shah", 7]) {
    assert.equal(shown(details, mark("dsl-name")).one("span").textContent, "neutral words", String(details));
  }
});

test("a value that cannot be read costs only itself", () => {
  const details = {
    get "dsl-name"() {
      throw new Error("no");
    },
    "dsl-room": "Room 4",
  };
  assert.deepEqual(shown(details, mark("dsl-name") + mark("dsl-room")).texts("span"), ["neutral words", "Room 4"]);
});

test("what a file makes all objects inherit is no detail", () => {
  Object.prototype["dsl-name"] = "nobody";
  const texts = shown({ "dsl-room": "Room 4" }, mark("dsl-name") + mark("dsl-room") + mark("constructor")).texts(
    "span",
  );
  delete Object.prototype["dsl-name"];
  assert.deepEqual(texts, ["neutral words", "Room 4", "neutral words"]);
});

for (const [name, value] of Object.entries(openPage("").run("hostile.js").window.hostile)) {
  test(`a value that is hostile is text or nothing: ${name}`, () => {
    const ids = ["dsl-name", "dsl-phone", "policy-link", "policy-name", "logo-image", "school-name"];
    const page = shown(Object.fromEntries(ids.map((id) => [id, value])), ids.map((id) => mark(id)).join(""));
    const inside = page.all("span").flatMap((span) => [...span.within()]);
    assert.deepEqual(
      [...new Set(inside.map((each) => each.localName))].filter((tag) => tag !== "a"),
      [],
    );
    for (const link of inside) assert.match(link.href, /^(?:tel:[+\d]+|https:\/\/[^<>"]+)$/);
    for (const text of page.texts("span")) {
      assert.ok([...text].length <= 300, `${text.length} characters`);
      assert.doesNotMatch(text, /[\p{Cc}\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u061c\ufeff]/u);
    }
  });
}

test("controls and marks that turn the direction of a text are taken out, accents and other scripts are not", () => {
  assert.equal(clean("dsl-name", `a${INVISIBLE}b\r\n c`).text, "a b c");
  assert.equal(clean("dsl-name", "Zoë O’Neill-Łuk מרים").text, "Zoë O’Neill-Łuk מרים");
});

test("a long text is cut by whole signs and the reason told", () => {
  assert.deepEqual(clean("dsl-name", "x".repeat(200)), { text: "x".repeat(200), why: "" });
  assert.deepEqual(clean("dsl-name", "😀".repeat(201)), { text: "😀".repeat(200), why: words("detail-cut") });
  assert.equal(clean("dsl-name", "x".repeat(1e6)).text.length, 200);
});

test("what is not text is refused with the reason", () => {
  for (const value of [7, true, ["x"], { toString: "x" }]) {
    assert.deepEqual(clean("dsl-name", value), { text: "", why: words("detail-not-text") });
  }
});

test("a phone number is one that can be dialled, with its extension beside it", () => {
  for (const value of ["0117 496 0123", "+44 (117) 496-0123", "0117 496 0123 ext. 12", "0117 496 0123, extension 4"]) {
    assert.equal(clean("dsl-phone", value).why, "", value);
  }
  for (const value of ["ask me", "12", "*#06#", "0800 1111,,,0909", "0117;phone-context=<script>"]) {
    assert.deepEqual(clean("dsl-phone", value), { text: "", why: words("detail-not-a-phone-number") }, value);
  }
  const link = filled("dsl-phone", "+44 (117) 496-0123 ext 12").firstElementChild;
  assert.deepEqual([link.href, link.textContent], ["tel:+441174960123", "+44 (117) 496-0123 ext 12"]);
});

test("an address is one of the web that is secure and asks for no password", () => {
  assert.equal(clean("behaviour-policy-link", "https://school.example/a?b=1").why, "");
  for (const value of [
    ...["http://school.example/", "javascript:hit()", "JaVaScRiPt:hit()", "java\tscript:hit()", "data:text/html,x"],
    ...["//bad.example/", "../secret", "https://user:pass@bad.example/", "https://a", "https://["],
  ]) {
    assert.deepEqual(clean("behaviour-policy-link", value), { text: "", why: words("detail-not-an-address") }, value);
  }
});

test("a picture is a file beside the page and nothing else", () => {
  assert.equal(clean("logo-image", "logo.svg").why, "");
  for (const value of ["../logo.png", "logo.exe", "https://bad.example/logo.png", ".png"]) {
    assert.deepEqual(clean("logo-image", value), { text: "", why: words("detail-not-a-picture") }, value);
  }
  const picture = shown({ "logo-image": "logo.svg", "school-name": "Our school" }, mark("logo-image")).one("img");
  assert.deepEqual([picture.src, picture.getAttribute("alt")], ["https://a.example/site/logo.svg", "Our school"]);
});

test("an address is never cut but refused", () => {
  const long = `https://a.example/${"b".repeat(300)}`;
  assert.deepEqual(clean("behaviour-policy-link", long), { text: "", why: words("detail-too-long") });
});

test("a link has the name that the school gives it, or the words of the page", () => {
  const link = { "policy-link": "https://school.example/p" };
  const html = mark("policy-link", "the policy");
  assert.equal(shown({ ...link, "policy-name": "Our policy" }, html).one("a").textContent, "Our policy");
  assert.equal(shown(link, html).one("a").textContent, "the policy");
  assert.equal(shown(link, html).one("a").getAttribute("rel"), "noreferrer");
  assert.deepEqual(shown({ "policy-name": "Our policy" }, html).texts("span"), ["Our policy"]);
});

test("a mark that asks to be filled in loses its warning, and gets it back when the detail is taken away", () => {
  const page = shown({ "dsl-name": "Ms Shah" }, mark("dsl-name", "not added yet", ' class="mf-tag"'));
  const element = page.one("span");
  assert.deepEqual([element.textContent, element.className], ["Ms Shah", ""]);
  page.window.localTools.fill({}, page.document);
  assert.deepEqual([element.textContent, element.className], ["not added yet", "mf-tag"]);
});

test("a block of own contacts takes the place of its neighbour as soon as one detail is given", () => {
  const html = `<div data-local-block hidden>${mark("dsl-name")}${mark("dsl-room")}</div><p>nothing yet</p>`;
  const hidden = (details) => ["div", "p"].map((name) => shown(details, html).one(name).hidden);
  assert.deepEqual(hidden({ "dsl-room": "Room 4" }), [false, true]);
  assert.deepEqual(hidden({}), [true, false]);
});

test("leaving goes to a secure address of the school, and to no other", () => {
  const leave = (to) =>
    shown({ "leave-to-link": to }, '<a data-leave="plain.html" href="plain.html">Leave</a>').one("a");
  assert.equal(leave("https://school.example/weather").href, "https://school.example/weather");
  assert.equal(leave("https://school.example/weather").dataset.leave, "https://school.example/weather");
  assert.equal(leave("javascript:hit()").href, "plain.html");
});

/* The age of a copy */
const HEADER = '<header class="mf-header"></header><main><article></article></main><footer class="mf-footer"></footer>';
const aged = (moment, { review, html = HEADER } = {}) => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["Date"], now: Date.parse(moment) });
  const page = openPage(html);
  Object.assign(page.document.body.dataset, { built: "2026-11-22", oldFrom: "2027-03-23" }, review && { review });
  return page.run("local-details.js");
};

test("an old copy says so from its day on, with date and age", () => {
  assert.deepEqual(aged("2027-03-22T23:00:00Z").texts(".mf-copy-age"), []);
  const made = words("age-made-on", { date: "22 November 2026", count: 121 });
  assert.deepEqual(aged("2027-03-23T12:00:00Z").texts(".mf-copy-age"), [`${made} ${words("age-check")}`]);
});

test("a review that is overdue is told with the age, one that is due today is not", () => {
  const said = (review) => aged("2027-04-01T12:00:00Z", { review }).one(".mf-copy-age").textContent;
  assert.ok(said("2027-03-31").includes(words("age-review-passed", { date: "31 March 2027" })));
  assert.equal(said("2027-04-01").includes(words("age-review-passed", { date: "1 April 2027" })), false);
});

test("what a reader has begun to read does not move: the notice comes after it", () => {
  const page = aged("2028-01-01T12:00:00Z");
  assert.equal(page.one("main").children.at(-1), page.one(".mf-copy-age"));
});

test("a number that was to be checked comes with a word of care, and stays", () => {
  const html = '<article><p data-review="2027-03-01"><a href="tel:08001111">0800 1111</a></p></article>';
  const page = aged("2027-03-02T12:00:00Z", { html });
  assert.deepEqual(page.texts(".mf-outdated"), [words("age-number-may-be-old")]);
  assert.deepEqual(page.texts("a"), ["0800 1111"]);
  assert.deepEqual(aged("2027-03-01T12:00:00Z", { html }).texts(".mf-outdated"), []);
});

/* Pages of the school's own */
const MENU = '<nav><ul><li class="mf-own-pages" hidden>Our own pages<ul></ul></li></ul></nav>';
const listed = (details) => {
  const place = shown(details, MENU).one(".mf-own-pages");
  return {
    hidden: place.hidden,
    links: [...place.within()].filter((one) => one.href).map((one) => [one.href, one.textContent]),
  };
};

test("the menu lists a school's own pages under their titles, from the folder beside the details", () => {
  const details = { "our-2-page": "map.html", "our-1-page": "our-policy.pdf", "our-1-name": "Our policy" };
  const folder = "https://a.example/site/our-pages/";
  const links = [
    [`${folder}our-policy.pdf`, "Our policy"],
    [`${folder}map.html`, "map.html"],
  ];
  assert.deepEqual(listed(details), { hidden: false, links });
});

test("the menu stays as it was where a school has no pages, or names what is none", () => {
  for (const name of [
    "",
    "../setup.html",
    "a b.pdf",
    "run.exe",
    "https://bad.example/a.pdf",
    "javascript:hit().html",
  ]) {
    assert.deepEqual(listed({ "our-1-page": name, "our-1-name": "Ours" }), { hidden: true, links: [] }, name);
  }
});

/* The file that copies had before */
const OWN = '<script src="https://a.example/site/local-details.txt"></script>';

test("without local-details.txt the older local.js is asked for, once, and shown when it has come", () => {
  const page = openPage(OWN + mark("dsl-name")).run("local-details.js");
  const older = page.all("script").filter(({ src }) => src.endsWith("/local.js"));
  assert.deepEqual(
    older.map(({ src }) => src),
    ["https://a.example/site/local.js"],
  );
  assert.equal(page.one("span").textContent, "neutral words");
  page.window.localDetails = { "dsl-name": "Ms Shah" };
  older[0].fire("load");
  assert.equal(page.one("span").textContent, "Ms Shah");
});

test("where neither is there the page reads as it was built", () => {
  const page = openPage(OWN + mark("dsl-name")).run("local-details.js");
  page.one("script[src$='local.js']").fire("error");
  assert.equal(page.one("span").textContent, "neutral words");
});

test("where local-details.txt is there, nothing else is asked for", () => {
  assert.equal(shown({}, mark("dsl-name")).all("script").length, 1);
});
