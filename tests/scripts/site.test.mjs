import assert from "node:assert/strict";
import { test } from "node:test";
import { ADDRESS, openPage } from "./page.mjs";

const fail = () => {
  throw new Error("not to be read");
};
const hostile = new Proxy({}, { ownKeys: fail });

const scripts = (page) => page.document.head.querySelectorAll("script").map((script) => script.src.split("/").at(-1));
const fetched = (html, localDetails, oldFrom = "2999-01-01") => {
  const page = openPage(html, undefined, { localDetails });
  page.document.body.dataset.oldFrom = oldFrom;
  return scripts(page.run("site.js"));
};

test("what shows a school's own details is fetched where there are some, or where a copy is old", () => {
  assert.deepEqual(fetched("<article></article>", {}), []);
  assert.deepEqual(fetched("<article></article>", undefined), []);
  const own = ["local-details.js"];
  assert.deepEqual(fetched("<article></article>", { "dsl-name": "Ms Shah" }), own);
  assert.deepEqual(fetched("<article></article>", hostile), own);
  assert.deepEqual(fetched("<article></article>", {}, "2020-01-01"), own);
  assert.deepEqual(fetched('<article><p data-review="2020-01-01"></p></article>', {}), own);
});

test("what serves a reader who moves is fetched at the first move, or near the foot, and once", () => {
  const page = openPage("<article></article><footer></footer>", undefined, { localDetails: {} }).run("site.js");
  assert.deepEqual(scripts(page), []);
  page.document.fire("scroll");
  assert.deepEqual(scripts(page), ["later.js"]);
  page.watched.find(({ place }) => place === page.one("footer")).comeNear();
  assert.deepEqual(scripts(page), ["later.js"]);
});

test("a page that was being presented goes on after a reload; another page has nothing to present", () => {
  const reloaded = (html) =>
    scripts(openPage(html, `${ADDRESS}#present&at=slide-4`, { localDetails: {} }).run("site.js"));
  assert.deepEqual(reloaded('<article><h2 id="in-short">In short</h2></article>'), ["present.js"]);
  assert.deepEqual(reloaded("<article></article>"), []);
});

test("styles of results are asked for with what searches, not before", () => {
  const page = openPage('<div class="mf-search"><a class="mf-search-field" href="search.html">Search</a></div>');
  const styles = () => page.document.head.querySelectorAll("link").map((link) => link.getAttribute("href"));
  page.run("site.js");
  assert.deepEqual(styles(), []);
  page.one("input").fire("focus");
  assert.equal(styles().length, 1);
  assert.match(styles()[0], /search\.css$/);
});

test("a key fetches what serves a reader who moves too: not everybody has a mouse", () => {
  const page = openPage("<article></article><footer></footer>", undefined, { localDetails: {} }).run("site.js");
  page.document.fire("keydown", { key: "Tab" });
  assert.deepEqual(scripts(page), ["later.js"]);
});

test("the search box takes no more than a search can be for", () => {
  const page = openPage('<div><a class="mf-search-field" href="search.html">Search</a></div>').run("site.js");
  assert.ok(Number(page.one("input").getAttribute("maxlength")) <= 500);
});

test("what reads a page aloud is asked for where the browser has voices, on guidance alone", () => {
  const later = (html, more) =>
    scripts(openPage(html, undefined, { localStorage: {}, ...more }).run("later.js")).includes("listen.js");
  const tools = '<article><div class="mf-top-tools"></div></article>';
  const speechSynthesis = {};
  assert.deepEqual(
    [later(tools, { speechSynthesis }), later(tools, {}), later("", { speechSynthesis })],
    [true, false, false],
  );
});
