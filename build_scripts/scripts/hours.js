/*
 * Says whether a service is open now, from its table of hours in UK time. A table is a list of spans in minutes of a
 * week that begins on Monday, such as "600-960 2040-2400". Bank holidays are not known here.
 */
import { label, longDate } from "./shared.js";

const DAY = 1440;
/* Monday to Sunday, as the clock names them. */
const DAYS = Array.from({ length: 7 }, (_, day) => longDate(`2024-01-0${day + 1}`, { weekday: "long" }));
const clock = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Europe/London",
  weekday: "long",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

const minuteOfWeek = () => {
  const parts = Object.fromEntries(clock.formatToParts(new Date()).map((part) => [part.type, part.value]));
  return DAYS.indexOf(parts.weekday) * DAY + parts.hour * 60 + Number(parts.minute);
};

const timeOf = (minute) => {
  const hour = Math.floor((minute % DAY) / 60);
  const rest = minute % 60;
  if (!rest && hour === 0) return label("hours-midnight");
  if (!rest && hour === 12) return label("hours-noon");
  const time = (hour % 12 || 12) + (rest ? `.${String(rest).padStart(2, "0")}` : "");
  return hour < 12 ? label("hours-am", { time }) : label("hours-pm", { time });
};

const state = (spans, now) => {
  if (spans.some(([start, end]) => start <= now && now < end)) return label("hours-open");
  const [next] = spans.find(([start]) => start > now) || spans[0];
  const isToday = Math.floor(next / DAY) === Math.floor(now / DAY) && next > now;
  const day = isToday ? label("hours-today") : DAYS[Math.floor(next / DAY)];
  return label("hours-closed", { day, time: timeOf(next) });
};

const show = () => {
  const now = minuteOfWeek();
  for (const place of document.querySelectorAll(".mf-opening-hours")) {
    const spans = place.dataset.hours.split(" ").map((span) => span.split("-").map(Number));
    const isAlways = spans[0][1] - spans[0][0] >= 7 * DAY;
    place.textContent = `${state(spans, now)} ${isAlways ? "" : label("hours-holidays")}`;
  }
};

show();
setInterval(show, 30000);
