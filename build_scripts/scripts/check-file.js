/* Where an editor chooses a file of content and reads its mistakes. The file is read here and goes nowhere. What reads
   and checks it is fetched with the first file. */
import { fetchScript, label, make } from "./shared.js";

const place = document.querySelector(".mf-check-file");
const chooser = place.querySelector("input");
const kinds = place.querySelector("select");
const heard = place.querySelector("[role=status]");
const list = place.querySelector("ol");
const ENDING = /\.(?:md|yml)$/;
let chosen;
let ready;

const load = () => {
  ready =
    ready ||
    new Promise((done, failed) => {
      fetchScript("readers/readers.js", undefined, failed);
      fetchScript("check-rules.js", undefined, failed);
      fetchScript("check-content.js", done, failed);
    });
  return ready;
};

const say = (words) => {
  heard.textContent = words;
};

/* The line of a mistake, with a mark at its place. */
const lineWith = (text, column) => {
  const signs = [...text];
  const [before, sign, after] = [signs.slice(0, column - 1), signs[column - 1], signs.slice(column)];
  return make("code", {}, before.join(""), make("u", {}, sign || " "), after.join(""));
};

const show = (problems, lines) => {
  const { name } = chosen;
  const items = problems.map(({ line, column, message, remedy }) => {
    const where = make("strong", {}, label("check-file-line", { line, column }));
    const told = make("p", {}, where, `: ${message}; ${remedy}`);
    return make("li", {}, told, ...(lines[line - 1]?.trim() ? [lineWith(lines[line - 1], column)] : []));
  });
  list.replaceChildren(...items);
  const count = problems.length;
  say(count ? label("check-file-wrong", { count, name }) : label("check-file-right", { name }));
};

const check = () => {
  const { bytes, name } = chosen;
  list.replaceChildren();
  if (kinds.value) show(window.checkContent.check(bytes, name, kinds.value), window.checkContent.linesOf(bytes));
  else say(label("check-file-ask", { name }));
};

/* Offers the places that a file of this ending may have, and chooses the one that the file itself tells. */
const offerKinds = (possible, kind) => {
  const options = Object.entries(possible).map(([value, words]) => make("option", { value }, words));
  kinds.replaceChildren(make("option", { value: "" }, label("check-file-kind-unknown")), ...options);
  kinds.value = kind || "";
  kinds.parentNode.hidden = false;
};

/* A file that is larger than any of content is refused without being read. */
const read = async (file) => {
  const { name, size } = file;
  list.replaceChildren();
  kinds.parentNode.hidden = true;
  if (!ENDING.test(name)) {
    say(label("check-file-strange", { name }));
    return;
  }
  say(label("check-file-waiting", { name }));
  try {
    await load();
  } catch {
    ready = undefined;
    say(label("check-file-missing"));
    return;
  }
  const buffer = await file
    .slice(0, window.checkRules.limits.bytes)
    .arrayBuffer()
    .catch(() => null);
  if (!buffer) {
    say(label("check-file-unread", { name }));
    return;
  }
  chosen = { bytes: new Uint8Array(buffer), name };
  const refused = window.checkContent.refusal(chosen.bytes, size);
  if (refused.length) {
    show(refused, []);
    return;
  }
  offerKinds(window.checkContent.kindsFor(name), window.checkContent.kindOf(chosen.bytes, name));
  check();
};

/* The choice is taken back when another begins, so that the same file can be chosen again when it has been mended. */
chooser.addEventListener("click", () => {
  chooser.value = "";
});
chooser.addEventListener("change", () => {
  const [file] = chooser.files;
  if (file) read(file);
});
kinds.addEventListener("change", check);
place.addEventListener("dragover", (event) => {
  event.preventDefault();
  place.dataset.over = "";
});
place.addEventListener("dragleave", () => delete place.dataset.over);
place.addEventListener("drop", (event) => {
  event.preventDefault();
  delete place.dataset.over;
  const [file] = event.dataTransfer.files;
  if (file) read(file);
});
