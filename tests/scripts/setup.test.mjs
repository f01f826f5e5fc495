import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { enter, openPage, words } from "./page.mjs";

mock.timers.enable({ apis: ["setTimeout"] });

const FIELDS = { "dsl-name": "Lead, name", "dsl-phone": "Lead, phone", "policy-link": "Policy, address" };
const HTML = `<article><p data-said="file"></p><form>
  ${Object.entries(FIELDS).map(([id, text]) => `<input id="${id}" data-detail="${id}" data-label="${text}"><p id="${id}-why"></p>`)}</form>
  <div class="mf-preview"><span data-local="dsl-name">neutral words</span></div><p data-said="check"></p>
  <h3>Missing</h3><ul data-list="missing"></ul><h3 id="refused">Refused</h3><ul data-list="refused"></ul>
  ${["save", "help", "copy"].map((act) => `<button data-act="${act}">${act}</button>`)}
  <input type="file"><p data-said="opened"></p><p data-said="saved"></p><p data-said="kept"></p><textarea></textarea></article>`;

const opened = (localDetails) => {
  const page = openPage(HTML, undefined, { localDetails });
  for (const input of page.all("input[data-detail]")) input.maxLength = 200;
  return page.run("local-details.js").run("setup.js");
};
const said = (page, where) => page.one(`[data-said=${where}]`).textContent;
const enterAll = (page, values) => {
  for (const [id, value] of Object.entries(values)) enter(page.one(`#${id}`), value);
  return page;
};
/* Chooses a file that holds these words. */
const choose = async (page, text) => {
  const input = page.one("input[type=file]");
  input.files = [{ text: async () => text }];
  input.fire("change");
  await new Promise(setImmediate);
  return said(page, "opened");
};
/* What a page reads from the file. */
const read = (text) => {
  const window = {};
  new Function("window", text)(window);
  return window.localDetails;
};

test("what is typed is in the file as it was typed, and the file is plain ASCII without any tag", () => {
  const values = { "dsl-name": "Zoë </script> \u2028 😀 \"'\\", "dsl-phone": "0117 496 0123" };
  const text = enterAll(opened({}), values).one("textarea").value;
  assert.deepEqual(read(text), values);
  assert.match(text, /^[\x20-\x7e\n]*$/);
  assert.equal(text.includes("<"), false);
});

test("the saved file is the text that is shown", async () => {
  const page = enterAll(opened({}), { "dsl-name": "Ms Shah" });
  page.one("[data-act=save]").click();
  assert.equal(await page.saved[0].text(), page.one("textarea").value);
  assert.equal(said(page, "saved"), words("setup-saved"));
});

test("blank fields are in no file, and blanks around a value neither", () => {
  const text = enterAll(opened({}), { "dsl-name": "  Ms Shah ", "dsl-phone": "   " }).one("textarea").value;
  assert.deepEqual(read(text), { "dsl-name": "Ms Shah" });
});

test("a details file is where the form begins, and names that it does not know are told", () => {
  const page = opened({ "dsl-name": "Ms Shah", gone: "x", lost: "y" });
  assert.equal(page.one("#dsl-name").value, "Ms Shah");
  const names = words("setup-unknown-names", { names: "gone, lost" });
  assert.equal(said(page, "file"), `${words("setup-starts-from", { count: 1 })} ${names}`);
});

test("a file without details, and one that cannot be read, are told apart", () => {
  assert.equal(said(opened({}), "file"), words("setup-empty-file"));
  for (const broken of [undefined, null, "Ms Shah"]) assert.equal(said(opened(broken), "file"), words("setup-no-file"));
});

test("each field that is empty or refused is named, with the reason and a way to it", () => {
  const page = opened({ "dsl-name": 7, "policy-link": "http://a.example" });
  assert.deepEqual(page.texts("[data-list=missing] li"), ["Lead, phone"]);
  assert.equal(page.one("[data-list=missing] a").href, "#dsl-phone");
  const reasons = [words("detail-not-text"), words("detail-not-an-address")];
  assert.deepEqual(page.texts("[data-list=refused] li"), [
    `Lead, name: ${reasons[0]}`,
    `Policy, address: ${reasons[1]}`,
  ]);
  assert.equal(said(page, "check"), words("setup-filled-and-refused", { filled: 0, all: 3, refused: 2 }));
});

