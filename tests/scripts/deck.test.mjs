import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { ADDRESS, enter, openPage, press, words } from "./page.mjs";

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["Date", "setInterval", "setTimeout"], now: Date.parse("2026-11-23T10:00:00Z") });
});

const slide = (block, number, steps = 0) => {
  const parts = Array.from({ length: steps }, (_, at) => `<p class="mf-slide-step">Step ${at + 1}</p>`);
  const face = `<h2>${block} ${number}</h2>${parts.join("")}`;
  return `<section class="mf-slide" id="${block}-${number}" data-block="${block}">${face}<div class="mf-session-notes"></div></section>`;
};
const row = (block, minutes, more = "") =>
  `<li data-block="${block}" data-minutes="${minutes}"${more}>${block} <span class="mf-secondary"></span></li>`;
const NAMED = '</h2><div data-look="section"><p>5 minutes</p></div>';
const DECK = `<main><h1>Title</h1><ol class="mf-deck-order">${row("rules", 3)}${row("talk", 5)}${row("close", 1)}</ol>
  <div class="mf-deck-tools"></div>
  <article>${slide("rules", 1)}${slide("talk", 1, 2).replace("</h2>", NAMED)}${slide("talk", 2)}${slide("close", 1)}</article></main>`;

const opened = (hash = "", more = {}, address = ADDRESS) => {
  const page = openPage(DECK, `${address}${hash}`, more);
  page.document.body.className = "mf-deck";
  return page.run("deck.js");
};
const presented = (hash) => {
  const page = opened(hash);
  if (!hash) press(page, words("deck-present"));
  return page;
};
const where = (page) => page.all(".mf-current-slide").map((each) => each.id)[0];
const key = (page, name, more = {}) => page.document.body.fire("keydown", { key: name, ...more });
const keys = (page, ...names) => {
  for (const name of names) key(page, name);
  return page;
};
const later = (page) => page.texts(".mf-current-slide .mf-later-step");

/* Messages between windows arrive when what runs has come to its end. */
const settled = async () => {
  for (let round = 0; round < 6; round += 1) await new Promise(setImmediate);
};
const pass = async (milliseconds) => {
  mock.timers.tick(milliseconds);
  await settled();
};

/* The slides and the window with their notes, each with what the other one knows of it. */
const pair = async (address = ADDRESS) => {
  const origin = address.startsWith("file:") ? "null" : new URL(address).origin;
  const sent = [];
  const windows = {};
  const handle = (name, sender) => ({
    closed: false,
    postMessage: (data, target) => {
      const copy = structuredClone(data);
      sent.push(target);
      setImmediate(() => windows[name].window.fire("message", { data: copy, origin, source: handles[sender] }));
    },
  });
  const handles = { room: handle("room", "notes"), notes: handle("notes", "room") };
  const open = (next) => {
    windows.notes = opened(`#${next.split("#")[1]}`, { opener: handles.room }, address);
    return handles.notes;
  };
  windows.room = opened("", { open }, address);
  press(windows.room, words("deck-present-with-notes"));
  await settled();
  const ask = async (name, ...pressed) => {
    keys(windows[name], ...pressed);
    await settled();
  };
  return Object.assign(windows, { ask, handles, sent });
};
const dark = (page) => page.one("dialog").open;
const clock = (page) => page.one(".mf-deck-clock strong").textContent;
const timed = (time) => words("deck-time-so-far", { time, minutes: 9 });
const told = (page) => page.one(".mf-deck-clock p").textContent;

test("keys of a keyboard and of a remote control go on and back, no further than both ends", () => {
  const page = presented();
  assert.equal(where(page), "rules-1");
  for (const back of ["ArrowLeft", "PageUp", "ArrowUp", "Backspace"])
    assert.equal(where(keys(page, back)), "rules-1", back);
  assert.equal(where(keys(page, "End")), "close-1");
  for (const on of ["ArrowRight", "PageDown", "ArrowDown", " ", "Enter"])
    assert.equal(where(keys(page, on)), "close-1", on);
  assert.equal(where(keys(page, "Home")), "rules-1");
});

test("before anyone presents, keys are left alone", () => {
  const page = opened();
  assert.equal(key(page, "ArrowRight").defaultPrevented, false);
  assert.deepEqual([where(page), dark(page)], [undefined, false]);
});

test("keys within a field and keys with Ctrl belong to others", () => {
  const page = presented();
  page.one("article").append(page.document.createElement("input"));
  assert.equal(page.one("input").fire("keydown", { key: "ArrowRight" }).defaultPrevented, false);
  assert.equal(key(page, "ArrowRight", { ctrlKey: true }).defaultPrevented, false);
  assert.equal(where(page), "rules-1");
});

