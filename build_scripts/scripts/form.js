/* The form to fill in. What is typed stays on this page: no request, and no storage of any kind. */
import { download, label, longDate, make, today } from "./shared.js";

const FORMAT = "form-answers";
const VERSION = 1;
const LARGEST = 1000000; // bytes of a copy
const DAMAGED = Symbol("no JSON");
const DAY = 24 * 60 * 60 * 1000;
const PATIENCE = 10; // minutes with something unsaved, after which the page says so
const GROWS = CSS.supports("field-sizing", "content");
const root = document.documentElement;
const form = document.querySelector(".mf-form");
const controls = [...form.elements].filter((control) => control.name);
const byName = new Map(controls.map((control) => [control.name, control]));
const fields = [...form.querySelectorAll(".mf-field")];
const SHARED = JSON.parse(form.dataset.shared || "{}");
const chooser = form.querySelector("input[type=file]");
let unsaved = false;
let reminder;
let isPointing = false;

const part = (selector) => form.querySelector(selector);
const inputsOf = (field) => controls.filter((control) => field.contains(control));
const isFilled = (control) => (control.type === "checkbox" ? control.checked : control.value.trim() !== "");
const isAnswered = (field) => inputsOf(field).some(isFilled);

const say = (text) => {
  part(".mf-status").textContent = text;
};

const tell = (text) => {
  part(".mf-save-state").textContent = text;
};

/* Something was typed: after a while with no copy of it, the page says so once, and leaves it at that. */
const setUnsaved = (on) => {
  unsaved = on;
  if (!on) clearTimeout(reminder);
  if (!on) reminder = undefined;
  else reminder ??= setTimeout(remindToSave, PATIENCE * 60000);
};

const remindToSave = () => {
  if (controls.some(isFilled)) tell(label("form-unsaved", { minutes: PATIENCE }));
};

/* Answers */

/* For browsers whose boxes do not grow by themselves */
const grow = (control) => {
  if (GROWS || control.type !== "textarea") return;
  control.style.height = "auto";
  control.style.height = `${control.scrollHeight + 2}px`;
};

/* Boxes are cut off on paper, so that each has a copy of its words that is as long as they are. */
const copy = (control) => {
  grow(control);
  const place = control.nextElementSibling;
  if (!place?.classList.contains("mf-printed-answer")) return;
  place.textContent = control.type === "date" && control.value ? longDate(control.value) : control.value;
};

/* Of a table or list that has answers, paper needs one line more and not all that are empty. */
const mark = (field) => {
  field.classList.toggle("mf-answered", isAnswered(field));
  for (const row of field.querySelectorAll("tbody tr, [data-kind=tick-with-line] li")) {
    row.classList.toggle("mf-empty-row", !inputsOf(row).some(isFilled));
  }
};

const put = (control, value) => {
  if (control.type === "checkbox") control.checked = value;
  else control.value = value;
  copy(control);
  mark(control.closest(".mf-field"));
};

/* A name typed once stands wherever it is asked again, unless something else was typed there. */
const repeat = (source) => {
  for (const control of controls) {
    if (control.dataset.sameAs !== source.name) continue;
    if (control.value && !control.hasAttribute("data-made")) continue;
    put(control, source.value);
    control.setAttribute("data-made", "");
  }
};

const addDays = (start, days) => {
  const day = new Date(Date.parse(start) + days * DAY);
  return Number.isNaN(day.getTime()) ? "" : day.toISOString().slice(0, 10);
};

const chosenInterval = (name) =>
  controls.find((control) => control.dataset.days && control.checked && control.name.startsWith(`${name}.`));

const tellDate = (date) => {
  const field = date.closest(".mf-field").querySelector(".mf-reminder");
  const { value } = date;
  const day = value && label("form-day", { weekday: longDate(value, { weekday: "long" }), date: longDate(value) });
  const text = day && date.hasAttribute("data-made") ? `${day} ${label("form-day-calculated")}` : day;
  field.hidden = !value;
  if (field.firstElementChild.textContent !== text) field.firstElementChild.textContent = text;
};

const calculateDate = (date) => {
  const start = byName.get(date.dataset.start);
  const chosen = chosenInterval(date.dataset.interval);
  if (!date.value || date.hasAttribute("data-made")) {
    put(date, start.value && chosen ? addDays(start.value, Number(chosen.dataset.days)) : "");
    date.toggleAttribute("data-made", date.value !== "");
  }
  tellDate(date);
};

