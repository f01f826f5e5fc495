import assert from "node:assert/strict";
import { test } from "node:test";
import { ADDRESS, enter, openPage, press, readBuilt, words } from "./page.mjs";

const LENGTHS = [15, 30];
const START = { block: "rules", kind: "start", place: "start", lengths: "1,3" };
const PAUSE = { block: "pause", kind: "pause", place: "pause", lengths: "1,2" };
const SUPPORT = { block: "support", kind: "support", place: "end", lengths: "1,1" };
const CLOSE = { block: "close", kind: "close", place: "end", lengths: "1,1" };
const FIXED = [START, PAUSE, SUPPORT, CLOSE];
const part = (block, more = {}) => ({ block, kind: "input", topic: "one", priority: 1, lengths: "5,5", ...more });

const rowOf = ({ place = "", isShared, ...row }) => {
  const all = { kind: "input", session: "first", topic: "", priority: 1, ...row, ...(place && { place }) };
  const data = Object.entries(all).map(([name, value]) => `data-${name}="${value}"`);
  return `<tr ${data.join(" ")}${isShared ? " data-shared" : ""}><th>${row.block} <span>Kind</span></th><td>About ${all.topic}</td></tr>`;
};

const opened = (parts, fixed = FIXED, address = ADDRESS) =>
  openPage(
    `
    <div class="mf-session-builder" data-slides="all-slides.html" data-lengths="${LENGTHS.join(",")}" data-least="10" data-most="180">
    <input type="number" name="minutes" min="10" max="180" value="15"><input type="text" name="title" value="">
    ${["one", "two"].map((topic) => `<input type="checkbox" name="topic" value="${topic}">`)}
    <p class="mf-status"></p>
    <div class="mf-built-session" hidden><h2 data-own="title">Your session</h2><table><tbody></tbody></table>
    <div class="mf-buttons"><a href="all-slides.html">Slides</a><button>Print</button></div>
    <div class="mf-dropped-blocks"><ul></ul></div>
    <ul><li data-session="first">First</li><li data-session="second">Second</li></ul>
    <p data-own="minutes"></p><ul data-own="parts"></ul></div></div>
    <table class="mf-block-choices">${[...fixed, ...parts].map(rowOf).join("")}</table>`,
    address,
  ).run("builder.js");

const choose = (page, length, ...topics) => {
  for (const topic of topics) enter(page.one(`[value=${topic}][name=topic]`), true);
  enter(page.one("[name=minutes]"), String(length));
  return page;
};
const order = (page) => page.texts("tbody th");
const said = (page) => page.one(".mf-status").textContent;
const minutes = (count) => words("minutes", { count });
const told = (whole, length, room, out) =>
  `${words("builder-total", { minutes: minutes(whole), length })} ${room} ${out}`;
const left = (count) => words("builder-left", { minutes: minutes(count) });
const buttonOf = (page, id, title) =>
  page.all("tbody button").find((each) => each.textContent === `${words(id)}: ${title}`);
const leaveOut = (page, title) => buttonOf(page, "builder-leave-out", title).click();
const NOTHING_OUT = words("builder-nothing-drops-out");

test("before a topic is chosen there is no session, and the reader is told what to do", () => {
  const page = opened([part("a")]);
  assert.equal(page.one(".mf-built-session").hidden, true);
  assert.equal(said(page), words("choose-a-topic"));
});

test("each line starts where the one before ends, and the minutes add up", () => {
  const page = choose(opened([part("a"), part("b", { lengths: "2,6" })]), 30, "one");
  const lines = page.all("tbody tr").map((line) => line.children.slice(0, 2).map((cell) => cell.textContent));
  const ends = lines
    .map(([, length]) => Number(length))
    .map((_, at, all) => all.slice(0, at + 1).reduce((a, b) => a + b));
  assert.deepEqual(
    lines.map(([when]) => when),
    ends.map((end, at) => words("minute-to-minute", { start: at ? ends[at - 1] : 0, end })),
  );
  assert.equal(said(page), told(18, 30, left(12), NOTHING_OUT));
  assert.equal(page.one(".mf-dropped-blocks").hidden, true);
});

test("a session that fills its time to the minute is said to fit", () => {
  const page = choose(opened([part("a", { lengths: "11,11" })]), 15, "one");
  assert.equal(said(page), told(15, 15, words("builder-fits"), NOTHING_OUT));
});

test("one minute too much drops out, and is offered", () => {
  const page = choose(opened([part("a", { lengths: "12,12" })]), 15, "one");
  assert.deepEqual(order(page), ["rules", "pause", "support", "close"]);
  assert.equal(said(page), told(4, 15, left(11), words("builder-drops-out", { count: 1 })));
  const item = words("builder-part", { title: "a", minutes: minutes(12) });
  assert.deepEqual(page.texts(".mf-dropped-blocks li"), [`${item} ${words("builder-put-in")}: a`]);
});

