/* «Exit this page» puts another page in the place of this one, and so does Shift, pressed three times. */
import { label } from "./shared.js";

const TIMES = 3;
const WITHIN = 5000;
const link = document.querySelector("[data-leave]");
const message = document.querySelector(".mf-status");
let presses = 0;
let alone = false;
let timer;

const say = (text) => {
  message.textContent = text;
};

const forget = () => {
  clearTimeout(timer);
  presses = 0;
};

const leave = () => {
  const within = link.hash && link.href.split("#")[0] === location.href.split("#")[0];
  if (within) document.title = document.querySelector(link.hash).getAttribute("aria-label");
  else document.body.hidden = true; // at once, also where the other page is slow to come
  location.replace(link.href);
};

const giveUp = () => {
  forget();
  say(label("leave-still-here"));
};

const press = () => {
  presses += 1;
  if (presses > TIMES) return; // on the way: to ask again would begin again
  if (presses === 1) timer = setTimeout(giveUp, WITHIN);
  if (presses < TIMES) {
    say(label("leave-press-again", { count: TIMES - presses }));
    return;
  }
  say(label("leave-leaving"));
  leave();
};

link.addEventListener("click", (event) => {
  event.preventDefault();
  leave();
});
/* A capital letter is no press of Shift: only Shift by itself counts. */
document.addEventListener("keydown", (event) => {
  alone = event.key === "Shift";
  if (!alone && presses) {
    forget();
    say("");
  }
});
document.addEventListener("keyup", (event) => {
  if (event.key === "Shift" && alone) press();
});
