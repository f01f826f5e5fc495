import assert from "node:assert/strict";
import { mock, test } from "node:test";
import { openPage } from "./page.mjs";

mock.timers.enable({ apis: ["Date"], now: Date.parse("2026-11-23T10:00:00Z") });

/* A learning platform that keeps what it is told, and answers as SCORM 1.2 says. */
const platform = (answers = {}) => {
  const kept = { calls: [] };
  const answer = (name, act = () => "true") => [
    name,
    (...values) => {
      kept.calls.push(name);
      return answers[name] ?? act(...values);
    },
  ];
  const set = (name, value) => {
    kept[name] = value;
    return "true";
  };
  const API = Object.fromEntries([
    ...["LMSInitialize", "LMSCommit", "LMSFinish"].map((name) => answer(name)),
    answer("LMSGetValue", (name) => kept[name] ?? ""),
    answer("LMSSetValue", set),
  ]);
  return { API, kept };
};
const linked = (more) => openPage("", undefined, more).run("lms.js").window.learningPlatform;
const alone = () => {
  const window = {};
  return Object.assign(window, { parent: window, opener: null, top: window });
};

test("a platform is found in the frames around the page, however deep, and behind the window that opened it", () => {
  const { API } = platform();
  const outer = Object.assign(alone(), { API });
  assert.equal(linked({ parent: outer }).found, true);
  assert.equal(linked({ parent: { parent: { parent: outer } } }).found, true);
  assert.equal(linked({ opener: { parent: outer } }).found, true);
  assert.equal(linked({ parent: alone() }).found, false);
});

test("frames that may not be read, and frames without end, are given up", () => {
  const closed = {
    get API() {
      throw new Error("another origin");
    },
    parent: null,
  };
  assert.equal(linked({ parent: closed }).found, false);
  const endless = () => ({
    get parent() {
      return endless();
    },
  });
  assert.equal(linked({ parent: endless() }).found, false);
});

test("without a platform nothing is read or taken, and nothing breaks", () => {
  const { begun, end, read, write } = linked({ parent: null });
  end({});
  assert.deepEqual([begun, read("x"), write({ x: 1 })], [false, "", false]);
});

test("values are told as texts, and counted as taken only when the platform says so of each", () => {
  const good = platform();
  assert.equal(linked({ API: good.API }).write({ score: 80, place: "a" }), true);
  assert.deepEqual([good.kept.score, good.kept.place], ["80", "a"]);
  for (const name of ["LMSSetValue", "LMSCommit"]) {
    assert.equal(linked({ API: platform({ [name]: "false" }).API }).write({ score: 80 }), false, name);
  }
});

test("a platform that refuses to start is found, but nothing is told to it", () => {
  const { API, kept } = platform({ LMSInitialize: "false" });
  const { begun, end, found, write } = linked({ API });
  end({});
  assert.deepEqual([found, begun, write({ x: 1 }), kept.calls], [true, false, false, ["LMSInitialize"]]);
});

test("a platform that breaks does not break the page", () => {
  const fail = () => {
    throw new Error("no");
  };
  const API = { LMSInitialize: () => "true", LMSGetValue: fail, LMSSetValue: fail, LMSCommit: fail, LMSFinish: fail };
  const { end, read, write } = linked({ API });
  assert.deepEqual([read("x"), write({ x: 1 })], ["", false]);
  end({});
});

test("the end is told once, with the time spent as SCORM writes it, and nothing after it", () => {
  const { API, kept } = platform();
  const { end, read, write } = linked({ API });
  mock.timers.tick(((2 * 60 + 3) * 60 + 4) * 1000 + 560);
  end({ place: "b" });
  assert.equal(kept["cmi.core.session_time"], "0002:03:04.56");
  assert.deepEqual([kept["cmi.core.exit"], kept.place], ["suspend", "b"]);
  end({ place: "c" });
  assert.deepEqual([write({ place: "d" }), read("place"), kept.place], [false, "", "b"]);
  assert.equal(kept.calls.filter((name) => name === "LMSFinish").length, 1);
});
