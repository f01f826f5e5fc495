import assert from "node:assert/strict";
import { beforeEach, mock, test } from "node:test";
import { enter, openPage, press, words } from "./page.mjs";

beforeEach(() => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["Date", "setTimeout"], now: Date.parse("2026-11-22T12:00:00Z") });
});

const PRINTED = '<div class="mf-printed-answer"></div>';
const field = (number, inside, gap = "") =>
  `<div class="mf-field"${gap && ` data-gap="${gap}"`}><span class="mf-question-number">${number}</span>${inside}</div>`;
const text = (name, more = "") => `<input type="text" id="f-${name}" name="${name}" ${more}>${PRINTED}`;
const tick = (name, more = "") => `<input type="checkbox" id="f-${name}" name="${name}" ${more}>`;
const FORM = `
  <form class="mf-form" data-form="plan"><p data-without-script>No script</p><div class="mf-form-tools" hidden>
  ${["meeting", "gaps", "save", "open", "clear"].map((act) => `<button data-act="${act}">${act}</button>`).join("")}
  <input type="file"><p class="mf-status"></p>
  <section class="mf-gaps" hidden><h3 id="gaps">Gaps</h3><p class="mf-gaps-status"></p><ul></ul></section></div>
  <p class="mf-form-progress" hidden></p>
  <fieldset class="mf-form-part">
  ${field("1", `<input type="date" name="today">${PRINTED}`)}
  ${field("2", text("name"), "No name.")}
  ${field("3", tick("often.weekly", 'data-days="7"') + tick("often.monthly", 'data-days="28"'), "No rhythm.")}
  ${field("4", `<textarea name="view"></textarea>${PRINTED}`)}
  ${field(
    "5",
    `<input type="date" name="review" data-reckoned data-start="today" data-interval="often">${PRINTED}
    <div class="mf-reminder" hidden><p></p><button data-act="remind" data-of="review">remind</button></div>`,
  )}
  ${field("6", text("signed", 'data-same-as="name"'))}
  </fieldset>
  <section class="mf-form-end" hidden><h2 id="end">End</h2><p class="mf-form-end-status"></p>
  <button data-act="skipped">skipped</button></section>
  <div class="mf-meeting-buttons" hidden>
  ${["back", "skip", "next", "leave"].map((act) => `<button data-act="${act}">${act}</button>`).join("")}</div>
  <div class="mf-form-bar" hidden><p class="mf-save-state"></p></div></form>`;
const ANSWERS = { name: "A. J.", "often.weekly": true, view: "Bikes\nand maps, Łódź", today: "2026-12-21" };

const opened = (more) => openPage(FORM, undefined, more).run("form.js");
const control = (page, name) => page.all("[name]").find((element) => element.name === name);
const type = (page, answers) => {
  for (const [name, value] of Object.entries(answers)) enter(control(page, name), value);
  return page;
};
const filled = (answers = ANSWERS) => type(opened(), answers);
const answersOf = (page) =>
  Object.fromEntries(
    page
      .all("[name]")
      .map((element) => [element.name, element.type === "checkbox" ? element.checked : element.value])
      .filter(([, value]) => value),
  );
const said = (page) => page.one(".mf-status").textContent;
const told = (page) => page.one(".mf-save-state").textContent;
const keys = (page, pressed) => page.document.fire("keydown", { ctrlKey: false, metaKey: false, ...pressed });
const TEN_MINUTES = 600000;
const savedBy = async (page) => {
  press(page, "save");
  return page.saved.at(-1).text();
};
const open = async (page, file) => {
  const chooser = page.one("[type=file]");
  chooser.files = [typeof file === "string" ? { size: file.length, text: async () => file } : file];
  chooser.fire("change");
  await new Promise(setImmediate);
  return page;
};
const copied = (more = {}) =>
  JSON.stringify({ format: "form-answers", version: 1, form: "plan", answers: { name: "B." }, ...more });
const leaving = (page) => page.window.fire("beforeunload").defaultPrevented;