test("the check follows what is typed, and lists that are empty are hidden with their headings", () => {
  const page = enterAll(opened({}), { "dsl-name": "Ms Shah", "dsl-phone": "ask me" });
  const hidden = (name) => [
    page.one(`[data-list=${name}]`).hidden,
    page.one(`[data-list=${name}]`).previousElementSibling.hidden,
  ];
  assert.deepEqual(
    [hidden("missing"), hidden("refused")],
    [
      [false, false],
      [false, false],
    ],
  );
  assert.equal(page.one("#dsl-phone").getAttribute("aria-invalid"), "true");
  enterAll(page, { "dsl-phone": "0117 496 0123", "policy-link": "https://a.example/p" });
  assert.deepEqual(
    [hidden("missing"), hidden("refused")],
    [
      [true, true],
      [true, true],
    ],
  );
  assert.equal(said(page, "check"), words("setup-filled", { filled: 3, all: 3 }));
});

const why = (page, id) => [page.one(`#${id}`).getAttribute("aria-invalid"), page.one(`#${id}-why`).textContent];

test("a mistake is told at its field once the reader leaves it, and goes as soon as it is mended", () => {
  const page = opened({});
  const phone = page.one("#dsl-phone");
  const type = (value) => {
    phone.value = value;
    phone.fire("input");
  };
  type("ask");
  assert.deepEqual(why(page, "dsl-phone"), ["false", ""]);
  phone.fire("change");
  const told = words("setup-check-this", { why: words("detail-not-a-phone-number") });
  assert.deepEqual(why(page, "dsl-phone"), ["true", told]);
  type("0117 496 01");
  assert.deepEqual(why(page, "dsl-phone"), ["false", ""]);
});

test("nothing is saved with a mistake in it, and the reader comes to the list of mistakes", () => {
  const page = enterAll(opened({}), { "dsl-phone": "ask me" });
  page.one("[data-act=save]").click();
  assert.deepEqual(page.saved, []);
  assert.equal(said(page, "saved"), words("setup-mend-first", { count: 1 }));
  assert.equal(page.document.activeElement, page.one("#refused"));
  enterAll(page, { "dsl-phone": "" }).one("[data-act=save]").click();
  assert.equal(page.saved.length, 1);
});

test("what a file has that is no text is told, and does not stand in the way of a new file", () => {
  const page = opened({ "dsl-name": 7 });
  assert.equal(why(page, "dsl-name")[0], "true");
  page.one("[data-act=save]").click();
  assert.equal(page.saved.length, 1);
});

test("details are seen in place while they are typed, and markup stays text", () => {
  const preview = enterAll(opened({}), { "dsl-name": "<b>Ms</b>" }).one(".mf-preview span");
  assert.deepEqual([preview.textContent, preview.children], ["<b>Ms</b>", []]);
});

test("a file that somebody sent is read as data, and the form begins from it", async () => {
  const text = enterAll(opened({}), { "dsl-name": "Zoë </b>", "dsl-phone": "0117 496 0123" }).one("textarea").value;
  for (const sent of [
    text,
    `\ufeff${text.replaceAll("\n", "\r\n")}`,
    '{"dsl-name":"Zoë </b>","dsl-phone":"0117 496 0123"}',
  ]) {
    const page = enterAll(opened({}), { "policy-link": "https://a.example/old" });
    assert.equal(await choose(page, sent), words("setup-opened", { count: 2 }));
    assert.deepEqual(read(page.one("textarea").value), { "dsl-name": "Zoë </b>", "dsl-phone": "0117 496 0123" });
  }
});

test("a file with anything else in it is refused, and no line of it is run", async () => {
  const details = 'window.localDetails = {"dsl-name": "Ms Shah"};';
  for (const sent of [
    `${details} window.hit = 1;`,
    `fetch("x");${details}`,
    "",
    "[]",
    `${details}\n${details}`,
    "Ms Shah",
  ]) {
    const page = opened({ "dsl-name": "Mr Lee" });
    assert.equal(await choose(page, sent), words("setup-strange-file"), sent);
    assert.deepEqual([page.one("#dsl-name").value, page.window.hit], ["Mr Lee", undefined]);
  }
});

test("what a file has that cannot be shown is told at its field", async () => {
  const page = opened({});
  await choose(page, '{"dsl-phone": "ask me"}');
  assert.equal(page.one("#dsl-phone").getAttribute("aria-invalid"), "true");
});
