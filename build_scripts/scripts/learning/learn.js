/* The check at the end of a session, and where the reader stopped. The first answer to a question counts. */
import { button, label, make } from "../shared.js";

const platform = window.learningPlatform;
const { edition } = document.body.dataset;
const result = document.querySelector(".mf-result");
const sections = [...document.querySelectorAll("article > section[id]")];
const answers = {};
const status = platform.read("cmi.core.lesson_status");
/* Who comes back after another edition has come may answer anew, and loses nothing by it. */
const wasCompleted = ["completed", "passed"].includes(status);
let finished = false;

const say = (place, ...lines) =>
  place.replaceChildren(...lines.map((line) => (typeof line === "string" ? make("p", {}, line) : line)));

/* Questions */
const questions = [...document.querySelectorAll(".mf-question")].map((item) => ({
  id: item.dataset.question,
  item,
  options: [...item.querySelectorAll(".mf-answer-options > li")],
  reasons: [...item.querySelectorAll("details > p")],
}));

const isAnswered = (question) => question.id in answers;
const isRight = (question, chosen) => "right" in question.options[chosen].dataset;

const draw = (question) => {
  question.inputs = question.options.map(() => make("input", { type: "radio", name: question.id }));
  question.feedback = make("div", { class: "mf-feedback", role: "status" });
  const choices = question.options.map((option, at) =>
    make("label", {}, question.inputs[at], make("span", {}, ...option.childNodes)),
  );
  const legend = make("legend", {}, ...question.item.querySelector("p").childNodes);
  const check = button(label("learn-check-answer"), () => checkAnswer(question));
  question.item.replaceChildren(make("fieldset", {}, legend, ...choices, check), question.feedback);
};

const checkAnswer = (question) => {
  const chosen = question.inputs.findIndex((input) => input.checked);
  if (chosen < 0) {
    say(question.feedback, label("learn-choose-first"));
    return;
  }
  tell(question, chosen);
  if (!isAnswered(question)) {
    answers[question.id] = chosen;
    keep();
  }
};

const tell = (question, chosen) => {
  const right = isRight(question, chosen);
  const reasons = right ? question.reasons.slice(1) : question.reasons;
  const opening = make("p", { class: "mf-label" }, right ? label("learn-right") : label("learn-not-best"));
  say(question.feedback, opening, ...reasons.map((reason) => reason.cloneNode(true)));
};

const rightOnes = () =>
  questions.filter((question) => isAnswered(question) && isRight(question, answers[question.id])).length;

/* What the platform keeps */
const state = () => {
  const kept = { "cmi.suspend_data": JSON.stringify({ edition, answers }), "cmi.core.lesson_location": place() };
  return finished && !wasCompleted ? { ...kept, ...score(), "cmi.core.lesson_status": "completed" } : kept;
};

const place = () => {
  const passed = sections.filter((section) => section.getBoundingClientRect().top < window.innerHeight / 2);
  return passed.length ? passed[passed.length - 1].id : "";
};

const score = () => {
  if (!questions.length) return {};
  const raw = Math.round((100 * rightOnes()) / questions.length);
  return { "cmi.core.score.min": 0, "cmi.core.score.max": 100, "cmi.core.score.raw": raw };
};

const keep = () => {
  finished = questions.every(isAnswered);
  const isTaken = platform.write(state());
  if (finished) say(result, wholeResult(), recorded(isTaken));
  else say(result, answeredSoFar(), ...(platform.found && !isTaken ? [recorded(false)] : []));
};

const answeredSoFar = () => label("learn-answered", { answered: Object.keys(answers).length, count: questions.length });

const wholeResult = () =>
  questions.length
    ? label("learn-answered-all", { right: rightOnes(), count: questions.length })
    : label("learn-read-all");

const recorded = (isTaken) => {
  if (!platform.found) return label("learn-nothing-recorded");
  if (wasCompleted) return label("learn-recorded-before");
  return isTaken ? label("learn-recorded") : label("learn-not-recorded");
};

/* Coming back */
const earlierAnswers = () => {
  try {
    const kept = JSON.parse(platform.read("cmi.suspend_data"));
    return (kept.edition === edition && kept.answers) || {};
  } catch {
    return {}; // nothing was kept, or by something else
  }
};

const resume = () => {
  const kept = earlierAnswers();
  for (const question of questions) {
    const chosen = kept[question.id];
    if (!Number.isInteger(chosen) || !question.inputs[chosen]) continue;
    answers[question.id] = chosen;
    question.inputs[chosen].checked = true;
    tell(question, chosen);
  }
  if (!Object.keys(answers).length) return;
  finished = questions.every(isAnswered);
  say(result, finished ? wholeResult() : answeredSoFar());
};

const wayBack = () => {
  const stopped = platform.read("cmi.core.lesson_location");
  const section = sections.find(({ id }) => id === stopped);
  if (!section) return [];
  const title = section.querySelector("h2").textContent.trim();
  const link = make("a", { href: `#${section.id}` }, label("learn-go-on-at", { title }));
  return [make("p", {}, label("learn-been-here"), " ", link)];
};

const greet = () => {
  const box = document.querySelector(".mf-platform-status");
  if (!platform.found) say(box, label("learn-no-platform"));
  else if (!platform.begun) say(box, label("learn-platform-did-not-start"));
  else say(box, label("learn-platform-keeps"), ...wayBack());
};

if (["not attempted", ""].includes(status)) platform.write({ "cmi.core.lesson_status": "incomplete" });
if (questions.length) document.querySelector(".mf-instructions").textContent = label("learn-how");
else result.before(button(label("learn-i-have-read"), keep));
questions.forEach(draw);
resume();
greet();
window.addEventListener("pagehide", () => platform.end(state()));
window.addEventListener("pageshow", (event) => {
  if (event.persisted && platform.begun) location.reload(); // the platform has closed its record of this visit
});
