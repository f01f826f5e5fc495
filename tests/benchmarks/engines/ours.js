/* Runs before a page of ours: asks the finder itself, which the box hands every query to as it stands. */
(() => {
  let finder = null;
  window.ask = (text) => {
    finder = finder || new window.Finder(window.searchIndex);
    return finder
      .find(text)
      .slice(0, 8)
      .map((result) => [result.place.address]);
  };
})();
