import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { openPage, press, words } from "./page.mjs";

const BRITISH = { lang: "en-GB", localService: true };
const ANDROID = { lang: "en_US", localService: true };
const FAR = { lang: "en-GB", localService: false };
const PAGE = `<h1>Start</h1><p>Call 999. Then wait.</p><h2>Next</h2><ul><li>One<ul><li>Two</li></ul></li></ul>
  <nav><p>Menu</p></nav><details><summary>More</summary><p>Folded</p></details>`;

/* The voice of a device: it notes what it is to say, and says so when it is done. */
const deviceWith = (voices) => ({
  cancelled: 0,
  said: [],
  cancel() {
    this.cancelled += 1;
  },
  getVoices: () => voices,
  speak(utterance) {
    this.said.push(utterance);
  },
});

const opened = (html = PAGE, voices = [FAR, ANDROID, BRITISH], tops = {}) => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["setTimeout"] });
  const device = deviceWith(voices);
  class SpeechSynthesisUtterance {
    constructor(text) {
      this.text = text;
    }
  }
  const page = openPage(`<main><article>${html}</article></main>`, undefined, {
    ...{ Intl, SpeechSynthesisUtterance, speechSynthesis: device },
  });
  for (const element of page.one("article").within()) {
    const top = tops[element.textContent] ?? 10;
    element.checkVisibility = () => element.localName === "summary" || !element.closest("details");
    element.getBoundingClientRect = () => ({ bottom: top + 10, top });
  }
  page.run("listen.js");
  page.one("head > link")?.fire("load");
  return Object.assign(page, { device });
};
const bar = (page) => page.one(".mf-listen");
const listen = (page) => {
  press(page, words("listen"));
  mock.timers.tick(1000);
  return page;
};
/* Lets the device say all that it is given. */
const hear = (page) => {
  for (let at = 0; at < page.device.said.length && at < 99; at += 1) page.device.said[at].onend();
  return page.device.said.map(({ text }) => text);
};

test("nothing is offered where the device has no English voice of its own, and nothing is said unasked", () => {
  assert.equal(bar(opened(PAGE, [])), null);
  assert.equal(
    bar(opened(PAGE, [FAR, { lang: "de-DE", localService: true }, { lang: "enm", localService: true }])),
    null,
  );
  assert.deepEqual(opened().device.said, []);
});

test("a voice that the browser learns of later is offered then, once", () => {
  const voices = [];
  const page = opened(PAGE, voices);
  voices.push(ANDROID);
  page.device.onvoiceschanged();
  page.device.onvoiceschanged();
  for (const link of page.all("head > link")) link.fire("load");
  assert.equal(page.all(".mf-listen").length, 1);
});

test("the voice is one of the device, and British where there is one", () => {
  assert.equal(listen(opened()).device.said[0].voice, BRITISH);
  assert.equal(listen(opened(PAGE, [FAR, ANDROID])).device.said[0].voice, ANDROID);
});

test("what stands on the page is read sentence by sentence, without menus and what is folded away", () => {
  assert.deepEqual(hear(listen(opened())), ["Start", "Call 9 9 9.", "Then wait.", "Next", "One", "Two", "More"]);
});

test("numbers to call and to text are read as digits; years, sums, ages and dates are not", () => {
  const read = (text) => hear(listen(opened(`<p>${text}</p>`))).join(" ");
  assert.equal(read("Call 0808 800 5000"), "Call 0 8 0 8, 8 0 0, 5 0 0 0");
  assert.equal(read("Text 85258 or 116 123, or 111"), "Text 8 5 2 5 8 or 1 1 6, 1 2 3, or 1 1 1");
  for (const same of ["In 2026, 108 of 110", "10,000 pupils", "£1,101", "aged 13-17", "2026-11-01", "99.5 %", "09:30"])
    assert.equal(read(same), same);
});

test("reading begins with what is in sight", () => {
  const tops = { Start: -900, "Call 999. Then wait.": -100 };
  assert.deepEqual(hear(listen(opened(PAGE, [BRITISH], tops)))[0], "Next");
});

test("the button says what it does; a pause begins its sentence again", () => {
  const page = listen(opened());
  page.device.said[0].onend();
  press(page, words("listen-pause"));
  page.device.said[1].onend(); // as a browser may say of what was cut off
  assert.equal(page.device.said.length, 2);
  press(page, words("listen-go-on"));
  mock.timers.tick(1000);
  assert.equal(page.device.said[2].text, page.device.said[1].text);
  assert.equal(bar(page).dataset.state, "on");
});

test("the next part is begun, and after the last there is silence", () => {
  const page = listen(opened());
  press(page, words("listen-next"));
  mock.timers.tick(1000);
  assert.equal(page.device.said.at(-1).text, "Next");
  press(page, words("listen-next"));
  assert.equal(bar(page).dataset.state, "off");
});

test("another speed holds from the sentence that is read", () => {
  const page = listen(opened());
  const speed = page.one("select");
  speed.value = "1.25";
  speed.fire("change");
  mock.timers.tick(1000);
  assert.deepEqual(
    page.device.said.map(({ rate, text }) => [rate, text]),
    [
      [1, "Start"],
      [1.25, "Start"],
    ],
  );
});

const silent = (page) => {
  const before = page.device.said.length;
  page.device.said.at(-1)?.onend();
  mock.timers.tick(1000);
  return page.device.cancelled > 1 && page.device.said.length === before && bar(page).dataset.state === "off";
};

test("Stop, Escape and leaving end it at once, and nothing stays marked", () => {
  const ways = [
    (page) => press(page, words("listen-stop")),
    (page) => page.document.fire("keydown", { key: "Escape" }),
    (page) => page.window.fire("pagehide"),
    (page) => page.window.stopListening(),
  ];
  for (const way of ways) {
    const page = listen(opened());
    way(page);
    assert.ok(silent(page) && !page.one(".mf-heard-now"), String(way));
  }
});

test("Escape that closes something else does not end it; the keyboard stays at the buttons", () => {
  const page = listen(opened());
  page.document.fire("keydown", { defaultPrevented: true, key: "Escape" });
  assert.equal(bar(page).dataset.state, "on");
  const stop = page.all("button").find((button) => button.textContent === words("listen-stop"));
  stop.focus();
  stop.click();
  assert.equal(page.document.activeElement.textContent, words("listen"));
});

test("a page for young people is silent once another one is looked at", () => {
  const staff = listen(opened());
  const young = listen(opened(`<p data-leave>Leave.</p>${PAGE}`));
  for (const page of [staff, young]) {
    page.document.hidden = true;
    page.document.fire("visibilitychange");
  }
  assert.deepEqual([bar(staff).dataset.state, bar(young).dataset.state], ["on", "off"]);
});

test("a device that cannot read is told of, once", () => {
  const page = listen(opened());
  page.device.said[0].onerror({ error: "synthesis-failed" });
  assert.deepEqual(page.texts("[role=status]"), [words("listen-failed")]);
  assert.ok(silent(page));
});

test("what is read is marked, block by block", () => {
  const page = listen(opened());
  assert.deepEqual(page.texts(".mf-heard-now"), ["Start"]);
  page.device.said[0].onend();
  assert.deepEqual(page.texts(".mf-heard-now"), ["Call 999. Then wait."]);
});
