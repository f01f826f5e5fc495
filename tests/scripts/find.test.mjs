import assert from "node:assert/strict";
import { test } from "node:test";
import { openPage } from "./page.mjs";

/* Small indexes as the build makes them: each place is one page of guidance, and its extract is all of its text. */
const COMMON = "a all and can do i it no of on that the to we what when where".split(" ");
const FILLER = ["Rooms and keys", "Bus times", "Lunch menus", "Lost property", "School trips", "Music lessons"];

const indexOf = (places, more = {}) => {
  const all = [...places, ...FILLER.map((title) => ({ title }))].map((place, at) => ({
    ...{ page: `page-${at}.html`, anchor: "", kind: "guidance", names: [], text: "", rest: [] },
    ...place,
  }));
  const pages = [...new Set(all.map(({ page }) => page))];
  const kinds = [...new Set(all.map(({ kind }) => kind))];
  const rest = [...new Set(all.flatMap((place) => place.rest))];
  const holders = rest.map((word) => all.flatMap((place, at) => (place.rest.includes(word) ? [at] : [])));
  return {
    pages,
    kinds: kinds.map((kind) => [kind, `Kind ${kind}`]),
    page: all.map(({ page }) => pages.indexOf(page)),
    anchor: all.map(({ anchor }) => anchor),
    kind: all.map(({ kind }) => kinds.indexOf(kind)),
    title: all.map(({ title }) => title),
    names: all.map(({ names }) => names.join("|")),
    extract: all.map(({ text }) => text),
    phone: all.map(({ phone = "" }) => phone),
    more: all.map((place) => place.rest.length),
    words: rest.join(" "),
    steps: holders.map((held) => held.map((at, turn) => at - (held[turn - 1] ?? 0)).join(",")).join(" "),
    ...{ common: COMMON, same: [], leads: [], misspelt: {}, ...more },
  };
};

const { window } = openPage("").run("find.js");
const finder = (places, more) => new window.Finder(indexOf(places, more));
const found = (places, typed, more) =>
  finder(places, more)
    .find(typed)
    .map(({ place }) => place.title);

test("a word in a title is worth more than the same word in a text, and that more than one among the rest", () => {
  const places = [
    { title: "Chat groups", rest: ["consent"] },
    { title: "Chat rooms", text: "Asking for consent" },
    { title: "Consent today" },
  ];
  assert.deepEqual(found(places, "consent"), ["Consent today", "Chat rooms", "Chat groups"]);
});

test("a place that meets every word comes before one that meets one word better", () => {
  const places = [
    { title: "Forces by county", text: "police, police, police, police" },
    { title: "Talking", text: "When to hand a phone over, and when the police may ask" },
  ];
  assert.equal(found(places, "police phone")[0], "Talking");
});

test("rare words count for more than those that stand everywhere", () => {
  const places = [
    { title: "Images" },
    { title: "Threats" },
    ...["a", "b", "c"].map((name) => ({ title: `Images ${name}` })),
  ];
  assert.equal(found(places, "images threats")[0], "Threats");
});

test("word forms meet: one and several, being done and done", () => {
  for (const typed of ["share", "shares", "shared", "sharing"]) {
    assert.deepEqual(found([{ title: "Sharing pictures" }], typed), ["Sharing pictures"], typed);
  }
  assert.deepEqual(found([{ title: "Bodies" }, { title: "Bods" }], "body"), ["Bodies"]);
  assert.deepEqual(found([{ title: "Stopping" }, { title: "Stoops" }], "stopped"), ["Stopping"]);
});

test("capitals, accents, apostrophes and signs make no difference", () => {
  for (const typed of ["zoë", "ZOE!", "(Zoe)", "Zoe’s"])
    assert.deepEqual(found([{ title: "Zoë" }], typed), ["Zoë"], typed);
  for (const typed of ["dont", "don't", "DON’T"]) {
    assert.deepEqual(found([{ title: "Don’t" }, { title: "Done" }], typed), ["Don’t"], typed);
  }
});

test("words that mean the same find the same, in both directions, phrases too", () => {
  const more = { same: [["nude", "intimate image"]] };
  assert.equal(found([{ title: "Intimate images" }], "nudes", more)[0], "Intimate images");
  assert.equal(found([{ title: "Nudes" }], "intimate image", more)[0], "Nudes");
});

test("the word that was typed is worth more than another that means the same", () => {
  const places = [
    { title: "Rules", text: "Of a selfie" },
    { title: "Law", text: "Of a nude" },
  ];
  assert.deepEqual(found(places, "nude", { same: [["nude", "selfie"]] }), ["Law", "Rules"]);
});

test("a word that leads to another does so one way only", () => {
  const more = { leads: [[["snapchat"], ["platform"]]] };
  assert.deepEqual(found([{ title: "Platform" }], "snapchat", more), ["Platform"]);
  assert.deepEqual(found([{ title: "Snapchat" }], "platform", more), []);
});

test("a known slip is mended, and an unknown one comes near", () => {
  const misspelt = { harrismant: "harassment" };
  assert.deepEqual(found([{ title: "Harassment" }], "harrismant", { misspelt }), ["Harassment"]);
  assert.deepEqual(found([{ title: "Harassment" }], "harasment"), ["Harassment"]);
});

