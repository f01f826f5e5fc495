/* The check at the end of a session, and where the reader stopped. The first answer to a question counts. */
(function () {
  "use strict";

  const platform = window.learningPlatform;
  const edition = document.body.dataset.edition;
  const result = document.querySelector(".mf-result");
  const sections = [...document.querySelectorAll("article > section[id]")];
  const answers = {};
  let finished = false;

  function make(tag, words, kind) {
    const element = document.createElement(tag);
    element.textContent = words || "";
    element.className = kind || "";
    return element;
  }

  function say(place, ...lines) {
    place.replaceChildren(...lines.map((line) => (typeof line === "string" ? make("p", line) : line)));
  }

  /* Questions */
  const asked = [...document.querySelectorAll(".mf-asked")].map((item) => ({
    id: item.dataset.question,
    item,
    options: [...item.querySelectorAll(".mf-options > li")],
    reasons: [...item.querySelectorAll("details > p")],
  }));

  function draw(question) {
    const group = make("fieldset");
    const legend = make("legend");
    const button = make("button", "Check my answer", "mf-button");
    legend.append(...question.item.querySelector("p").childNodes);
    question.inputs = question.options.map((option) => {
      const input = make("input");
      input.type = "radio";
      input.name = question.id;
      return input;
    });
    const labels = question.options.map((option, at) => {
      const label = make("label");
      const words = make("span");
      words.append(...option.childNodes);
      label.append(question.inputs[at], words);
      return label;
    });
    button.type = "button";
    button.addEventListener("click", () => check(question));
    question.said = make("div", "", "mf-feedback");
    question.said.setAttribute("role", "status");
    group.append(legend, ...labels, button);
    question.item.replaceChildren(group, question.said);
  }

  function check(question) {
    const chosen = question.inputs.findIndex((input) => input.checked);
    if (chosen < 0) {
      say(question.said, "Choose an answer first.");
      return;
    }
    tell(question, chosen);
    if (!(question.id in answers)) {
      answers[question.id] = chosen;
      keep();
    }
  }

  function isRight(question, chosen) {
    return "right" in question.options[chosen].dataset;
  }

  function tell(question, chosen) {
    const right = isRight(question, chosen);
    const reasons = right ? question.reasons.slice(1) : question.reasons;
    const opening = make("p", right ? "That is right." : "That is not the best answer here.", "mf-label");
    say(question.said, opening, ...reasons.map((reason) => reason.cloneNode(true)));
  }

  function rightOnes() {
    return asked.filter((question) => question.id in answers && isRight(question, answers[question.id])).length;
  }

  /* What the platform keeps */
  function state() {
    const kept = { "cmi.suspend_data": JSON.stringify({ edition, answers }), "cmi.core.lesson_location": place() };
    return finished ? { ...kept, ...score(), "cmi.core.lesson_status": "completed" } : kept;
  }

  function place() {
    const passed = sections.filter((section) => section.getBoundingClientRect().top < window.innerHeight / 2);
    return passed.length ? passed[passed.length - 1].id : "";
  }

  function score() {
    if (!asked.length) {
      return {};
    }
    const raw = Math.round((100 * rightOnes()) / asked.length);
    return { "cmi.core.score.min": 0, "cmi.core.score.max": 100, "cmi.core.score.raw": raw };
  }

  function keep() {
    finished = asked.every((question) => question.id in answers);
    const taken = platform.write(state());
    if (finished) {
      say(result, count(), recorded(taken));
    } else {
      say(result, `You have answered ${Object.keys(answers).length} of ${asked.length} questions.`);
      if (platform.found && !taken) {
        result.append(make("p", recorded(false)));
      }
    }
  }

  function count() {
    if (!asked.length) {
      return "You have read to the end.";
    }
    return `You have answered every question. Right at the first answer: ${rightOnes()} of ${asked.length}.`;
  }

  function recorded(taken) {
    if (!platform.found) {
      return "Nothing is recorded. You can print this page.";
    }
    return taken
      ? "Your learning platform has recorded this."
      : "Your learning platform did not record this. You can print this page instead.";
  }

  /* Coming back */
  function earlier() {
    try {
      const kept = JSON.parse(platform.read("cmi.suspend_data"));
      return (kept.edition === edition && kept.answers) || {};
    } catch {
      return {}; // nothing was kept, or by something else
    }
  }

  function resume() {
    const kept = earlier();
    asked.forEach((question) => {
      const chosen = kept[question.id];
      if (Number.isInteger(chosen) && question.inputs[chosen]) {
        answers[question.id] = chosen;
        question.inputs[chosen].checked = true;
        tell(question, chosen);
      }
    });
    const answered = Object.keys(answers).length;
    if (answered) {
      finished = answered === asked.length;
      say(result, finished ? count() : `You have answered ${answered} of ${asked.length} questions.`);
    }
  }

  function way() {
    const stopped = platform.read("cmi.core.lesson_location");
    const section = sections.find((one) => one.id === stopped);
    if (!section) {
      return [];
    }
    const line = make("p", "You have been here before. ");
    const link = make("a", `Go on at «${section.querySelector("h2").textContent.trim()}»`);
    link.href = `#${section.id}`;
    line.append(link);
    return [line];
  }

  function greet() {
    const box = document.querySelector(".mf-platform");
    if (!platform.found) {
      say(box, "No learning platform was found, so nothing is recorded. You can print this page.");
    } else if (!platform.begun) {
      say(box, "Your learning platform did not start, so nothing is recorded. You can print this page.");
    } else {
      say(
        box,
        "Your learning platform keeps your answers, your score, your place and the time you take. Nobody can fail.",
        ...way(),
      );
    }
  }

  function begin() {
    if (["not attempted", ""].includes(platform.read("cmi.core.lesson_status"))) {
      platform.write({ "cmi.core.lesson_status": "incomplete" });
    }
    if (asked.length) {
      const how = "Choose one answer to each question. Your first answer counts. You can try again as often as you like.";
      document.querySelector(".mf-how").textContent = how;
    } else {
      const button = make("button", "I have read to the end", "mf-button");
      button.type = "button";
      button.addEventListener("click", keep);
      result.before(button);
    }
    asked.forEach(draw);
    resume();
    greet();
  }

  begin();
  window.addEventListener("pagehide", () => platform.end(state()));
  window.addEventListener("pageshow", (event) => {
    if (event.persisted && platform.begun) {
      location.reload(); // the platform has closed its record of this visit
    }
  });
})();