test("with scripts the form offers its tools and says nothing of their absence", () => {
  const page = opened();
  const hidden = ["[data-without-script]", ".mf-form-tools", ".mf-form-bar"].map((each) => page.one(each).hidden);
  assert.deepEqual(hidden, [true, false, false]);
});

test("a copy brings back the same answers, accents and lines too", async () => {
  const page = filled();
  const file = await savedBy(page);
  const later = await open(opened(), file);
  assert.deepEqual(answersOf(later), answersOf(page));
  assert.equal(said(later), words("form-opened", { count: Object.keys(answersOf(page)).length }));
});

test("answers that a question cannot take are left out and named by number, and the others are opened", async () => {
  const answers = { view: "x", name: 3, today: "2026-02-31", "often.weekly": 1, "often.monthly": "yes", gone: "?" };
  const page = await open(opened(), copied({ answers }));
  assert.deepEqual(answersOf(page), { view: "x" });
  const told = [
    words("form-opened", { count: 1 }),
    words("form-opened-refused", { count: 3, questions: "2, 1, 3" }),
    words("form-opened-unknown", { count: 1 }),
  ];
  assert.equal(said(page), told.join(" "));
});

test("a day beyond what a box takes is left out and named", async () => {
  const page = opened();
  control(page, "today").max = "2099-12-31";
  await open(page, copied({ answers: { today: "2100-01-01", name: "B." } }));
  assert.deepEqual(answersOf(page).today, undefined);
});

test("the name of a copy tells the day and nothing else, and empty fields are not in it", async () => {
  const page = filled({ name: "A. J." });
  const { answers } = JSON.parse(await savedBy(page));
  assert.deepEqual(answers, { name: "A. J.", signed: "A. J." });
  assert.equal(told(page), words("form-saved", { name: "answers-2026-11-22.json", time: "12:00" }));
});

for (const pressed of [{ ctrlKey: true }, { metaKey: true }, { ctrlKey: true, key: "S" }]) {
  test(`a copy is saved by ${JSON.stringify(pressed)} and S, in meeting mode too, in place of the page`, async () => {
    const page = filled();
    press(page, "meeting");
    assert.equal(keys(page, { key: "s", ...pressed }).defaultPrevented, true);
    assert.equal(JSON.parse(await page.saved[0].text()).answers.name, "A. J.");
    assert.equal(leaving(page), false);
  });
}

for (const pressed of [{}, { ctrlKey: true, shiftKey: true }, { metaKey: true, altKey: true }]) {
  test(`S with ${JSON.stringify(pressed)} saves nothing, as somebody may be typing it`, () => {
    const page = filled();
    assert.equal(keys(page, { key: "s", ...pressed }).defaultPrevented, false);
    assert.deepEqual(page.saved, []);
  });
}

test("keys that are held down save one copy", () => {
  const page = filled();
  keys(page, { ctrlKey: true, key: "s" });
  assert.equal(keys(page, { ctrlKey: true, key: "s", repeat: true }).defaultPrevented, true);
  assert.equal(page.saved.length, 1);
});

const WARNING = words("form-unsaved", { minutes: 10 });

test("what is unsaved for ten minutes is told once, in words that stay true, and a copy ends it", () => {
  const page = filled();
  mock.timers.tick(TEN_MINUTES - 1);
  assert.equal(told(page), "");
  type(page, { name: "B." });
  mock.timers.tick(1);
  assert.equal(told(page), WARNING);
  type(page, { name: "C." });
  assert.equal(told(page), WARNING);
  press(page, "save");
  assert.notEqual(told(page), WARNING);
  type(page, { name: "D." });
  assert.equal(told(page), "");
  mock.timers.tick(TEN_MINUTES);
  assert.equal(told(page), WARNING);
});

