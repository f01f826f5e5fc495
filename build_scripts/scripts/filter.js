/* Narrows down the entries of a register by nation, and dated changes from a day. Without it, everything is shown. */
import { label, make } from "./shared.js";

const NATIONS = {
  england: label("nation-england"),
  wales: label("nation-wales"),
  scotland: label("nation-scotland"),
  "northern-ireland": label("nation-northern-ireland"),
};
const KINDS = {
  law: label("filter-law"),
  "statutory-guidance": label("filter-statutory-guidance"),
  advice: label("filter-advice"),
  "police-and-records": label("filter-police-and-records"),
  "framework-or-tool": label("filter-frameworks-and-tools"),
  research: label("filter-research"),
  "young-person": label("filter-young-people"),
  parents: label("filter-parents"),
  professionals: label("filter-professionals"),
  adults: label("filter-adults"),
};
const article = document.querySelector("article");
const place = article.querySelector(".mf-filter-place");
const entries = [...article.querySelectorAll("[data-nations]")];
const status = make("p", { role: "status" });

const has = (words = "", word = "") => !word || words.split(" ").includes(word);

const select = (name, all, choices) =>
  make("select", { id: `filter-${name}` }, ...[["", all], ...choices].map(([value, text]) => new Option(text, value)));

const labelled = (text, control) => make("span", {}, make("label", { for: control.id }, text), " ", control);

/* An entry and, in a list of terms, the heading that it stands below. */
const parts = (entry) => {
  const heading = entry.previousElementSibling;
  return entry.tagName === "DL" && heading?.tagName === "H3" ? [entry, heading] : [entry];
};

const nation = select("nation", label("filter-all-nations"), Object.entries(NATIONS));
const used = Object.entries(KINDS).filter(([key]) => entries.some((entry) => has(entry.dataset.kind, key)));
const kind = select("kind", label("filter-every-kind"), used);
const day = make("input", { id: "filter-since", type: "date" });

const fits = ({ dataset }) =>
  has(dataset.nations, nation.value) &&
  has(dataset.kind, kind.value) &&
  (!day.value || !dataset.on || dataset.on >= day.value);

const apply = () => {
  const shown = entries.filter(fits);
  for (const entry of entries) for (const part of parts(entry)) part.hidden = !shown.includes(entry);
  status.textContent = label("filter-shown", { shown: shown.length, count: entries.length });
};

if (place) {
  const form = make("form", { class: "mf-filter" }, labelled(label("filter-nation"), nation));
  if (used.length) form.append(" ", labelled(label("filter-kind"), kind));
  if (article.querySelector("[data-filter=date]")) form.append(" ", labelled(label("filter-since"), day));
  form.append(status);
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  place.append(form);
  apply();
}