test("what matters most goes in first, and smaller parts fill what is left", () => {
  const parts = [
    part("nice", { priority: 3, lengths: "7,7" }),
    part("must", { lengths: "7,7" }),
    part("small", { priority: 3, lengths: "4,4" }),
  ];
  const page = choose(opened(parts), 15, "one");
  assert.deepEqual(order(page), ["rules", "must", "pause", "small", "support", "close"]);
});

test("among parts of the same weight topics take turns", () => {
  const parts = [part("a1"), part("a2"), part("b1", { topic: "two" }), part("b2", { topic: "two" })];
  const page = choose(opened(parts), 15, "one", "two");
  assert.deepEqual(
    order(page).filter((title) => /\d/.test(title)),
    ["a1", "b1"],
  );
});

test("parts stand in the order of a session, whatever the order in which they are listed", () => {
  const kinds = ["rehearsal", "scenario", "activity", "input", "check", "recap"];
  const parts = kinds.map((kind) => part(kind, { kind, lengths: "1,1" }));
  const page = choose(opened(parts), 30, "one");
  const expected = ["recap", "input", "activity", "scenario", "rehearsal", "check"];
  assert.deepEqual(
    order(page).filter((title) => kinds.includes(title)),
    expected,
  );
});

test("ground rules come first, the pause stands nearest to the middle, support and close come last", () => {
  const parts = [part("a", { lengths: "1,10" }), part("b", { lengths: "1,3" }), part("c", { lengths: "1,4" })];
  const page = choose(opened(parts), 30, "one");
  assert.deepEqual(order(page), ["rules", "a", "pause", "b", "c", "support", "close"]);
});

test("what every session has comes once, however many sessions list it", () => {
  const page = choose(opened([part("a")], [...FIXED, { ...CLOSE, block: "close-again" }]), 15, "one");
  assert.equal(order(page).filter((title) => title.startsWith("close")).length, 1);
});

test("questions and scenario come from the session that gives most of what was chosen", () => {
  const parts = [
    part("a", { session: "first" }),
    ...["b", "c"].map((block) => part(block, { session: "second" })),
    ...["first", "second"].map((session) => part(`${session}-check`, { kind: "check", session, topic: "" })),
    ...["first", "second"].map((session) => part(`${session}-scenario`, { kind: "scenario", session, topic: "" })),
  ];
  const page = choose(opened(parts), 30, "one");
  assert.deepEqual(
    order(page).filter((title) => title.includes("-")),
    ["second-scenario", "second-check"],
  );
});

test("parts that many sessions share say little of which session is meant", () => {
  const parts = [
    part("own"),
    ...["b", "c"].map((block) => part(block, { session: "second", isShared: true })),
    ...["first", "second"].map((session) => part(`${session}-check`, { kind: "check", session, topic: "" })),
  ];
  assert.ok(order(choose(opened(parts), 30, "one")).includes("first-check"));
});

test("a part that is left out makes room, and can be put in again", () => {
  const page = choose(opened([part("a"), part("b"), part("c")]), 15, "one");
  const before = order(page);
  assert.deepEqual(
    before.filter((title) => title.length === 1),
    ["a", "b"],
  );
  leaveOut(page, "a");
  assert.deepEqual(
    order(page).filter((title) => title.length === 1),
    ["b", "c"],
  );
  page.one(".mf-dropped-blocks button").click();
  assert.ok(order(page).includes("a"));
});

test("a part that is put in takes the room of what matters less", () => {
  const page = choose(opened([part("a"), part("b"), part("c")]), 15, "one");
  page.one(".mf-dropped-blocks button").click();
  assert.deepEqual(
    order(page).filter((title) => title.length === 1),
    ["a", "c"],
  );
});

test("what the trainer puts in stays in, and too much is said", () => {
  const page = choose(opened([part("a", { lengths: "12,12" })]), 15, "one");
  page.one(".mf-dropped-blocks button").click();
  assert.equal(said(page), told(16, 15, words("builder-too-long", { minutes: minutes(1) }), NOTHING_OUT));
  assert.equal(page.document.activeElement, page.one(".mf-status"));
});

test("another choice begins again with what fits", () => {
  const page = choose(opened([part("a")]), 15, "one");
  leaveOut(page, "a");
  assert.equal(order(page).includes("a"), false);
  choose(page, 30);
  assert.equal(order(page).includes("a"), true);
});

test("the slides are named in the order of the session, by parts, their minutes and the title", () => {
  const page = choose(opened([part("a"), part("b", { isShared: true, session: "second" })]), 30, "one");
  const blocks = "opening,first-outcomes,rules:3,a:5,pause:2,b:5,support:1,first-actions,close:1";
  assert.equal(page.one(".mf-built-session a").href, `all-slides.html#blocks=${blocks}&title=Your%20session`);
  enter(page.one("[name=title]"), "After the break");
  assert.ok(page.one(".mf-built-session a").href.endsWith("&title=After%20the%20break"));
  assert.equal(page.one("[data-own=title]").textContent, "After the break");
});