test("ten minutes after a copy, or with nothing written, there is nothing to tell", async () => {
  const page = filled();
  const file = await savedBy(page);
  const saved = told(page);
  const reopened = await open(filled(), file);
  const emptied = type(filled({ name: "B." }), { name: "", signed: "" });
  const cleared = filled();
  press(cleared, "clear");
  mock.timers.tick(2 * TEN_MINUTES);
  assert.deepEqual([page, reopened, emptied, cleared].map(told), [saved, "", "", ""]);
});

test("typing, checking, saving, opening and clearing send nothing and keep nothing", async () => {
  const used = [];
  const trap = (name) => {
    const note = () => used.push(name);
    return new Proxy(function trapped() {}, { apply: note, construct: () => ({ note: note() }), get: note, set: note });
  };
  const senders = ["EventSource", "WebSocket", "XMLHttpRequest", "fetch", "navigator"];
  const keepers = ["caches", "cookieStore", "indexedDB", "localStorage", "sessionStorage"];
  const page = type(opened(Object.fromEntries([...senders, ...keepers].map((name) => [name, trap(name)]))), ANSWERS);
  press(page, "gaps");
  await open(page, await savedBy(page));
  keys(page, { ctrlKey: true, key: "s" });
  mock.timers.tick(TEN_MINUTES);
  press(page, "clear");
  assert.deepEqual([used, page.document.cookie], [[], undefined]);
});

for (const [kind, file, why] of [
  ["no JSON", "not json {", "damaged"],
  ["nothing", "", "damaged"],
  ["a number", "1", "not-ours"],
  ["null", "null", "not-ours"],
  ["a foreign object", '{"name": "B."}', "not-ours"],
  ["an old version", copied({ version: 0 }), "other-version"],
  ["a version as text", copied({ version: "1" }), "other-version"],
  ["another form", copied({ form: "note" }), "other-form"],
  ["answers in a list", copied({ answers: ["name"] }), "empty"],
  ["answers as text", copied({ answers: "name" }), "empty"],
  ["an object for text", copied({ answers: { name: { a: 1 } } }), "wrong-kind"],
  ["text for a tick", copied({ answers: { "often.weekly": "yes" } }), "wrong-kind"],
  ["a tick that is off", copied({ answers: { "often.weekly": false } }), "wrong-kind"],
  ["no date", copied({ answers: { today: "soon" } }), "wrong-kind"],
  ["a day that is in no calendar", copied({ answers: { today: "9999-99-99" } }), "wrong-kind"],
  ["the thirtieth of February", copied({ answers: { today: "2026-02-30" } }), "wrong-kind"],
  ["more than a form can hold", { size: 1000001, text: async () => copied() }, "too-large"],
  ["what cannot be read", { size: 1, text: () => Promise.reject(new Error("no")) }, "unreadable"],
]) {
  test(`a file with ${kind} is refused with the reason, and what was typed stays`, async () => {
    const page = filled();
    const before = answersOf(page);
    await open(page, file);
    assert.equal(said(page), words("form-not-opened", { why: words(`form-file-${why}`) }));
    assert.deepEqual([answersOf(page), page.asked], [before, []]);
  });
}

test("answers to questions that this form does not have are counted and go nowhere", async () => {
  const answers = '{"name": "B.", "__proto__": "x", "constructor": "x", "gone": "x"}';
  const page = await open(opened(), copied().replace('{"name":"B."}', answers));
  assert.equal(said(page), `${words("form-opened", { count: 1 })} ${words("form-opened-unknown", { count: 3 })}`);
  assert.deepEqual(answersOf(page), { name: "B." });
});

/* A form that asks some of what another does, in fields and in rows of a table. */
const SHARING = FORM.replace(
  "</fieldset>",
  `${field("7", text("lead.name") + text("lead.role"))}
  ${field("8", ["1", "2"].map((row) => text(`steps.${row}.what`) + text(`steps.${row}.who`)).join(""))}</fieldset>`,
);
const SHARED = { who: "name", on: "today", adult: "lead", "plans.*.step": "steps.*.what" };
const sharing = (answers = {}) => {
  const page = openPage(SHARING);
  page.one("form").dataset.shared = JSON.stringify({ log: { title: "Log", answers: SHARED } });
  return type(page.run("form.js"), answers);
};
const ofLog = (answers) => copied({ form: "log", answers });
const takenOver = (count, questions) => words("form-taken-over", { form: "Log", count, questions });

