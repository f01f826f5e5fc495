/*
 * Runs before a page of stock Material: notes its search worker, and asks as a reader would, through the box. Returns
 * for each result that is shown the addresses of its links; what is folded away is not counted.
 */
(function () {
  "use strict";
  var Real = window.Worker;
  var answered = function () {};
  window.Worker = function (url, options) {
    var worker = new Real(url, options);
    worker.addEventListener("message", function (event) { if (event.data.type === 3) setTimeout(answered, 0); });
    return worker;
  };

  window.ask = function (text) {
    var box = document.querySelector(".md-search__input");
    return new Promise(function (resolve) {
      answered = function () {
        resolve(Array.from(document.querySelectorAll(".md-search-result__item"), function (item) {
          return Array.from(item.querySelectorAll(".md-search-result__link"))
            .filter(function (link) { return !link.closest("details"); })
            .map(function (link) { return link.href; });
        }));
      };
      box.focus();
      box.value = text;
      box.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true, key: "s" }));
    });
  };
})();
