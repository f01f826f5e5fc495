/* Says how many sides the papers take that are ticked: each is made to fit on one. */
(function () {
  "use strict";
  document.addEventListener("change", function () {
    var said = document.querySelector(".mf-tools p");
    var sheets = document.querySelectorAll(".mf-choose input:checked").length;
    if (said) said.textContent = "Prints on " + sheets + (sheets === 1 ? " side" : " sides") + " of A4.";
  });
})();