test("a copy of another form fills in what both ask for, says what it took, and how much it left", async () => {
  const answers = {
    who: "B.",
    on: "2026-12-21",
    "adult.role": "Tutor",
    "plans.2.step": "Walk",
    "plans.2.by": "x",
    z: true,
  };
  const page = await open(sharing(), ofLog(answers));
  const { signed, ...taken } = answersOf(page);
  assert.deepEqual(taken, { name: "B.", today: "2026-12-21", "lead.role": "Tutor", "steps.2.what": "Walk" });
  assert.equal(signed, "B.", "what repeats an answer follows");
  assert.equal(said(page), `${takenOver(4, "2, 1, 7, 8")} ${words("form-left-there", { count: 2 })}`);
  assert.deepEqual([page.asked, leaving(page)], [[], true]);
});

test("a question that has an answer keeps all of it, and is named when the file had another", async () => {
  const page = await open(
    sharing({ name: "B.", "lead.name": "Ann", "steps.1.who": "Dan" }),
    ofLog({ who: "B.", "adult.name": "Bob", "adult.role": "Head", "plans.1.step": "Walk", on: "2026-12-21" }),
  );
  const { signed: _, ...answers } = answersOf(page);
  assert.deepEqual(answers, { name: "B.", "lead.name": "Ann", "steps.1.who": "Dan", today: "2026-12-21" });
  const kept = words("form-kept-own", { count: 2, questions: "7, 8" });
  assert.equal(said(page), `${takenOver(1, "1")} ${kept}`);
});

test("where every question has an answer already nothing is taken over, and the page says so", async () => {
  const page = await open(sharing({ name: "A." }), ofLog({ who: "B." }));
  const kept = words("form-kept-own", { count: 1, questions: "2" });
  assert.equal(said(page), `${words("form-nothing-taken-over", { form: "Log" })} ${kept}`);
  assert.equal(control(page, "name").value, "A.");
});

test("a copy of another form is read as strictly as any", async () => {
  const page = await open(sharing(), ofLog({ who: "B.", on: "2026-02-30", __proto__: "x", constructor: "x" }));
  const refused = words("form-opened-refused", { count: 1, questions: "1" });
  assert.ok(said(page).startsWith(`${takenOver(1, "2")} ${refused}`));
  assert.equal(control(page, "today").value, "");
});

for (const [kind, file, why] of [
  ["of another form that shares nothing", copied({ form: "note", answers: { who: "B." } }), "other-form"],
  [
    "that names a part of every object as its form",
    copied({ form: "constructor", answers: { who: "B." } }),
    "other-form",
  ],
  ["with none of what both ask for", ofLog({ name: "B.", "plans.step": "x" }), "other-form"],
  ["with shared answers of the wrong kind alone", ofLog({ who: 1 }), "wrong-kind"],
]) {
  test(`a copy ${kind} is refused with the reason`, async () => {
    const page = await open(sharing(), file);
    assert.equal(said(page), words("form-not-opened", { why: words(`form-file-${why}`) }));
    assert.deepEqual(answersOf(page), {});
  });
}

test("a file of the largest size is still opened", async () => {
  const page = await open(opened(), { size: 1000000, text: async () => copied() });
  assert.equal(control(page, "name").value, "B.");
});

test("opening over answers asks first, and a no changes nothing", async () => {
  const page = filled();
  const before = answersOf(page);
  page.agrees = false;
  await open(page, copied());
  assert.deepEqual([page.asked, answersOf(page)], [[words("form-confirm-replace")], before]);
});

test("opening into an empty form asks nothing", async () => {
  assert.deepEqual((await open(opened(), copied())).asked, []);
});

