/*
 * Which copy of a form is printed: one filling, and each copy with only what its readers may see. A choice stands until
 * another is made, and not only for one print: a browser that tells too early that it has printed would else print all.
 */
import { label, make } from "./shared.js";

const root = document.documentElement;
const form = document.querySelector(".mf-form");
const dialog = document.querySelector(".mf-copies");
const choices = dialog ? [...dialog.querySelectorAll("input")] : [];
const ownTitle = document.title;

/* Returns where a question or a heading stands on a copy: its number, or nothing where the copy leaves it out. */
const placeOn = (element, copy) => {
  const places = (element.dataset.places || "").split(" ").map((place) => place.split(":"));
  return places.find(([file]) => file === copy)?.[1] || "";
};

const titleOf = (choice) => dialog.querySelector(`label[for="${choice.id}"]`).textContent;

const numberOn = (element, place) => {
  const number = element.querySelector(".mf-question-number");
  if (!number) return;
  const isPrinted = number.nextElementSibling?.classList.contains("mf-printed-number");
  const printed = isPrinted ? number.nextElementSibling : make("span", { class: "mf-printed-number" });
  if (!isPrinted) number.after(printed, " ");
  printed.textContent = number.textContent.endsWith(".") ? `${place}.` : place;
};

const leaveOut = (element, copy) => {
  const place = placeOn(element, copy);
  element.classList.toggle("mf-left-out", !place);
  if (place) numberOn(element, place);
};

/* Whatever of the form has no place on the copy is not on its paper. */
const chooseCopy = (choice) => {
  const isPage = choice === choices[0];
  for (const element of form.querySelectorAll(".mf-field, .mf-form-part > h2, .mf-part-intro")) {
    leaveOut(element, choice.value);
  }
  for (const top of form.querySelectorAll(".mf-copy-top")) {
    top.classList.toggle("mf-current", top.dataset.copy === choice.value);
  }
  root.toggleAttribute("data-other-copy", !isPage);
  for (const what of ["data-goes-home", "data-short"]) root.toggleAttribute(what, choice.hasAttribute(what));
  document.title = isPage ? ownTitle : titleOf(choice);
  form.querySelector(".mf-chosen-copy").textContent = isPage ? "" : label("form-prints", { copy: titleOf(choice) });
};

const ACTS = {
  "close-copies": () => dialog.close(),
  print: () => (dialog ? dialog.showModal() : window.print()),
  "print-copy": () => {
    chooseCopy(choices.find((choice) => choice.checked) || choices[0]);
    dialog.close();
    window.print();
  },
};

document.addEventListener("click", ({ target }) => ACTS[target.closest("[data-act]")?.dataset.act]?.());
