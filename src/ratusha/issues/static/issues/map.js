// The public map. Everything it shows is also in the list twin below it, which needs no script.
import * as maplibre from "./maplibre-6.17.0/maplibre-gl.mjs";

const box = document.getElementById("map");
const said = JSON.parse(box.dataset.said);
const look = getComputedStyle(document.documentElement);
const colour = (name) => look.getPropertyValue(`--${name}`).trim();
const here = new URL(location.href);
const number = new Intl.NumberFormat(document.documentElement.lang, { notation: "compact", maximumFractionDigits: 1 });

const filters = new URLSearchParams(
  [...here.searchParams].filter(([name, value]) => value && ["status", "category", "executor", "since", "until"].includes(name)),
);
const tiles = (address) => `${location.origin}${address}`;
const withFilters = filters.size ? `?${filters}` : "";

// Words and numbers are drawn here, so that no fonts have to be cut into pieces on a server.
const TEXT = { n: { size: 13, weight: 700, colour: "on-accent" }, p: { size: 13, weight: 500, colour: "ink-2" }, P: { size: 15, weight: 600, colour: "ink" } };
const drawn = (id) => {
  const kind = TEXT[id[0]];
  const text = id[0] === "n" ? number.format(Number(id.slice(2))) : id.slice(2);
  const scale = 2;
  const canvas = document.createElement("canvas");
  const pen = canvas.getContext("2d");
  const font = `${kind.weight} ${kind.size * scale}px Onest, sans-serif`;
  pen.font = font;
  canvas.width = Math.ceil(pen.measureText(text).width) + 8 * scale;
  canvas.height = Math.ceil(kind.size * 1.5 * scale);
  pen.font = font;
  pen.textBaseline = "middle";
  pen.textAlign = "center";
  if (id[0] !== "n") {
    pen.lineWidth = 3 * scale;
    pen.lineJoin = "round";
    pen.strokeStyle = colour("linen");
    pen.strokeText(text, canvas.width / 2, canvas.height / 2);
  }
  pen.fillStyle = colour(kind.colour);
  pen.fillText(text, canvas.width / 2, canvas.height / 2);
  return [pen.getImageData(0, 0, canvas.width, canvas.height), scale];
};

const share = ["/", ["get", "open"], ["get", "count"]];
const size = ["interpolate", ["linear"], ["log10", ["get", "count"]], 0, 9, 2, 17, 4, 25, 6, 32];
const style = {
  version: 8,
  sources: {
    ground: { type: "vector", tiles: [tiles(box.dataset.ground)], minzoom: 4, maxzoom: 11 },
    issues: { type: "vector", tiles: [tiles(box.dataset.tiles) + withFilters], minzoom: 4, maxzoom: 16 },
  },
  layers: [
    { id: "linen", type: "background", paint: { "background-color": colour("linen") } },
    {
      id: "places", type: "circle", source: "ground", "source-layer": "places",
      paint: { "circle-radius": ["interpolate", ["linear"], ["get", "size"], 2, 1.5, 6, 6], "circle-color": colour("line-strong") },
    },
    {
      id: "heat", type: "heatmap", source: "issues", "source-layer": "heat", maxzoom: 16, layout: { visibility: "none" },
      paint: {
        "heatmap-weight": ["interpolate", ["linear"], ["log10", ["+", 1, ["get", "count"]]], 0, 0, 4, 1],
        "heatmap-radius": 24, "heatmap-opacity": 0.85,
        "heatmap-color": ["interpolate", ["linear"], ["heatmap-density"], 0, "rgba(0,0,0,0)", 0.2, colour("shade-3"), 0.5, colour("shade-5"), 0.8, colour("cornflower"), 1, colour("cornflower-dark")],
      },
    },
    {
      id: "names", type: "symbol", source: "ground", "source-layer": "places",
      layout: {
        "icon-image": ["concat", ["case", [">=", ["get", "size"], 5], "P:", "p:"], ["get", "name"]],
        "icon-anchor": "bottom", "icon-offset": [0, -4], "symbol-sort-key": ["-", 0, ["get", "size"]],
      },
    },
    {
      id: "circles", type: "circle", source: "issues", "source-layer": "issues",
      paint: {
        "circle-radius": size, "circle-stroke-width": 2, "circle-stroke-color": colour("paper"),
        "circle-color": ["case", [">", share, 0.5], colour("brick"), [">", share, 0], colour("rye"), colour("leaf")],
      },
    },
    {
      id: "numbers", type: "symbol", source: "issues", "source-layer": "issues", filter: [">", ["get", "count"], 1],
      layout: { "icon-image": ["concat", "n:", ["get", "count"]], "icon-allow-overlap": true },
    },
  ],
};

