/* The form to fill in. What is typed stays on this page: no request, and no storage of any kind. */
(function () {
  "use strict";
  var FORMAT = "form-answers";
  var VERSION = 1;
  var LARGEST = 1000000; // bytes of a copy
  var DAY = 24 * 60 * 60 * 1000;
  var GROWS = CSS.supports("field-sizing", "content");
  var root = document.documentElement;
  var form = document.querySelector(".mf-form");
  var controls = Array.from(form.elements).filter(function (control) { return control.name; });
  var byName = new Map(controls.map(function (control) { return [control.name, control]; }));
  var fields = Array.from(form.querySelectorAll(".mf-field"));
  var chooser = form.querySelector("input[type=file]");
  var unsaved = false;

  function part(selector) {
    return form.querySelector(selector);
  }

  function say(text) {
    part(".mf-said").textContent = text;
  }

  function inputsOf(field) {
    return controls.filter(function (control) { return field.contains(control); });
  }

  /* Answers */
  function filled(control) {
    return control.type === "checkbox" ? control.checked : control.value.trim() !== "";
  }

  function longDate(value) {
    var day = new Date(value + "T12:00:00");
    return isNaN(day) ? value : day.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  }

  /* Boxes are cut off on paper, so that each has a copy of its words that is as long as they are. */
  function copy(control) {
    grow(control);
    var place = control.nextElementSibling;
    if (!place || !place.classList.contains("mf-copy")) return;
    place.textContent = control.type === "date" && control.value ? longDate(control.value) : control.value;
  }

  /* For browsers whose boxes do not grow by themselves */
  function grow(control) {
    if (GROWS || control.type !== "textarea") return;
    control.style.height = "auto";
    control.style.height = control.scrollHeight + 2 + "px";
  }

  function mark(field) {
    field.classList.toggle("mf-answered", inputsOf(field).some(filled));
  }

  function put(control, value) {
    if (control.type === "checkbox") control.checked = value;
    else control.value = value;
    copy(control);
    mark(control.closest(".mf-field"));
  }

  /* A name typed once stands wherever it is asked again, unless something else was typed there. */
  function repeat(source) {
    controls.forEach(function (control) {
      if (control.dataset.sameAs !== source.name) return;
      if (control.value && !control.hasAttribute("data-made")) return;
      put(control, source.value);
      control.setAttribute("data-made", "");
    });
  }

  function after(start, days) {
    var day = new Date(start + "T00:00:00Z");
    day.setTime(day.getTime() + days * DAY);
    return isNaN(day) ? "" : day.toISOString().slice(0, 10);
  }

  function interval(name) {
    return controls.find(function (control) {
      return control.dataset.days && control.checked && control.name.startsWith(name + ".");
    });
  }

  function reckon(date) {
    var start = byName.get(date.dataset.start);
    var chosen = interval(date.dataset.interval);
    var made = date.hasAttribute("data-made");
    if (!date.value || made) {
      put(date, start.value && chosen ? after(start.value, Number(chosen.dataset.days)) : "");
      date.toggleAttribute("data-made", date.value !== "");
    }
    remindable(date);
  }

  function remindable(date) {
    var place = date.closest(".mf-field").querySelector(".mf-reminder");
    var weekday = date.value && new Date(date.value + "T12:00:00").toLocaleDateString("en-GB", { weekday: "long" });
    var text = date.value && weekday + ", " + longDate(date.value) + ".";
    if (text && date.hasAttribute("data-made")) text += " Reckoned from the start and how often you meet. You can change it.";
    place.hidden = !date.value;
    if (place.firstElementChild.textContent !== text) place.firstElementChild.textContent = text;
  }

  function reckonAll() {
    controls.filter(function (control) { return control.hasAttribute("data-reckoned"); }).forEach(reckon);
  }

  form.addEventListener("input", function (event) {
    var control = event.target;
    if (!control.name) return;
    unsaved = true;
    control.removeAttribute("data-made");
    copy(control);
    mark(control.closest(".mf-field"));
    repeat(control);
    reckonAll();
    if (!part(".mf-gaps").hidden) listGaps();
  });

  /* Copies on this computer */
  function answers() {
    var found = {};
    controls.filter(filled).forEach(function (control) {
      found[control.name] = control.type === "checkbox" ? true : control.value;
    });
    return found;
  }

  function download(text, type, name) {
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: type }));
    link.download = name;
    link.click();
    setTimeout(function () { URL.revokeObjectURL(link.href); }, 60000);
  }

  function today() {
    var now = new Date();
    return new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  }

  function save() {
    var name = "answers-" + today() + ".json";
    var copied = { format: FORMAT, version: VERSION, form: form.dataset.form, answers: answers() };
    download(JSON.stringify(copied, null, 1) + "\n", "application/json", name);
    unsaved = false;
    say("Your browser saves the copy as " + name + ". It holds personal data. Move it to where it may be kept.");
  }

  function fits(name, value) {
    var control = byName.get(name);
    if (control.type === "checkbox") return value === true;
    return typeof value === "string" && (control.type !== "date" || /^\d{4}-\d\d-\d\d$/.test(value));
  }

  /* Returns what is wrong with the text of a file, or its answers. Nothing on the page changes here. */
  function read(text) {
    var data;
    try { data = JSON.parse(text); } catch (broken) { return { wrong: "It is no copy of a form, or it is damaged." }; }
    if (!data || data.format !== FORMAT) return { wrong: "It is not a copy that this site made." };
    if (data.version !== VERSION) return { wrong: "It was made with another version of this site. Open it there, or print it there." };
    if (data.form !== form.dataset.form) return { wrong: "It is a copy of another form. Open that form first." };
    if (!data.answers || typeof data.answers !== "object" || Array.isArray(data.answers)) return { wrong: "It holds no answers." };
    var names = Object.keys(data.answers);
    var known = names.filter(function (name) { return byName.has(name); });
    if (!known.every(function (name) { return fits(name, data.answers[name]); })) {
      return { wrong: "Some of its answers are of the wrong kind. It may have been changed by hand." };
    }
    return { known: known, answers: data.answers, strange: names.length - known.length };
  }

  function opened(text) {
    var found = read(text);
    if (found.wrong) {
      say("This file cannot be opened. " + found.wrong + " What you have typed is still here.");
      return;
    }
    if (controls.some(filled) && !window.confirm("Replace everything in the form with the answers in this file?")) return;
    empty();
    found.known.forEach(function (name) { put(byName.get(name), found.answers[name]); });
    controls.forEach(function (control) {
      var source = byName.get(control.dataset.sameAs);
      control.toggleAttribute("data-made", Boolean(source && control.value && source.value === control.value));
    });
    reckonAll();
    unsaved = false;
    say("Opened " + found.known.length + (found.known.length === 1 ? " answer." : " answers.") + (found.strange
      ? " " + found.strange + " in the file belong to questions that this form does not have, and are left out." : ""));
  }

  function open() {
    var file = chooser.files[0];
    chooser.value = "";
    if (!file) return;
    if (file.size > LARGEST) {
      say("This file cannot be opened. It is too large for a copy of a form. What you have typed is still here.");
      return;
    }
    file.text().then(opened, function () {
      say("This file cannot be opened. The browser could not read it. What you have typed is still here.");
    });
  }

  function empty() {
    form.reset();
    controls.forEach(function (control) {
      control.removeAttribute("data-made");
      copy(control);
    });
    fields.forEach(mark);
    reckonAll();
    unsaved = false;
    if (!part(".mf-gaps").hidden) listGaps();
  }

  function clear() {
    if (!window.confirm("Clear everything that is typed into this form? This cannot be undone.")) return;
    empty();
    say("The form is empty. Copies that you saved before are still on this computer.");
  }

  /* A reminder that tells nothing to others who see the calendar */
  function remind(control) {
    var day = byName.get(control.dataset.of).value;
    var stamp = new Date().toISOString().replace(/[-:]|\.\d+/g, "");
    var lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Review//EN", "BEGIN:VEVENT",
      "UID:" + Date.now().toString(36) + Math.random().toString(36).slice(2) + "@review.invalid", "DTSTAMP:" + stamp,
      "DTSTART;VALUE=DATE:" + day.replace(/-/g, ""), "DTEND;VALUE=DATE:" + after(day, 1).replace(/-/g, ""),
      "SUMMARY:Review", "CLASS:PRIVATE", "TRANSP:TRANSPARENT", "END:VEVENT", "END:VCALENDAR", ""];
    download(lines.join("\r\n"), "text/calendar", "review.ics");
    say("Your browser saves the reminder as review.ics. It says only «Review» and the date.");
  }

  /* Gaps: what is empty, never how good an answer is */
  function listGaps() {
    var gaps = fields.filter(function (field) { return field.dataset.gap && !inputsOf(field).some(filled); });
    var count = gaps.length;
    part(".mf-gaps ul").replaceChildren.apply(part(".mf-gaps ul"), gaps.map(gap));
    part(".mf-gaps-said").textContent = count === 0 ? "This found no gaps."
      : count === 1 ? "One gap:" : count + " gaps:";
  }

  function gap(field) {
    var item = document.createElement("li");
    var link = item.appendChild(document.createElement("a"));
    link.href = "#" + inputsOf(field)[0].id;
    link.textContent = field.querySelector(".mf-no").textContent + " " + field.dataset.gap;
    link.addEventListener("click", function (event) {
      event.preventDefault();
      inputsOf(field)[0].focus();
    });
    return item;
  }

  function gaps() {
    var panel = part(".mf-gaps");
    var opener = part("[data-act=gaps]");
    panel.hidden = !panel.hidden;
    opener.setAttribute("aria-expanded", String(!panel.hidden));
    if (panel.hidden) {
      opener.focus();
      return;
    }
    listGaps();
    part("#gaps").focus();
  }

  /* Meeting mode: one question a screen */
  var at = -1;
  var skipped = new Set();
  var returning = false;

  function current(element, on) {
    if (element) element.classList.toggle("mf-current", on);
  }

  function show(next) {
    if (fields[at]) [fields[at], fields[at].closest(".mf-part")].forEach(function (element) { current(element, false); });
    at = next;
    part(".mf-end").hidden = at < fields.length;
    part("[data-act=back]").disabled = at === 0;
    ["skip", "next"].forEach(function (act) { part(".mf-meeting [data-act=" + act + "]").hidden = at === fields.length; });
    window.scrollTo(0, 0);
    if (at === fields.length) ended();
    else asked(fields[at]);
  }

  function asked(field) {
    var section = field.closest(".mf-part");
    current(field, true);
    current(section, true);
    part(".mf-progress").textContent = "Question " + (at + 1) + " of " + fields.length +
      (skipped.has(at) ? ", skipped before" : "");
    inputsOf(field)[0].focus();
  }

  function ended() {
    var left = skipped.size;
    returning = false;
    part(".mf-progress").textContent = "";
    part(".mf-end-said").textContent = left === 0 ? "No question was skipped."
      : (left === 1 ? "One question was" : left + " questions were") + " skipped. You can leave it at that.";
    part("[data-act=skipped]").hidden = left === 0;
    part("#end").focus();
  }

  function firstSkipped(from) {
    var rest = Array.from(skipped).filter(function (index) { return index >= from; });
    return rest.length ? Math.min.apply(null, rest) : fields.length;
  }

  function onward() {
    show(returning ? firstSkipped(at + 1) : at + 1);
  }

  function meet(on) {
    root.toggleAttribute("data-meeting", on);
    part(".mf-meeting").hidden = !on;
    part(".mf-progress").hidden = !on;
    if (on) {
      skipped.clear();
      show(0);
      return;
    }
    var last = inputsOf(fields[Math.min(at, fields.length - 1)])[0];
    part(".mf-end").hidden = true;
    form.querySelectorAll(".mf-current").forEach(function (element) { current(element, false); });
    last.focus();
    last.scrollIntoView({ block: "center" });
    say("The whole form is shown.");
  }

  var ACTS = {
    back: function () { show(at - 1); },
    clear: clear,
    gaps: gaps,
    leave: function () { meet(false); },
    meeting: function () { meet(true); },
    next: function () { skipped.delete(at); onward(); },
    open: function () { chooser.click(); },
    print: function () { window.print(); },
    remind: remind,
    save: save,
    skip: function () { skipped.add(at); onward(); },
    skipped: function () { returning = true; show(firstSkipped(0)); }
  };

  form.addEventListener("click", function (event) {
    var pressed = event.target.closest("[data-act]");
    if (pressed) ACTS[pressed.dataset.act](pressed);
  });
  form.addEventListener("focusin", function (event) { event.target.scrollIntoView({ block: "nearest" }); });
  form.addEventListener("submit", function (event) { event.preventDefault(); });
  form.addEventListener("keydown", function (event) {
    if (!root.hasAttribute("data-meeting")) return;
    if (event.key === "Escape") meet(false);
    else if (event.key === "Enter" && event.target.matches("input[type=text]") && !event.isComposing) {
      event.preventDefault();
      ACTS.next();
    }
  });
  chooser.addEventListener("change", open);
  window.addEventListener("beforeprint", function () { controls.forEach(copy); });
  window.addEventListener("beforeunload", function (event) {
    if (unsaved && controls.some(filled)) event.preventDefault();
  });
  /* A page that the browser kept for «Back» would show its answers to whoever comes next. */
  window.addEventListener("pageshow", function (event) { if (event.persisted) empty(); });

  empty();
  part("[data-without-script]").hidden = true;
  part(".mf-form-tools").hidden = false;
  form.classList.add("mf-live");
})();
