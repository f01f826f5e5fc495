/* «Leave this page» puts another page in the place of this one, and so does Shift, pressed three times. */
(function () {
  "use strict";
  var TIMES = 3;
  var WITHIN = 5000;
  var link = document.querySelector("[data-leave]");
  var said = document.querySelector(".mf-said");
  var presses = 0;
  var alone = false;
  var timer;

  function say(text) {
    said.textContent = text;
  }

  function forget() {
    window.clearTimeout(timer);
    presses = 0;
  }

  function leave() {
    var within = link.hash && link.href.split("#")[0] === location.href.split("#")[0];
    if (within) document.title = document.querySelector(link.hash).getAttribute("aria-label");
    else document.body.hidden = true; // at once, also where the other page is slow to come
    location.replace(link.href);
  }

  function press() {
    presses += 1;
    if (presses === 1) {
      timer = window.setTimeout(function () {
        forget();
        say("You are still on this page.");
      }, WITHIN);
    }
    var left = TIMES - presses;
    if (left) say("Shift: press " + left + " more " + (left === 1 ? "time" : "times") + " to leave.");
    else {
      say("Leaving this page.");
      leave();
    }
  }

  link.addEventListener("click", function (event) {
    event.preventDefault();
    leave();
  });
  /* A capital letter is no press of Shift: only Shift by itself counts. */
  document.addEventListener("keydown", function (event) {
    alone = event.key === "Shift";
    if (!alone && presses) {
      forget();
      say("");
    }
  });
  document.addEventListener("keyup", function (event) {
    if (event.key === "Shift" && alone) press();
  });
})();