const calculateDates = () => controls.filter((control) => control.hasAttribute("data-reckoned")).forEach(calculateDate);

form.addEventListener("input", ({ target }) => {
  if (!target.name) return;
  if (!unsaved) tell("");
  setUnsaved(true);
  target.removeAttribute("data-made");
  copy(target);
  mark(target.closest(".mf-field"));
  repeat(target);
  calculateDates();
  refreshGaps();
});

/* Copies on this computer */
const answers = () =>
  Object.fromEntries(
    controls.filter(isFilled).map((control) => [control.name, control.type === "checkbox" || control.value]),
  );

const save = () => {
  const name = `answers-${today()}.json`;
  const saved = { format: FORMAT, version: VERSION, form: form.dataset.form, answers: answers() };
  download(`${JSON.stringify(saved, null, 1)}\n`, "application/json", name);
  setUnsaved(false);
  const time = new Date().toLocaleTimeString("en-GB", { hour: "2-digit", minute: "2-digit" });
  tell(label("form-saved", { name, time }));
};

/* A day of the calendar that the box takes: browsers drop any other without a word. */
const isDay = (value, last) => addDays(value, 0) === value && !(last && value > last);

const fits = ([name, value]) => {
  const control = byName.get(name);
  if (control.type === "checkbox") return value === true;
  return typeof value === "string" && (control.type !== "date" || isDay(value, control.max));
};

const numberOf = (control) => control.closest(".mf-field").querySelector(".mf-question-number").textContent;

const parse = (text) => {
  try {
    return JSON.parse(text);
  } catch {
    return DAMAGED;
  }
};

/* Returns the answers that belong to questions of this form, and how many others there are. */
const sorted = (given) => {
  const all = Object.entries(given);
  const known = all.filter(([name]) => byName.has(name));
  return { known, strangers: all.length - known.length };
};

/* Another form that asks some of the same, by what its copies call it; nothing where there is none. */
const otherForm = (id) => Object.entries(SHARED).find(([name]) => name === id)?.[1];

/* Returns the answers of another form that this one asks for too, under the names that they have here. */
const sharedOf = (other, given) => {
  const here = (name) => {
    const plain = name.replace(/\.\d+\./, ".*.");
    const [, row = ""] = name.match(/\.(\d+)\./) || [];
    const theirs = Object.keys(other.answers).find((known) => plain === known || plain.startsWith(`${known}.`));
    return theirs ? (other.answers[theirs] + plain.slice(theirs.length)).replace("*", row) : "";
  };
  return Object.entries(given)
    .map(([name, value]) => [here(name), value])
    .filter(([name]) => byName.has(name));
};

/* Returns what is wrong with the data of a file, or nothing. */
const faultOf = (data) => {
  if (data === DAMAGED) return label("form-file-damaged");
  if (data?.format !== FORMAT) return label("form-file-not-ours");
  if (data.version !== VERSION) return label("form-file-other-version");
  const isOurs = data.form === form.dataset.form;
  const other = otherForm(data.form);
  if (!isOurs && !other) return label("form-file-other-form");
  if (!data.answers || typeof data.answers !== "object" || Array.isArray(data.answers)) return label("form-file-empty");
  if (!isOurs && !sharedOf(other, data.answers).length) return label("form-file-other-form");
  const known = isOurs ? sorted(data.answers).known : sharedOf(other, data.answers);
  return known.length && !known.some(fits) ? label("form-file-wrong-kind") : "";
};

const refuse = (why) => say(label("form-not-opened", { why }));

const fillIn = (found) => {
  empty();
  for (const [name, value] of found) put(byName.get(name), value);
  for (const control of controls) {
    const source = byName.get(control.dataset.sameAs);
    control.toggleAttribute("data-made", Boolean(source && control.value && source.value === control.value));
  }
  calculateDates();
  setUnsaved(false);
};

/* The numbers of the questions that have some answers, each once */
const questionsOf = (found) => [...new Set(found.map(([name]) => numberOf(byName.get(name))))];

const sayRefused = (refused) =>
  refused.length && label("form-opened-refused", { count: refused.length, questions: refused.join(", ") });

const differs = ([name, value]) => {
  const control = byName.get(name);
  return (control.type === "checkbox" ? control.checked : control.value) !== value;
};