test("opening replaces every answer, and empties what the file does not have", async () => {
  const page = await open(filled(), copied());
  assert.deepEqual(answersOf(page), { name: "B." });
});

test("clearing asks first; after a yes nothing is left, for paper neither, after a no all is there", () => {
  const page = filled();
  const before = answersOf(page);
  page.agrees = false;
  press(page, "clear");
  assert.deepEqual([page.asked, answersOf(page)], [[words("form-confirm-clear")], before]);
  page.agrees = true;
  press(page, "clear");
  assert.deepEqual([answersOf(page), page.texts(".mf-printed-answer").join("")], [{}, ""]);
  assert.equal(said(page), words("form-cleared"));
});

test("paper shows what was typed as text, and a date in words", () => {
  const page = filled({ today: "2026-12-21", view: "<b>x</b>\nand y" });
  const copyOf = (name) => control(page, name).nextElementSibling;
  assert.equal(copyOf("today").textContent, "21 December 2026");
  assert.deepEqual([copyOf("view").textContent, copyOf("view").children], ["<b>x</b>\nand y", []]);
});

test("what a browser filled in without telling anybody is on paper too", () => {
  const page = opened();
  control(page, "view").value = "put back";
  page.window.fire("beforeprint");
  assert.equal(control(page, "view").nextElementSibling.textContent, "put back");
});

test("a page that the browser kept shows its answers to nobody who comes back to it", () => {
  const page = filled();
  page.window.fire("pageshow", { persisted: false });
  assert.equal(control(page, "name").value, "A. J.");
  page.window.fire("pageshow", { persisted: true });
  assert.deepEqual(answersOf(page), {});
});

test("leaving asks while there are answers that are not saved", () => {
  const page = opened();
  assert.equal(leaving(page), false);
  type(page, { name: "A." });
  assert.equal(leaving(page), true);
  press(page, "save");
  assert.equal(leaving(page), false);
  type(page, { name: "B." });
  type(page, { name: "" });
  assert.equal(leaving(page), false);
});

test("a name typed once stands where it is asked again, follows changes, and never overwrites another", () => {
  const page = filled({ name: "A." });
  const signed = control(page, "signed");
  assert.equal(signed.value, "A.");
  type(page, { name: "A. J." });
  assert.equal(signed.value, "A. J.");
  type(page, { signed: "Ana", name: "B." });
  assert.equal(signed.value, "Ana");
});

test("a name that came from a copy still follows its source, one that differed does not", async () => {
  const names = (signed) => copied({ answers: { name: "A.", signed } });
  const follows = type(await open(opened(), names("A.")), { name: "B." });
  assert.equal(control(follows, "signed").value, "B.");
  const stays = type(await open(opened(), names("Nia")), { name: "B." });
  assert.equal(control(stays, "signed").value, "Nia");
});

test("the next review is reckoned from start and interval, over the end of a year and of summer time", () => {
  const reckoned = (today, interval) => control(filled({ today, [interval]: true }), "review").value;
  assert.equal(reckoned("2026-12-28", "often.weekly"), "2027-01-04");
  assert.equal(reckoned("2028-02-26", "often.weekly"), "2028-03-04");
  assert.equal(reckoned("2026-10-20", "often.weekly"), "2026-10-27");
  assert.equal(reckoned("2026-12-28", "often.monthly"), "2027-01-25");
});

test("without start or interval there is no date, and a date that somebody chose stays", () => {
  const page = filled({ today: "2026-12-21", "often.weekly": true });
  const reminder = page.one(".mf-reminder");
  const day = words("form-day", { weekday: "Monday", date: "28 December 2026" });
  assert.equal(reminder.firstElementChild.textContent, `${day} ${words("form-day-calculated")}`);
  type(page, { "often.weekly": false });
  assert.deepEqual([control(page, "review").value, reminder.hidden], ["", true]);
  type(page, { review: "2027-01-05", "often.weekly": true, today: "2026-12-22" });
  assert.equal(control(page, "review").value, "2027-01-05");
  const chosen = words("form-day", { weekday: "Tuesday", date: "5 January 2027" });
  assert.equal(reminder.firstElementChild.textContent, chosen);
});

