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

  // Keys of the desk, found by what they write or by their place, so that they work in every layout. The Keys page tells of them.
  // j and k lead down and up the queue, link by link; x ticks the case whose link is in focus.
  const atDesk = {
    j: () => moveAlong(1),
    k: () => moveAlong(-1),
    x: () => {
      const row = document.activeElement.closest("tr");
      const box = row && row.querySelector("input[type=checkbox]");
      if (box) box.click();
      return Boolean(box);
    },
  };
  const moveAlong = (by) => {
    const rows = [...document.querySelectorAll("[data-row]")];
    if (!rows.length) return false;
    const at = rows.indexOf(document.activeElement);
    const next = at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by));
    rows[next].focus();
    return true;
  };

  // data-row-key="a" in a row that has the focus: a tick goes on to the next row, "other words" open and take the focus.
  const pressInRow = (pressed) => {
    const row = document.activeElement.closest("tr");
    const target = [...(row?.querySelectorAll("[data-row-key]") ?? [])].find((one) => pressed.includes(one.dataset.rowKey));
    if (!target) return false;
    target.click();
    if (target.matches("input")) moveAlong(1);
    else target.parentElement.querySelector("textarea")?.focus();
    return true;
  };

  // data-key="n" on a link, button or input. Who has switched the keys off has them nowhere.
  const keysOff = document.documentElement.classList.contains("nokeys");
  document.addEventListener("keydown", (event) => {
    if (keysOff || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.target.closest("input:not([data-row]), textarea, select, [contenteditable]")) return;
    const pressed = [event.key.toLowerCase(), event.code.replace("Key", "").toLowerCase()];
    if (pressInRow(pressed)) return event.preventDefault();
    const known = pressed.find((key) => atDesk[key]);
    if (known && atDesk[known]()) return event.preventDefault();
    for (const target of document.querySelectorAll("[data-key]")) {
      if (!pressed.includes(target.dataset.key)) continue;
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