/* Answers of another form go to questions that have none: what two people wrote is never mixed in one. */
const takeOver = (other, given) => {
  const shared = sharedOf(other, given);
  const usable = shared.filter(fits);
  const answered = new Set(fields.filter(isAnswered));
  const isFree = ([name]) => !answered.has(byName.get(name).closest(".mf-field"));
  const taken = usable.filter(isFree);
  for (const [name, value] of taken) put(byName.get(name), value);
  for (const [name] of taken) repeat(byName.get(name));
  calculateDates();
  refreshGaps();
  if (taken.length) setUnsaved(true);
  const kept = questionsOf(usable.filter((answer) => !isFree(answer) && differs(answer)));
  const left = Object.keys(given).length - shared.length;
  const form = other.title;
  return [
    taken.length
      ? label("form-taken-over", { count: taken.length, form, questions: questionsOf(taken).join(", ") })
      : label("form-nothing-taken-over", { form }),
    kept.length && label("form-kept-own", { count: kept.length, questions: kept.join(", ") }),
    sayRefused(questionsOf(shared.filter((answer) => !usable.includes(answer)))),
    left && label("form-left-there", { count: left }),
  ];
};

const replaceAll = (given) => {
  const { known, strangers } = sorted(given);
  const taken = known.filter(fits);
  fillIn(taken);
  return [
    label("form-opened", { count: taken.length }),
    sayRefused(questionsOf(known.filter((answer) => !taken.includes(answer)))),
    strangers && label("form-opened-unknown", { count: strangers }),
  ];
};

const openText = (text) => {
  const data = parse(text);
  const fault = faultOf(data);
  if (fault) {
    refuse(fault);
    return;
  }
  const isOurs = data.form === form.dataset.form;
  if (isOurs && controls.some(isFilled) && !window.confirm(label("form-confirm-replace"))) return;
  const told = isOurs ? replaceAll(data.answers) : takeOver(otherForm(data.form), data.answers);
  say(told.filter(Boolean).join(" "));
};

const openFile = () => {
  const [file] = chooser.files;
  if (file?.size > LARGEST) refuse(label("form-file-too-large"));
  else file?.text().then(openText, () => refuse(label("form-file-unreadable")));
  chooser.value = "";
};

const empty = () => {
  form.reset();
  for (const control of controls) {
    control.removeAttribute("data-made");
    copy(control);
  }
  fields.forEach(mark);
  calculateDates();
  setUnsaved(false);
  refreshGaps();
};

const clear = () => {
  if (!window.confirm(label("form-confirm-clear"))) return;
  empty();
  say(label("form-cleared"));
};

/* A reminder that tells nothing to others who see the calendar */
const remind = (control) => {
  const day = byName.get(control.dataset.of).value;
  const compact = (text) => text.replace(/[-:]|\.\d+/g, "");
  const id = Date.now().toString(36) + Math.random().toString(36).slice(2);
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Review//EN",
    "BEGIN:VEVENT",
    `UID:${id}@review.invalid`,
    `DTSTAMP:${compact(new Date().toISOString())}`,
    `DTSTART;VALUE=DATE:${compact(day)}`,
    `DTEND;VALUE=DATE:${compact(addDays(day, 1))}`,
    `SUMMARY:${label("form-reminder-title")}`,
    "CLASS:PRIVATE",
    "TRANSP:TRANSPARENT",
    "END:VEVENT",
    "END:VCALENDAR",
    "",
  ];
  download(lines.join("\r\n"), "text/calendar", "review.ics");
  say(label("form-reminder-saved"));
};

/* Gaps: what is empty, never how good an answer is */
const gapItem = (field) => {
  const [input] = inputsOf(field);
  const link = make("a", { href: `#${input.id}` }, `${numberOf(field)} ${field.dataset.gap}`);
  link.addEventListener("click", (event) => {
    event.preventDefault();
    input.focus();
  });
  return make("li", {}, link);
};

const listGaps = () => {
  const gaps = fields.filter((field) => field.dataset.gap && !isAnswered(field));
  part(".mf-gaps ul").replaceChildren(...gaps.map(gapItem));
  part(".mf-gaps-status").textContent = gaps.length
    ? label("form-gaps", { count: gaps.length })
    : label("form-no-gaps");
};

const refreshGaps = () => {
  if (!part(".mf-gaps").hidden) listGaps();
};

const toggleGaps = () => {
  const panel = part(".mf-gaps");
  const opener = part("[data-act=gaps]");
  panel.hidden = !panel.hidden;
  opener.setAttribute("aria-expanded", String(!panel.hidden));
  refreshGaps();
  if (panel.hidden) opener.focus();
  else part("#gaps").focus();
};

