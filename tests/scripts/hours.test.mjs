import assert from "node:assert/strict";
import process from "node:process";
import { mock, test } from "node:test";
import { openPage, words } from "./page.mjs";

const [MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY] = [0, 1, 2, 3, 4, 5, 6];
const span = (day, opens, closes) => `${(day * 24 + opens) * 60}-${(day * 24 + closes) * 60}`;
const OFFICE = [
  ...[MONDAY, TUESDAY, WEDNESDAY, THURSDAY, FRIDAY].map((day) => span(day, 10, 16.5)),
  span(SATURDAY, 0, 12),
].join(" ");
const LATE = `${span(MONDAY, 0, 2)} ${span(SUNDAY, 18, 24)}`;
const ALWAYS = `0-${7 * 24 * 60}`;

const opened = (hours, moment) => {
  mock.timers.reset();
  mock.timers.enable({ apis: ["Date", "setInterval"], now: Date.parse(moment) });
  return openPage(`<p class="mf-opening-hours" data-hours="${hours}"></p>`).run("hours.js");
};
const said = (hours, moment) => opened(hours, moment).one("p").textContent;

const am = (time) => words("hours-am", { time });
const pm = (time) => words("hours-pm", { time });
const open = `${words("hours-open")} ${words("hours-holidays")}`;
const closed = (day, time) => `${words("hours-closed", { day, time })} ${words("hours-holidays")}`;
const closedToday = (time) => closed(words("hours-today"), time);

for (const [promise, hours, moment, expected] of [
  ["a minute before it opens it is closed", OFFICE, "2026-11-23T09:59:00Z", closedToday(am("10"))],
  ["at its first minute it is open", OFFICE, "2026-11-23T10:00:00Z", open],
  ["at its last minute it is open", OFFICE, "2026-11-23T16:29:59Z", open],
  ["at closing time it is closed until the next day", OFFICE, "2026-11-23T16:30:00Z", closed("Tuesday", am("10"))],
  ["over the weekend the next day that is open is named", OFFICE, "2026-11-28T12:00:00Z", closed("Monday", am("10"))],
  ["midnight is called by its name", OFFICE, "2026-11-27T17:00:00Z", closed("Saturday", words("hours-midnight"))],
  ["noon is called by its name", span(FRIDAY, 12, 20), "2026-11-27T11:00:00Z", closedToday(words("hours-noon"))],
  ["half hours are told with two digits", span(FRIDAY, 13.5, 20), "2026-11-27T11:00:00Z", closedToday(pm("1.30"))],
  ["half past noon is in the afternoon", span(FRIDAY, 12.5, 20), "2026-11-27T11:00:00Z", closedToday(pm("12.30"))],
  ["five past has its nought", span(FRIDAY, 0 + 5 / 60, 20), "2026-11-27T00:04:00Z", closedToday(am("12.05"))],
  ["in winter the clock of the UK is that of the world", OFFICE, "2026-03-27T09:30:00Z", closedToday(am("10"))],
  ["in summer the same moment is an hour later", OFFICE, "2026-03-30T09:30:00Z", open],
  ["on the last Friday of summer time it still is", OFFICE, "2026-10-23T09:30:00Z", open],
  ["on the Monday after it is not", OFFICE, "2026-10-26T09:30:00Z", closedToday(am("10"))],
  ["the last minute of a week is open", LATE, "2026-11-29T23:59:00Z", open],
  ["the first minute of the next goes on", LATE, "2026-11-30T00:00:00Z", open],
  ["after the last of a week comes the first of the next", LATE, "2026-11-30T02:00:00Z", closed("Sunday", pm("6"))],
  ["later the same day is called today", LATE, "2026-11-29T17:00:00Z", closedToday(pm("6"))],
  [
    "earlier the same day next week is called by its name",
    span(WEDNESDAY, 9, 10),
    "2026-11-25T12:00:00Z",
    closed("Wednesday", am("9")),
  ],
]) {
  test(promise, () => assert.equal(said(hours, moment), expected));
}

test("what never closes is open, and bank holidays change nothing", () => {
  assert.equal(said(ALWAYS, "2026-12-25T04:00:00Z").trim(), words("hours-open"));
});

test("the computer's own time zone makes no difference", () => {
  for (const zone of ["Asia/Tokyo", "America/Los_Angeles", "Pacific/Kiritimati"]) {
    process.env.TZ = zone;
    assert.equal(said(OFFICE, "2026-11-23T10:00:00Z"), open, zone);
    assert.equal(said(OFFICE, "2026-11-23T09:59:00Z"), closedToday(am("10")), zone);
  }
});

test("a page that stays open tells when the hours change", () => {
  const page = opened(OFFICE, "2026-11-23T16:29:45Z");
  mock.timers.tick(30000);
  assert.equal(page.one("p").textContent, closed("Tuesday", am("10")));
});
