// Small comforts; every task works without them.
(() => {
  "use strict";

  // An error summary is read first: move the focus there.
  const summary = document.querySelector("[data-focus]");
  if (summary) summary.focus();

  // A link of the summary leads into the input and shows its question above it.
  document.addEventListener("click", (event) => {
    const link = event.target.closest(".error-summary a");
    const input = link && document.getElementById(link.hash.slice(1));
    if (!input) return;
    event.preventDefault();
    const question = input.closest(".field");
    if (question) question.scrollIntoView({ block: "start" });
    input.focus({ preventScroll: true });
  });

  // One press of a button sends a form once.
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    if (form.dataset.sent && Date.now() - Number(form.dataset.sent) < 4000) event.preventDefault();
    else form.dataset.sent = Date.now();
  });

  // j and k lead down and up the queue, link by link; ’о’ and ’л’ are the same keys of the other layout.
  const moveAlong = (pressed) => {
    const by = { j: 1, "о": 1, k: -1, "л": -1 }[pressed];
    const rows = [...document.querySelectorAll("[data-row]")];
    if (!by || !rows.length) return false;
    const at = rows.indexOf(document.activeElement);
    const next = at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by));
    rows[next].focus();
    return true;
  };

  // Keys of the desk: data-key="n" on a link or button; several letters for several layouts: "н n".
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.target.closest("input, textarea, select, [contenteditable]")) return;
    const pressed = event.key.toLowerCase();
    if (moveAlong(pressed)) return event.preventDefault();
    for (const target of document.querySelectorAll("[data-key]")) {
      if (!target.dataset.key.toLowerCase().split(" ").includes(pressed)) continue;
      event.preventDefault();
      target.matches("input, textarea") ? target.focus() : target.click();
      return;
    }
  });

  // Print buttons appear only where they can work.
  for (const button of document.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => window.print());
  }
})();
