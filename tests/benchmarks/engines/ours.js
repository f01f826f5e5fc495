/* Runs before a page of ours: asks the finder itself, which the box hands every query to as it stands. */
(function () {
  "use strict";
  var finder = null;
  window.ask = function (text) {
    finder = finder || new window.Finder(window.searchIndex);
    return finder.find(text).slice(0, 8).map(function (result) { return [result.place.address]; });
  };
})();