/* Meeting mode: one question a screen */
let at = -1;
const skipped = new Set();
let isReturning = false;

const setCurrent = (on, ...elements) => {
  for (const element of elements) element.classList.toggle("mf-current", on);
};

const show = (number) => {
  if (fields[at]) setCurrent(false, fields[at], fields[at].closest(".mf-form-part"));
  at = number;
  const isEnd = at === fields.length;
  part(".mf-form-end").hidden = !isEnd;
  part("[data-act=back]").disabled = at === 0;
  for (const act of ["skip", "next"]) part(`.mf-meeting-buttons [data-act=${act}]`).hidden = isEnd;
  window.scrollTo(0, 0);
  if (isEnd) showEnd();
  else showField(fields[at]);
};

const showField = (field) => {
  const place = { number: at + 1, count: fields.length };
  setCurrent(true, field, field.closest(".mf-form-part"));
  part(".mf-form-progress").textContent = skipped.has(at)
    ? label("form-question-skipped", place)
    : label("form-question", place);
  inputsOf(field)[0].focus();
};

const showEnd = () => {
  const count = skipped.size;
  isReturning = false;
  part(".mf-form-progress").textContent = "";
  part(".mf-form-end-status").textContent = count ? label("form-skipped", { count }) : label("form-none-skipped");
  part("[data-act=skipped]").hidden = !count;
  part("#end").focus();
};

const firstSkipped = (from) => Math.min(fields.length, ...[...skipped].filter((number) => number >= from));

const goOn = () => show(isReturning ? firstSkipped(at + 1) : at + 1);

const setMeeting = (on) => {
  root.toggleAttribute("data-meeting", on);
  part(".mf-meeting-buttons").hidden = !on;
  part(".mf-form-progress").hidden = !on;
  if (on) {
    skipped.clear();
    show(0);
    return;
  }
  const [last] = inputsOf(fields[Math.min(at, fields.length - 1)]);
  part(".mf-form-end").hidden = true;
  setCurrent(false, ...form.querySelectorAll(".mf-current"));
  last.focus();
  last.scrollIntoView({ block: "center" });
  say(label("form-whole"));
};

const ACTS = {
  back: () => show(at - 1),
  clear,
  gaps: toggleGaps,
  leave: () => setMeeting(false),
  meeting: () => setMeeting(true),
  next: () => {
    skipped.delete(at);
    goOn();
  },
  open: () => chooser.click(),
  remind,
  save,
  skip: () => {
    skipped.add(at);
    goOn();
  },
  skipped: () => {
    isReturning = true;
    show(firstSkipped(0));
  },
};

form.addEventListener("click", (event) => {
  const control = event.target.closest("[data-act]");
  if (control) ACTS[control.dataset.act]?.(control);
});
/* A page that moved while a mouse button is down would put the click on something else. */
for (const type of ["pointerdown", "pointerup", "pointercancel"]) {
  document.addEventListener(type, () => {
    isPointing = type === "pointerdown";
  });
}
form.addEventListener("focusin", ({ target }) => {
  if (!isPointing && !target.closest(".mf-form-bar")) target.scrollIntoView({ block: "nearest" });
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("keydown", (event) => {
  if (!root.hasAttribute("data-meeting")) return;
  if (event.key === "Escape") setMeeting(false);
  else if (event.key === "Enter" && event.target.matches("input[type=text]") && !event.isComposing) {
    event.preventDefault();
    ACTS.next();
  }
});
/* The keys that save a page in any browser: they would save it without what was typed, or with it under its name. */
document.addEventListener("keydown", (event) => {
  if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey || event.key.toLowerCase() !== "s") return;
  event.preventDefault();
  if (!event.repeat) save();
});
chooser.addEventListener("change", openFile);
window.addEventListener("beforeprint", () => controls.forEach(copy));
window.addEventListener("beforeunload", (event) => {
  if (unsaved && controls.some(isFilled)) event.preventDefault();
});
/* A page that the browser kept for «Back» would show its answers to whoever comes next. */
window.addEventListener("pageshow", (event) => {
  if (event.persisted) empty();
});

empty();
part("[data-without-script]").hidden = true;
part(".mf-form-tools").hidden = false;
part(".mf-form-bar").hidden = false;
form.classList.add("mf-scripted");