test("steps come one after the other before the next slide, and going back begins at the last", () => {
  const page = keys(presented(), "ArrowRight");
  assert.deepEqual([where(page), later(page)], ["talk-1", ["Step 1", "Step 2"]]);
  assert.deepEqual(later(keys(page, "ArrowRight")), ["Step 2"]);
  assert.deepEqual(page.texts(".mf-current-step"), ["Step 1"]);
  assert.deepEqual(later(keys(page, "ArrowRight")), []);
  assert.equal(where(keys(page, "ArrowRight")), "talk-2");
  assert.deepEqual([where(keys(page, "ArrowLeft")), later(page)], ["talk-1", []]);
  assert.deepEqual(later(keys(page, "ArrowLeft")), ["Step 2"]);
});

test("the place is said with number, count and title", () => {
  const page = keys(presented(), "ArrowRight");
  const expected = words("deck-position", { number: 2, count: 4, title: "talk 1" });
  assert.equal(page.one(".mf-deck-bar p").textContent, expected);
});

test("the address keeps slide and step, so that a reload costs nothing", () => {
  const page = keys(presented(), "ArrowRight", "ArrowRight");
  assert.equal(page.location.hash, "#at=talk-1&step=1");
  const again = presented(page.location.hash);
  assert.deepEqual([where(again), later(again)], ["talk-1", ["Step 2"]]);
});

test("an address with a slide that is not there, or a step too many, shows the nearest that is", () => {
  assert.equal(where(presented("#at=gone")), "rules-1");
  assert.deepEqual(later(presented("#at=talk-1&step=99")), []);
});

test("leaving gives the page back, without its place in the address", () => {
  const page = keys(presented(), "ArrowRight", "Escape");
  assert.equal(page.document.documentElement.dataset.deck, undefined);
  assert.deepEqual([page.one(".mf-deck-bar").hidden, page.location.href], [true, ADDRESS]);
});

test("the next key after a black screen shows the same slide again", () => {
  const page = keys(presented(), "b");
  assert.equal(dark(page), true);
  assert.deepEqual([where(keys(page, "PageDown")), dark(page)], ["rules-1", false]);
});

test("a swipe to the left goes on and to the right goes back, one up or down only scrolls", () => {
  const page = presented();
  const swipe = (across, down) => {
    page.document.fire("touchstart", { touches: [{ clientX: 400, clientY: 300 }] });
    page.document.fire("touchend", { changedTouches: [{ clientX: 400 + across, clientY: 300 + down }] });
    return where(page);
  };
  assert.deepEqual(
    [swipe(-120, 5), swipe(60, 200), swipe(-40, 0), swipe(120, 5)],
    ["talk-1", "talk-1", "talk-1", "rules-1"],
  );
});

test("a slide taller than the screen is read to its end first", () => {
  const page = presented();
  const scrolled = [];
  page.document.documentElement.scrollHeight = 1000;
  page.window.scrollBy = (_, by) => scrolled.push(by);
  assert.deepEqual([where(keys(page, "PageDown")), scrolled], ["rules-1", [480]]);
  assert.equal(where(keys(page, "ArrowRight")), "talk-1");
});

test("a deck of chosen parts has these in their order, with the minutes that each was given", () => {
  const page = presented("#blocks=close,talk:9&title=Our%20talk");
  const minutes = (start, end) => words("from-minute-to-minute", { start, end });
  assert.deepEqual(
    page.all(".mf-slide").map(({ id }) => id),
    ["close-1", "talk-1", "talk-2"],
  );
  assert.deepEqual(page.texts(".mf-deck-order li"), [`close ${minutes(0, 1)}`, `talk ${minutes(1, 10)}`]);
  assert.equal(page.one("[data-look=section] p").textContent, words("minutes", { count: 9 }));
  assert.deepEqual([page.one("h1").textContent, page.document.title], ["Our talk", "Our talk"]);
  press(page, words("deck-present"));
  assert.equal(page.location.hash, "#blocks=close,talk:9&title=Our%20talk&at=close-1");
});

test("a number and Enter go to that slide; Escape forgets the number", () => {
  const page = keys(presented(), "3");
  assert.equal(page.one(".mf-deck-bar p").textContent, words("deck-typed", { number: "3" }));
  assert.equal(where(keys(page, "Enter")), "talk-2");
  assert.equal(where(keys(page, "1", "Escape", "Enter")), "close-1");
  assert.equal(where(keys(page, "9", "9", "Enter")), "close-1");
});