maplibre.setWorkerUrl(tiles(box.dataset.worker));
box.hidden = false;
const [west, south, east, north] = box.dataset.bounds.split(",").map(Number);
const map = new maplibre.Map({
  container: box, style, bounds: [west, south, east, north], fitBoundsOptions: { padding: 24, maxZoom: 15 },
  minZoom: 4, maxZoom: 19, dragRotate: false, pitchWithRotate: false, touchPitch: false, rollEnabled: false,
  cooperativeGestures: true, attributionControl: false, locale: said.controls,
});
map.touchZoomRotate.disableRotation();
map.keyboard.disableRotation();
map.addControl(new maplibre.NavigationControl({ showCompass: false }), "top-right");
map.addControl(new maplibre.ScaleControl(), "bottom-left");
map.setMissingStyleImageResolver(async (id) => {
  if (!(id[0] in TEXT) || map.hasImage(id)) return;
  await document.fonts.load("600 13px Onest", id);
  const [image, pixelRatio] = drawn(id);
  if (!map.hasImage(id)) map.addImage(id, image, { pixelRatio });
});

// One issue leads to its page; several lead nearer, and where they share one place, to the list.
map.on("click", "circles", ({ features: [found] }) => {
  const { reference, count } = found.properties;
  const at = found.geometry.coordinates;
  if (reference) {
    const link = document.createElement("a");
    link.href = box.dataset.issue.replace("REFERENCE", encodeURIComponent(reference));
    link.textContent = `${said.issue} ${reference}`;
    new maplibre.Popup({ focusAfterOpen: true }).setLngLat(at).setDOMContent(link).addTo(map);
  } else if (map.getZoom() < 17) {
    map.easeTo({ center: at, zoom: Math.min(17, map.getZoom() + (count > 1 ? 2 : 4)), animate: !calm.matches });
  } else {
    const near = 0.0002;
    show([at[0] - near, at[1] - near, at[0] + near, at[1] + near]).then(() => document.getElementById("twin").focus());
  }
});
const calm = matchMedia("(prefers-reduced-motion: reduce)");
map.on("mouseenter", "circles", () => { map.getCanvas().style.cursor = "pointer"; });
map.on("mouseleave", "circles", () => { map.getCanvas().style.cursor = ""; });

// Circles or heat: the choice is there only where the map is.
const ways = document.getElementById("map-ways");
ways.hidden = document.getElementById("map-legend").hidden = false;
ways.addEventListener("change", ({ target }) => {
  const heat = target.value === "heat";
  map.setLayoutProperty("heat", "visibility", heat ? "visible" : "none");
  for (const layer of ["circles", "numbers"]) map.setLayoutProperty(layer, "visibility", heat ? "none" : "visible");
});

// The twin follows the map, and the address follows both, so that what is seen can be sent on.
let asking = null;
const show = async (corners) => {
  const address = new URL(location.href);
  address.searchParams.set("bbox", corners.map((one) => one.toFixed(5)).join(","));
  if (asking) asking.abort();
  asking = new AbortController();
  try {
    const answer = await fetch(address, { signal: asking.signal });
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    document.getElementById("twin").replaceChildren(...page.getElementById("twin").childNodes);
    history.replaceState(null, "", address);
  } catch (error) {
    if (error.name !== "AbortError") throw error;
  }
};
let waiting = 0;
map.on("moveend", () => {
  if (!box.dataset.drawn) return; // the first look at the whole is not a move
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    const seen = map.getBounds();
    show([seen.getWest(), seen.getSouth(), seen.getEast(), seen.getNorth()]);
  }, 300);
});
map.once("idle", () => { box.dataset.drawn = "yes"; });