test("a part can be moved earlier or later, and its button keeps the keyboard", () => {
  const page = choose(opened([part("a"), part("b"), part("c")]), 30, "one");
  assert.deepEqual(order(page), ["rules", "a", "b", "pause", "c", "support", "close"]);
  buttonOf(page, "builder-up", "c").click();
  assert.deepEqual(order(page), ["rules", "a", "b", "c", "pause", "support", "close"]);
  assert.equal(page.document.activeElement, buttonOf(page, "builder-up", "c"));
  buttonOf(page, "builder-down", "a").click();
  assert.deepEqual(order(page), ["rules", "b", "a", "c", "pause", "support", "close"]);
  assert.equal(buttonOf(page, "builder-up", "b").disabled, true);
});

test("the address keeps what was chosen, and gives it back", () => {
  const page = choose(opened([part("a"), part("b"), part("c")]), 45, "one");
  leaveOut(page, "b");
  buttonOf(page, "builder-up", "c").click();
  enter(page.one("[name=title]"), "Ours");
  const again = opened([part("a"), part("b"), part("c")], FIXED, page.location.href);
  assert.deepEqual([order(again), said(again)], [order(page), said(page)]);
  assert.deepEqual([again.one("[name=title]").value, again.one("[name=minutes]").value], ["Ours", "45"]);
});

test("a length out of range builds nothing, and the range is told", () => {
  for (const length of ["5", "181", ""]) {
    const page = choose(opened([part("a")]), length, "one");
    assert.equal(page.one(".mf-built-session").hidden, true, length);
    assert.equal(said(page), words("builder-wrong-minutes", { least: "10", most: "180" }));
  }
});

test("the knowledge check is kept, whatever else has to go", () => {
  const check = part("check", { kind: "check", topic: "", priority: 3, lengths: "2,2" });
  const page = choose(opened([part("a"), part("b"), part("c"), check]), 15, "one");
  assert.deepEqual(
    order(page).filter((title) => ["a", "b", "c", "check"].includes(title)),
    ["a", "check"],
  );
});

test("papers are those of the sessions that parts come from", () => {
  const page = choose(opened([part("a"), part("b", { session: "second", topic: "two" })]), 30, "two");
  assert.deepEqual(
    page
      .all("li[data-session]")
      .filter((item) => item.hidden === false)
      .map((item) => item.textContent),
    ["Second"],
  );
  assert.deepEqual(page.texts("[data-own=parts] li"), ["b"]);
});

test("the running order is printed by its button", () => {
  const page = choose(opened([part("a")]), 15, "one");
  press(page, "Print");
  assert.equal(page.printed, 1);
});

/* The page as it is published, with all that there is to choose from */
const published = openPage(readBuilt("builder.html")).run("builder.js");
const topics = published.all("[name=topic]");
const box = published.one("[name=minutes]");
const lengths = [10, 15, 30, 45, 60, 90, 180];
const places = Object.fromEntries(
  published
    .all(".mf-block-choices [data-lengths]")
    .map((row) => [row.querySelector("th").firstChild.textContent.trim(), row.dataset.place]),
);

for (const available of lengths) {
  for (const [what, chosen] of [
    ["any one topic", topics.map((topic) => [topic])],
    ["three topics", [topics.slice(0, 3), topics.slice(-3)]],
    ["all topics", [topics]],
  ]) {
    test(`${what} in ${available} minutes: all is within the time, and what every session has is in its place`, () => {
      for (const some of chosen) {
        for (const topic of topics) topic.checked = some.includes(topic);
        enter(box, String(available));
        const lines = published.all("tbody")[0].children.map((line) => line.children.map((cell) => cell.textContent));
        const minutes = lines.map(([, spent]) => Number(spent));
        const whole = minutes.reduce((sum, spent) => sum + spent, 0);
        const standing = lines.map(([, , title]) => places[title]);
        const about = some.map((topic) => topic.value).join(", ");
        assert.ok(whole <= available, `${about}: ${whole} minutes`);
        assert.deepEqual([standing[0], ...standing.slice(-2)], ["start", "end", "end"], about);
        const before = minutes.slice(0, standing.indexOf("pause")).reduce((sum, spent) => sum + spent, 0);
        assert.ok(
          before >= whole / 4 && before <= (3 * whole) / 4,
          `${about}: the pause comes after ${before} of ${whole}`,
        );
        assert.equal(published.one(".mf-dropped-blocks").hidden, published.all(".mf-dropped-blocks li").length === 0);
      }
    });
  }
}

test("the longest session has room for more than the shortest, which says what drops out", () => {
  for (const topic of topics) topic.checked = true;
  const dropped = lengths.map((length) => {
    enter(box, String(length));
    return published.all(".mf-dropped-blocks li").length;
  });
  assert.ok(dropped[0] > dropped.at(-1), String(dropped));
});