test("every slide is shown at once, and the one that is chosen is gone to", () => {
  const page = keys(presented(), "o");
  const choices = page.all(".mf-slide-choice");
  assert.deepEqual(
    choices.map((each) => each.getAttribute("aria-label")),
    ["1. rules 1", "2. talk 1", "3. talk 2", "4. close 1"],
  );
  assert.equal(page.document.activeElement, choices[0]);
  keys(page, "ArrowRight", "ArrowRight");
  assert.equal(page.document.activeElement, choices[2]);
  assert.equal(where(page), "rules-1");
  choices[2].click();
  assert.deepEqual([where(page), page.all(".mf-slide-choice").length], ["talk-2", 0]);
});

test("keys of one letter can be turned off, and those of more still work", () => {
  const page = keys(presented(), "?");
  assert.equal(page.one(".mf-deck-help").open, true);
  assert.equal(where(keys(page, "ArrowRight")), "rules-1", "what is typed in the list of keys moves nothing");
  press(page, words("deck-letters"));
  press(page, words("deck-help-close"));
  assert.deepEqual([dark(keys(page, "b")), where(keys(page, "2", "ArrowRight"))], [false, "talk-1"]);
  keys(page, "?");
  assert.equal(page.one(".mf-deck-help").open, false);
});

test("the bar goes when the pointer rests, and comes when it moves", () => {
  const page = presented();
  const { dataset } = page.document.documentElement;
  mock.timers.tick(4000);
  assert.equal("idle" in dataset, true);
  page.document.fire("pointermove", { clientX: 1, clientY: 2 });
  assert.equal("idle" in dataset, false);
});

test("a click on the slide goes on; one on a link or on marked words does not", () => {
  let marked = "";
  const page = opened("", { getSelection: () => marked });
  press(page, words("deck-present"));
  const click = (selector) => page.one(selector).fire("click");
  click(".mf-current-slide h2");
  assert.equal(where(page), "talk-1");
  marked = "words";
  click(".mf-current-slide h2");
  marked = "";
  page.one(".mf-current-slide").append(page.document.createElement("a"));
  click(".mf-current-slide a");
  assert.deepEqual([where(page), later(page).length], ["talk-1", 2]);
});

test("whoever leaves goes on with keys from where slides were begun, or else from the last slide", () => {
  const begun = opened();
  const button = begun.all("button").find((each) => each.textContent === words("deck-present"));
  button.focus();
  button.click();
  key(begun, "Escape");
  assert.equal(begun.document.activeElement, button);
  const linked = opened("#at=talk-2");
  key(linked, "Escape");
  assert.equal(linked.document.activeElement.textContent, "talk 2");
});

test("parts that no deck has leave out nothing else", () => {
  assert.deepEqual(
    presented("#blocks=gone,talk")
      .all(".mf-slide")
      .map(({ id }) => id),
    ["talk-1", "talk-2"],
  );
});

test("the notes begin at the slide and step that are shown, and follow", async () => {
  const { notes, ask } = await pair();
  assert.equal(where(notes), "rules-1");
  await ask("room", "ArrowRight", "ArrowRight");
  assert.deepEqual([where(notes), later(notes)], ["talk-1", ["Step 2"]]);
  assert.equal(notes.one(".mf-next-slide").id, "talk-2");
  assert.equal(notes.one("select").value, "1");
});

test("the notes lead by asking: the slides go on, back, and to any slide", async () => {
  const { room, notes, ask } = await pair();
  assert.equal(where(keys(notes, "ArrowRight")), "rules-1");
  await settled();
  assert.deepEqual([where(room), where(notes)], ["talk-1", "talk-1"]);
  enter(notes.one("select"), "3");
  await settled();
  assert.deepEqual([where(room), where(notes), notes.one("select").value], ["close-1", "close-1", "3"]);
  await ask("notes", "ArrowLeft");
  assert.equal(where(room), "talk-2");
});

test("a black screen asked for by the notes is shown in the room, and both know of it", async () => {
  const { room, notes, ask } = await pair();
  const button = notes.all("button").find((each) => each.textContent === words("deck-black"));
  const states = () => [dark(room), button.getAttribute("aria-pressed")];
  await ask("notes", "b");
  assert.deepEqual(states(), [true, "true"]);
  await ask("notes", "b");
  assert.deepEqual(states(), [false, "false"]);
});

