/*
 * Runs before a page and times its search: from a key going down to a result on the screen. Types the first word by
 * itself as soon as there is a box, when one is given. Expects window.watched = {box, hit, first}.
 */
(() => {
  const timing = { first: null, keys: [], since: null };
  let typed = !window.watched.first;
  window.timing = timing;

  function painted(act) {
    requestAnimationFrame(() => {
      const after = new MessageChannel();
      after.port1.onmessage = act;
      after.port2.postMessage(null);
    });
  }

  function typeFirst() {
    const box = document.querySelector(window.watched.box);
    if (typed || !box || document.readyState === "loading") return;
    typed = true;
    box.focus();
    box.value = window.watched.first;
    box.dispatchEvent(new Event("input", { bubbles: true }));
    box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true, key: "s" }));
  }

  function seen() {
    typeFirst();
    if (!document.querySelector(window.watched.hit)) return;
    const since = timing.since;
    timing.since = null;
    if (timing.first === null || since !== null)
      painted(() => {
        if (timing.first === null) timing.first = performance.now();
        if (since !== null) timing.keys.push(performance.now() - since);
      });
  }

  document.addEventListener(
    "keydown",
    (event) => {
      timing.since = event.timeStamp;
    },
    true,
  );
  document.addEventListener("readystatechange", typeFirst);
  new MutationObserver(seen).observe(document, { subtree: true, childList: true });
})();
