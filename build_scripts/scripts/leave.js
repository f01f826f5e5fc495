/* «Exit this page» puts another page in the place of this one, and so does Shift, pressed three times. */
import { besideScripts, label, make, unfoldForLinks } from "./shared.js";

const TIMES = 3;
const WITHIN = 5000;
const link = document.querySelector("[data-leave]");
const message = document.querySelector(".mf-status");
const name = document.title;
let presses = 0;
let alone = false;
let timer, cover;

/* What is said goes again by itself, unless something else has been said by then. */
const say = (text, then) => {
  clearTimeout(timer);
  message.textContent = text;
  if (text) timer = setTimeout(then, WITHIN);
};

const isWithin = () => link.hash && link.href.split("#")[0] === location.href.split("#")[0];

/*
 * Until the other page comes, which can take long, nothing is left of this one: to see, to reach with keys, to hear,
 * or in the name of the tab. The words are put in after the cover, so that screen readers say them.
 */
const hide = () => {
  if (cover) return;
  window.stopListening?.();
  cover = make("div", { class: "mf-leave-cover", role: "alert", tabindex: "-1" });
  document.body.classList.toggle("mf-leaving", true);
  document.body.append(cover);
  cover.textContent = document.title = label("leave-loading");
  cover.focus();
};

/* A browser may keep the page as it was left, and bring it back so. */
const show = () => {
  cover?.remove();
  document.body.classList.toggle("mf-leaving", false);
  cover = undefined;
  presses = 0;
  document.title = name;
  say("");
};

const leave = () => {
  if (isWithin()) document.title = document.querySelector(link.hash).getAttribute("aria-label");
  else hide();
  location.replace(link.href);
};

const giveUp = () => {
  presses = 0;
  say(label("leave-still-here"), () => say(""));
};

const press = () => {
  presses += 1;
  if (presses > TIMES) return; // on the way: to ask again would begin again
  if (presses < TIMES) {
    say(label("leave-press-again", { count: TIMES - presses }), giveUp);
    return;
  }
  say("");
  leave();
};

link.addEventListener("click", (event) => {
  event.preventDefault();
  leave();
});
/* A capital letter is no press of Shift: only Shift by itself counts. */
document.addEventListener("keydown", (event) => {
  alone = event.key === "Shift";
  if (!alone && presses && !cover) {
    presses = 0;
    say("");
  }
});
document.addEventListener("keyup", (event) => {
  if (event.key === "Shift" && alone) press();
});
window.addEventListener("pageshow", (event) => event.persisted && show());
unfoldForLinks();
/* What reads the page aloud is fetched at the first move; a page in one file has nothing beside it. */
const fetchListening = () => {
  if (!window.stopListening) document.head.append(make("script", { src: besideScripts("listen.js") }));
  window.stopListening ||= () => {};
};
if (window.speechSynthesis && besideScripts(""))
  for (const move of ["pointerover", "keydown"]) document.addEventListener(move, fetchListening);
