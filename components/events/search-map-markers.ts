import { divIcon, type LatLngLiteral, type Marker, marker } from "leaflet";
import type { MapPin, MapTexts } from "./search-map-canvas";

/** More names at one point than anybody reads there. */
const NAMED_AT_MOST = 12;

/** Several events that are near each other: opening it goes nearer. */
export function clusterMarker(
  at: LatLngLiteral,
  { count, texts, open }: { count: number; texts: MapTexts; open: () => void },
): Marker {
  const made = marker(at, {
    icon: round(String(count), "map-cluster"),
    title: texts.cluster.replace("#", String(count)),
  });
  made.on("click", open);
  made.on("keydown", ({ originalEvent }) => {
    if (originalEvent.key === "Enter" || originalEvent.key === " ") {
      originalEvent.preventDefault();
      open();
    }
  });
  return made;
}

/** One event, or several at one address: opening it tells which. */
export function pinMarker(at: LatLngLiteral, pins: MapPin[], texts: MapTexts): Marker {
  const isOne = pins.length === 1;
  const title = isOne ? pins[0]!.title : texts.cluster.replace("#", String(pins.length));
  const made = marker(at, { icon: round(isOne ? "" : String(pins.length), "map-pin"), title });
  // Its own cross speaks English; Escape and a click beside it close it too.
  return made.bindPopup(() => told(pins, texts), { closeButton: false, maxWidth: 280, maxHeight: 260 });
}

function round(text: string, className: string) {
  const inside = document.createElement("span");
  inside.textContent = text;
  // A bare number says little: the marker's title is what is read aloud.
  inside.ariaHidden = "true";
  return divIcon({ html: inside, className, iconSize: [44, 44] });
}

function told(pins: MapPin[], texts: MapTexts): HTMLElement {
  const list = document.createElement("ul");
  list.className = "map-told";
  for (const { href, title, when, isRough } of pins.slice(0, NAMED_AT_MOST)) {
    const item = document.createElement("li");
    const link = document.createElement("a");
    link.href = href;
    link.textContent = title;
    item.append(link, line(when));
    if (isRough) item.append(line(texts.rough));
    list.append(item);
  }
  const others = pins.length - NAMED_AT_MOST;
  if (others > 0) {
    const item = document.createElement("li");
    item.textContent = texts.andMore.replace("#", String(others));
    list.append(item);
  }
  return list;
}

function line(text: string): HTMLElement {
  const made = document.createElement("span");
  made.textContent = text;
  return made;
}
