/* «Set up for your school»: the form becomes the text of local-details.txt. Nothing leaves the page but by the
   reader's hand. */
import { afterDetails, download, fetchScript, label, make } from "./shared.js";

const HELP = "places-to-get-help.html";
const FILE = "local-details.txt";
/* What such a file holds, and nothing else: details as JSON, alone or behind the words that this page puts there. */
const SHAPE = /^\ufeff?\s*(?:\/\/[^\n]*\n\s*)?(?:window\.localDetails = )?(\{[\s\S]*\});?\s*$/;
const article = document.querySelector("article");
const inputs = [...article.querySelectorAll("[data-detail]")];
const text = article.querySelector("textarea");
let loaded;
let isSound = false;

const say = (where, words) => {
  article.querySelector(`[data-said=${where}]`).textContent = words;
};

const given = (id) => {
  try {
    return window.localTools.given(loaded, id);
  } catch {
    return "";
  }
};

const putIn = (details) => {
  for (const input of inputs) {
    const value = window.localTools.given(details, input.dataset.detail);
    input.value = typeof value === "string" ? value.slice(0, 2 * input.maxLength) : "";
  }
};

const begin = () => {
  loaded = window.localDetails;
  isSound = Boolean(loaded) && typeof loaded === "object";
  if (!isSound) {
    say("file", label("setup-no-file"));
    return;
  }
  putIn(Object.fromEntries(inputs.map(({ dataset }) => [dataset.detail, given(dataset.detail)])));
  const names = inputs.map((input) => input.dataset.detail);
  const unknown = Object.keys(loaded).filter((id) => !names.includes(id));
  const count = Object.keys(loaded).length - unknown.length;
  const from = count ? label("setup-starts-from", { count }) : label("setup-empty-file");
  const listed = unknown.join(", ").slice(0, 200);
  say("file", unknown.length ? `${from} ${label("setup-unknown-names", { names: listed })}` : from);
};

const details = () =>
  Object.fromEntries(
    inputs.filter((input) => input.value.trim()).map((input) => [input.dataset.detail, input.value.trim()]),
  );

/* Returns the details of a file as data; no line of it is run. */
const readDetails = (words) => {
  try {
    return JSON.parse(SHAPE.exec(words)[1]);
  } catch {
    return null;
  }
};

/* The choice is taken back at once, so that the same file can be chosen again when it has been mended. */
const open = async (input) => {
  const [file] = input.files;
  input.value = "";
  const found = readDetails(await file.text());
  if (!found) {
    say("opened", label("setup-strange-file"));
    return;
  }
  putIn(found);
  show();
  inputs.forEach(check);
  say("opened", label("setup-opened", { count: Object.keys(found).length }));
};

/* Plain ASCII, so that no server and no editor can spoil a letter. */
const fileText = (values) => {
  const escaped = (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`;
  const text = `// ${label("details-file-about")}\nwindow.localDetails = ${JSON.stringify(values, null, 2)};\n`;
  return text.replace(/[^\x20-\x7e\n]|</g, escaped);
};

const list = (name, found) => {
  const items = found.map(({ input, why }) =>
    make("li", {}, make("a", { href: `#${input.id}` }, input.dataset.label), why ? `: ${why}` : ""),
  );
  const place = article.querySelector(`[data-list=${name}]`);
  place.replaceChildren(...items);
  place.hidden = !found.length;
  place.previousElementSibling.hidden = !found.length;
};

const whyNot = (input) => {
  const id = input.dataset.detail;
  return window.localTools.clean(id, input.value.trim() || (isSound && given(id)) || "").why;
};

/* A mistake is told at its field once the reader has left it, and no longer than it is there. */
const tell = (input, why) => {
  input.setAttribute("aria-invalid", String(Boolean(why)));
  document.getElementById(`${input.id}-why`).textContent = why && label("setup-check-this", { why });
};

const check = (input) => tell(input, whyNot(input));

const show = () => {
  const values = details();
  const refused = inputs.map((input) => ({ input, why: whyNot(input) })).filter(({ why }) => why);
  const missing = inputs.filter((input) => !values[input.dataset.detail] && !whyNot(input)).map((input) => ({ input }));
  for (const input of inputs) if (!whyNot(input)) tell(input, "");
  list("missing", missing);
  list("refused", refused);
  const counts = { filled: inputs.length - missing.length - refused.length, all: inputs.length };
  const some = refused.length && label("setup-filled-and-refused", { ...counts, refused: refused.length });
  say("check", some || label("setup-filled", counts));
  text.value = fileText(values);
  window.localTools.fill(values, article.querySelector(".mf-preview"));
};

/* Nothing is saved with a mistake that somebody typed: the list of mistakes comes into view, each a way to its field. */
const save = () => {
  inputs.forEach(check);
  const count = inputs.filter((input) => input.value.trim() && whyNot(input)).length;
  if (count) {
    say("saved", label("setup-mend-first", { count }));
    document.getElementById("refused").focus();
    return;
  }
  download(text.value, "text/plain", FILE);
  say("saved", label("setup-saved"));
};

/* The older way of copying also works where a page has no secure address, as on a file share. */
const copyText = () => {
  text.select();
  try {
    return document.execCommand("copy");
  } catch {
    return false;
  }
};

/* Returns the page for young people in one file, with these details in it. Parsed text runs no script. */
const filledPage = () => {
  const whole = new DOMParser().parseFromString(window.oneFile, "text/html");
  window.localTools.fill(details(), whole);
  return `<!doctype html>\n${whole.documentElement.outerHTML}\n`;
};

const saveHelp = () => {
  if (!window.oneFile) {
    fetchScript("one-file.js", saveHelp, () => say("kept", label("setup-file-missing")));
    return;
  }
  download(filledPage(), "text/html", HELP);
  say("kept", label("setup-help-saved", { name: HELP }));
};

const listen = (act, done) => article.querySelector(`[data-act=${act}]`).addEventListener("click", done);

afterDetails(() => {
  begin();
  show();
  inputs.forEach(check);
});
article.querySelector("input[type=file]").addEventListener("change", ({ target }) => target.files[0] && open(target));
article.addEventListener("input", ({ target }) => target.dataset.detail && show());
article.addEventListener("change", ({ target }) => target.dataset.detail && check(target));
article.querySelector("form").addEventListener("submit", (event) => event.preventDefault());
listen("save", save);
listen("help", saveHelp);
listen("copy", () => say("saved", copyText() ? label("setup-copied") : label("setup-copy-by-hand")));

/* The whole field comes into view, not only its edge. */
text.addEventListener("focus", () => text.scrollIntoView({ block: "nearest" }));
