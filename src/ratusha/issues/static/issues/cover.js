// Parts of a photo to be covered, drawn with a finger or the mouse. Without this the squares of the grid are ticked.
const cover = document.querySelector("[data-cover]");
const field = cover?.closest("form").elements.areas;
const list = document.querySelector("[data-drawn]");
const WHOLE = 1000;
const SMALLEST = 8; // points: less is a press on a square

const drawn = () => (field.value ? field.value.split(";") : []);

const percent = (part) => `${part / 10}%`;

const frame = (area) => {
  const [x, y, width, height] = area.split(",").map(Number);
  const box = document.createElement("span");
  box.className = "cover-box";
  Object.assign(box.style, { left: percent(x), top: percent(y), width: percent(width), height: percent(height) });
  cover.append(box);
};

const show = () => {
  for (const box of cover.querySelectorAll(".cover-box")) box.remove();
  for (const kept of document.querySelectorAll("input[name=kept]:checked")) frame(kept.value);
  const areas = drawn();
  areas.forEach(frame);
  list.hidden = !areas.length;
  list.replaceChildren(
    ...areas.map((area, place) => {
      const line = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.className = "link";
      button.textContent = `${list.dataset.remove}: ${list.dataset.label} ${place + 1}`;
      button.addEventListener("click", () => {
        field.value = areas.filter((_one, other) => other !== place).join(";");
        show();
      });
      line.append(button);
      return line;
    }),
  );
};

if (cover && field) {
  document.querySelector("[data-drawing]").hidden = false;
  cover.style.touchAction = "pinch-zoom"; // one finger draws, two move the page
  document.addEventListener("change", (event) => event.target.name === "kept" && show());
  let begun = null;
  let box = null;

  const place = (event) => {
    const rim = cover.getBoundingClientRect();
    const share = (at, from, length) => Math.round(Math.min(1, Math.max(0, (at - from) / length)) * WHOLE);
    return [share(event.clientX, rim.left, rim.width), share(event.clientY, rim.top, rim.height)];
  };

  const area = (event) => {
    const [x, y] = place(event);
    const [left, top] = begun.at;
    return [Math.min(x, left), Math.min(y, top), Math.abs(x - left), Math.abs(y - top)];
  };

  cover.addEventListener("pointerdown", (event) => {
    if (event.button) return;
    begun = { at: place(event), x: event.clientX, y: event.clientY };
  });
  cover.addEventListener("dragstart", (event) => event.preventDefault());
  window.addEventListener("pointermove", (event) => {
    if (!begun) return;
    if (!box && Math.hypot(event.clientX - begun.x, event.clientY - begun.y) < SMALLEST) return;
    if (!box) {
      box = document.createElement("span");
      box.className = "cover-box";
      cover.append(box);
      cover.classList.add("drawing");
    }
    const [x, y, width, height] = area(event);
    Object.assign(box.style, { left: percent(x), top: percent(y), width: percent(width), height: percent(height) });
  });
  const end = (event) => {
    if (begun && box) {
      const found = area(event);
      if (found[2] && found[3]) field.value = [...drawn(), found.join(",")].join(";");
      // The press that ends a drawing ticks no square.
      cover.addEventListener("click", (press) => press.preventDefault(), { capture: true, once: true });
      setTimeout(() => cover.classList.remove("drawing"));
      box = null;
      show();
    }
    begun = null;
  };
  window.addEventListener("pointerup", end);
  window.addEventListener("pointercancel", () => {
    box?.remove();
    begun = box = null;
    cover.classList.remove("drawing");
  });
  show();
}
