/* Says how many sides the papers take that are ticked: each is made to fit on one. */
import { label } from "./shared.js";

document.addEventListener("change", () => {
  const message = document.querySelector(".mf-page-tools p");
  const count = document.querySelectorAll(".mf-print-choice input:checked").length;
  if (message) message.textContent = label("print-chosen-sides", { count });
});