test("two letters that changed places are one slip", () => {
  assert.deepEqual(found([{ title: "KCSIE" }, { title: "Books" }], "kscie"), ["KCSIE"]);
});

test("who asks in the very words of a question is answered before whoever asks about somebody else", () => {
  const places = [
    { title: "Devices and phones at school", names: ["what happens to the phone"], text: "phone phone" },
    { title: "Young people", names: ["what happens to my phone"] },
  ];
  const more = { common: ["the", "my", "to", "what"] };
  assert.equal(found(places, "what happens to my phone", more)[0], "Young people");
  assert.equal(found(places, "what happens to the phone", more)[0], "Devices and phones at school");
});

test("a short word is not taken for another, and a long one only for its like", () => {
  assert.deepEqual(found([{ title: "Bun" }], "bin"), []);
  assert.deepEqual(found([{ title: "Harassment" }], "harbourmen"), []);
});

test("what is right is never mixed with what is only near", () => {
  assert.deepEqual(found([{ title: "Threat" }, { title: "Thread" }], "threat"), ["Threat"]);
});

test("the last word may be begun only, the others may not", () => {
  assert.deepEqual(found([{ title: "Safeguarding" }, { title: "A guard" }, { title: "Safe" }], "safe"), [
    "Safe",
    "Safeguarding",
  ]);
  assert.deepEqual(found([{ title: "Safeguarding" }, { title: "Safe" }], "safe zzzz"), ["Safe"]);
});

test("two words are found where they stand as one", () => {
  assert.deepEqual(found([{ title: "Cyberflashing" }], "cyber flashing")[0], "Cyberflashing");
});

test("a question that a place answers brings it first, in whatever words it is wrapped", () => {
  const places = [
    {
      title: "Screenshots that people keep of chats",
      names: ["keep every screenshot of a chat"],
      text: "Keep no screenshot",
    },
    { title: "Devices", names: ["can I keep a screenshot"] },
  ];
  assert.equal(found(places, "can I keep a screenshot of it?")[0], "Devices");
});

test("of two questions that meet one word each, the one with the rare word fits better, and one word is one of all", () => {
  const others = Array.from({ length: 9 }, (_, at) => ({ title: `Note ${at}`, text: "report" }));
  const asked = finder([{ title: "Report" }, { title: "Perpetrator" }, ...others]);
  const fits = (...words) => asked.fits(new Set(words), words.join(" "));
  const [report, perpetrator] = [0, 1].map((place) => fits("perpetrator", "report").get(place));
  assert.ok(perpetrator > report, `${perpetrator} > ${report}`);
  assert.ok(fits("perpetrator").get(1) > 1 && perpetrator < 1);
});

test("a page is one result, at its best place; entries of a register are one each", () => {
  const page = { page: "long.html" };
  const parts = [
    { ...page, title: "Long page" },
    { ...page, anchor: "a", title: "Consent and law" },
    { ...page, anchor: "b", title: "Consent" },
  ];
  const addresses = (kind) =>
    finder(parts.map((part) => ({ ...part, kind })))
      .find("consent")
      .map(({ place }) => place.address);
  assert.deepEqual(addresses("guidance"), ["long.html#b"]);
  assert.deepEqual(addresses("service"), ["long.html#b", "long.html#a"]);
});

test("a service comes before a term, and a term before a correction, where words alone do not decide", () => {
  const places = ["correction", "term", "service"].map((kind) => ({ title: "Report", names: [kind], kind }));
  const kinds = finder(places)
    .find("report")
    .map(({ place }) => place.kind);
  assert.deepEqual(kinds, ["service", "term", "correction"]);
});

test("words among the rest are found at every place that holds them", () => {
  const [rest, titles] = [["grooming"], ["Zero", "One", "Two", "Three", "Four"]];
  const places = titles.map((title, at) => ({ title, rest: [1, 3, 4].includes(at) ? rest : [] }));
  assert.deepEqual(found(places, "grooming"), ["One", "Three", "Four"]);
});

test("nothing typed finds nothing, and odd input breaks nothing", () => {
  for (const typed of ["", " ", "...", "💬", "constructor", "__proto__", "a".repeat(3000), "<b>", "\u0000"]) {
    assert.deepEqual(found([{ title: "Consent" }], typed), [], typed.slice(0, 20));
  }
});

test("common words alone still lead to the page that asks them", () => {
  const places = [{ title: "To do all that we do", text: "What to do, and what we do" }, { title: "What to do" }];
  assert.equal(found(places, "what to do")[0], "What to do");
});

test("a result carries what is shown of it: kind, extract, number", () => {
  const places = [{ title: "Line", kind: "service", text: "Day and night.", phone: "0117 496 0123" }];
  const [{ place }] = finder(places).find("line");
  assert.deepEqual(
    [place.kindName, place.extract, place.phone, place.address],
    ["Kind service", "Day and night.", "0117 496 0123", "page-0.html"],
  );
});

test("the same question gives the same answer each time", () => {
  const asked = finder(
    [
      { title: "Consent", text: "law" },
      { title: "Law", text: "consent" },
    ],
    { same: [["law", "act"]] },
  );
  const ask = (text) => asked.find(text).map(({ place, score }) => [place.title, score]);
  const first = ask("consent law");
  ask("act");
  ask("conse");
  assert.deepEqual(ask("consent law"), first);
});