test("messages of other windows, of other sites, and of no deck are not listened to", async () => {
  const { room, notes, handles } = await pair();
  const tell = (page, more) =>
    page.window.fire("message", { data: { deck: true, go: 3, at: 3, step: 0 }, origin: "https://a.example", ...more });
  tell(room, { origin: "https://bad.example", source: handles.notes });
  tell(room, { data: { go: 3 }, source: handles.notes });
  tell(room, { data: null, source: handles.notes });
  tell(notes, { source: {} });
  await settled();
  assert.deepEqual([where(room), where(notes)], ["rules-1", "rules-1"]);
  tell(room, { data: { deck: true, go: 99 }, source: handles.notes });
  assert.equal(where(room), "close-1");
});

test("messages name the site that may read them; from a disk, where there is none, they still arrive", async () => {
  const { sent } = await pair();
  assert.deepEqual([...new Set(sent)], ["https://a.example"]);
  const disk = await pair("file:///share/deck.html");
  await disk.ask("room", "ArrowRight");
  assert.equal(where(disk.notes), "talk-1");
});

test("the clock runs from the first step, for all and for each part, and moves no slide", async () => {
  const { room, notes, ask } = await pair();
  await pass(3000);
  assert.equal(clock(notes), timed("0:00"));
  await ask("room", "ArrowRight");
  await pass(62000);
  assert.equal(clock(notes), timed("1:02"));
  assert.equal(where(room), "talk-1");
  const spent = notes.one("[data-now] .mf-time-spent").textContent;
  assert.equal(spent, words("deck-time-spent", { time: "1:02", minutes: "5" }));
  await ask("room", "End");
  await pass(60000);
  assert.equal(clock(notes), timed("2:02"));
  assert.equal(notes.one("[data-now]").dataset.block, "close");
});

test("the notes tell what is left of a part, and how the time stands to the plan", async () => {
  const { notes, ask } = await pair();
  await ask("room", "ArrowRight");
  await pass(1000);
  assert.ok(told(notes).includes(words("deck-part-left", { time: "4:59" })));
  assert.ok(told(notes).includes(words("deck-ahead", { time: "2:59" })));
  await pass(240000);
  assert.ok(told(notes).includes(words("deck-on-time")));
  await pass(300000);
  assert.ok(told(notes).includes(words("deck-part-over", { time: "4:01" })));
  assert.ok(told(notes).includes(words("deck-behind", { time: "1:01" })));
});

test("the clock can be stopped, started and set to nought", async () => {
  const { notes, ask } = await pair();
  await ask("room", "ArrowRight");
  await pass(5000);
  press(notes, words("deck-clock-stop"));
  await pass(5000);
  assert.equal(clock(notes), timed("0:05"));
  press(notes, words("deck-clock-start"));
  await pass(5000);
  assert.equal(clock(notes), timed("0:10"));
  press(notes, words("deck-clock-reset"));
  assert.equal(clock(notes), timed("0:00"));
});

test("a window of notes that is opened again goes on with the time of the one before", async () => {
  const windows = await pair();
  await windows.ask("room", "ArrowRight");
  await pass(90000);
  press(windows.room, words("deck-notes"));
  await settled();
  await pass(500);
  assert.equal(clock(windows.notes), timed("1:30"));
});

test("slides that are loaded again are led by the same notes, and the clock goes on", async () => {
  const windows = await pair();
  await windows.ask("room", "ArrowRight");
  await pass(60000);
  windows.room = opened(windows.room.location.hash);
  await pass(30000);
  await windows.ask("notes", "ArrowRight");
  assert.deepEqual([where(windows.room), later(windows.room)], ["talk-1", ["Step 2"]]);
  assert.equal(clock(windows.notes), timed("1:30"));
});

test("notes on their own say so and go on", async () => {
  const { room, notes, handles, ask } = await pair();
  await pass(500);
  assert.equal(notes.one(".mf-connection").textContent, "");
  handles.room.closed = true;
  await pass(500);
  assert.equal(notes.one(".mf-connection").textContent, words("deck-notes-alone"));
  await ask("notes", "ArrowRight");
  assert.deepEqual([where(notes), where(room)], ["talk-1", "rules-1"]);
});

test("a browser that opens no second window is told of", () => {
  const page = opened("", { open: () => null });
  press(page, words("deck-present-with-notes"));
  assert.equal(page.one(".mf-deck-bar p").textContent, words("deck-no-window"));
});

test("each slide bears its number, and a line grows with them", () => {
  const page = presented();
  assert.deepEqual(
    page.all(".mf-slide").map((each) => each.dataset.number),
    ["1", "2", "3", "4"],
  );
  const line = page.one(".mf-deck-line");
  assert.equal(line.getAttribute("aria-hidden"), "true");
  assert.equal(line.style.width, "25%");
  keys(page, "End");
  assert.equal(line.style.width, "100%");
});