test("a reminder holds the day and that there is a review, and no word of the form", async () => {
  const page = filled({ ...ANSWERS, review: "2026-12-31" });
  press(page, "remind");
  assert.equal(said(page), words("form-reminder-saved"));
  const file = await page.saved[0].text();
  const lines = Object.fromEntries(
    file
      .trimEnd()
      .split("\r\n")
      .map((line) => line.split(/:(.*)/).slice(0, 2)),
  );
  assert.deepEqual(Object.keys(lines), [
    ...["BEGIN", "VERSION", "PRODID", "UID", "DTSTAMP", "DTSTART;VALUE=DATE", "DTEND;VALUE=DATE"],
    ...["SUMMARY", "CLASS", "TRANSP", "END"],
  ]);
  assert.deepEqual([lines["DTSTART;VALUE=DATE"], lines["DTEND;VALUE=DATE"]], ["20261231", "20270101"]);
  assert.deepEqual([lines.DTSTAMP, lines.SUMMARY], ["20261122T120000Z", words("form-reminder-title")]);
  assert.doesNotMatch(file, /A\. J\.|Bikes/);
});

test("gaps are what is empty of what matters, and go while somebody types", () => {
  const page = filled({ "often.weekly": true });
  press(page, "gaps");
  assert.deepEqual(page.texts(".mf-gaps li"), ["2 No name."]);
  assert.equal(page.one(".mf-gaps-status").textContent, words("form-gaps", { count: 1 }));
  page.one(".mf-gaps a").click();
  assert.equal(page.document.activeElement, control(page, "name"));
  type(page, { name: "   " });
  assert.deepEqual(page.texts(".mf-gaps li"), ["2 No name."]);
  type(page, { name: "Ama" });
  assert.equal(page.one(".mf-gaps-status").textContent, words("form-no-gaps"));
});

const asked = (page) => page.one(".mf-form-progress").textContent;
const question = (number) => words("form-question", { number, count: 6 });

test("meeting mode asks one question after the other and comes back to what was skipped", () => {
  const page = opened();
  press(page, "meeting");
  assert.equal(asked(page), question(1));
  press(page, "skip");
  press(page, "next");
  press(page, "skip");
  for (const _ of [4, 5, 6]) press(page, "next");
  assert.equal(page.one(".mf-form-end-status").textContent, words("form-skipped", { count: 2 }));
  press(page, "skipped");
  assert.equal(asked(page), words("form-question-skipped", { number: 1, count: 6 }));
  press(page, "next");
  assert.equal(asked(page), words("form-question-skipped", { number: 3, count: 6 }));
  press(page, "next");
  assert.equal(page.one(".mf-form-end-status").textContent, words("form-none-skipped"));
  assert.equal(page.all("button").find((each) => each.dataset.act === "skipped").hidden, true);
});

test("meeting mode shows one question, and leaving it shows the whole form at that place", () => {
  const page = opened();
  press(page, "meeting");
  press(page, "next");
  assert.deepEqual(page.texts(".mf-field.mf-current"), ["2"]);
  page.one("form").fire("keydown", { key: "Escape" });
  assert.deepEqual([page.texts(".mf-current"), said(page)], [[], words("form-whole")]);
  assert.equal(page.document.activeElement, control(page, "name"));
});

test("Enter in a line goes on in meeting mode, but not while a sign is still composed", () => {
  const page = opened();
  press(page, "meeting");
  press(page, "next");
  control(page, "name").fire("keydown", { key: "Enter", isComposing: true });
  assert.equal(asked(page), question(2));
  control(page, "name").fire("keydown", { key: "Enter", isComposing: false });
  assert.equal(asked(page), question(3));
});

test("Enter in a form that is shown whole sends nothing", () => {
  assert.equal(opened().one("form").fire("submit").defaultPrevented, true);
});
