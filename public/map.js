// A map of one place, loaded after a click: its pictures come from another server, which learns who looks.

/** Loads Leaflet and its styles once, and never before somebody wants a map. */
let loading;

function leaflet() {
  loading ??= Promise.all([add("link", { rel: "stylesheet", href: "/vendor/leaflet.css" }), library()]).catch(
    (error) => {
      loading = undefined;
      throw error;
    },
  );
  return loading.then(() => window.L);
}

function library() {
  return window.L ? undefined : add("script", { src: "/vendor/leaflet.js" });
}

function add(name, attributes) {
  return new Promise((settle, fail) => {
    const element = Object.assign(document.createElement(name), attributes);
    element.addEventListener("load", settle);
    element.addEventListener("error", () => fail(new Error(`${name} did not load`)));
    document.head.append(element);
  });
}

/** Puts the map where its offer stood. With `data-pin` its reader sets the point that the form's fields hold. */
export async function showMap(button, box) {
  if (button.getAttribute("aria-busy")) return;
  button.setAttribute("aria-busy", "true");
  draw(await leaflet(), box);
}

function draw(L, box) {
  const isPin = "pin" in box.dataset;
  const point = isPin ? typedPoint(box) : [Number(box.dataset.latitude), Number(box.dataset.longitude)];
  const sheet = document.createElement("div");
  sheet.className = "map-sheet";
  sheet.setAttribute("role", "region");
  sheet.setAttribute("aria-label", box.dataset.label);
  box.replaceChildren(sheet);
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const motion = { zoomAnimation: !calm, fadeAnimation: !calm, markerZoomAnimation: !calm };
  const map = L.map(sheet, { ...motion, zoomControl: false, scrollWheelZoom: false, maxZoom: 19 });
  const { zoomIn: zoomInTitle, zoomOut: zoomOutTitle, tiles } = box.dataset;
  L.control.zoom({ zoomInTitle, zoomOutTitle }).addTo(map);
  map.attributionControl.setPrefix(false);
  L.tileLayer(tiles, { attribution: attributionOf(box.dataset.attribution), maxZoom: 19 }).addTo(map);
  map.setView(point ?? [47, 4], point ? 16 : 4, { animate: false });
  const marker = point && put(L, map, { point, title: box.dataset.title });
  if (isPin) letChoose(L, map, { box, marker });
  sheet.focus();
}

function put(L, map, { point, title, draggable = false }) {
  const icon = L.divIcon({ className: "map-needle", iconSize: [30, 36], iconAnchor: [15, 32] });
  return L.marker(point, { icon, title, alt: title, draggable, keyboard: false }).addTo(map);
}

/** A click or the end of a drag sets the pin; Enter sets it in the middle, so that the arrow keys are enough. */
function letChoose(L, map, { box, marker }) {
  let pin = marker;
  const choose = (point) => {
    pin?.remove();
    pin = put(L, map, { point, title: box.dataset.title, draggable: true });
    pin.on("dragend", () => write(box, pin.getLatLng()));
  };
  const set = ({ latlng }) => {
    choose(latlng);
    write(box, latlng);
  };
  if (pin) choose(pin.getLatLng());
  map.on("click", set);
  map.getContainer().addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.target !== map.getContainer()) return;
    event.preventDefault();
    set({ latlng: map.getCenter() });
  });
  // A place that was found, or typed degrees, move the pin.
  fieldsOf(box).forEach((field) => {
    field.addEventListener("change", (event) => {
      const point = typedPoint(box);
      if (!point || event.detail === "pin") return;
      choose(point);
      map.setView(point, Math.max(map.getZoom(), 16), { animate: false });
    });
  });
}

function write(box, latlng) {
  const { lat, lng } = latlng.wrap();
  const [latitude, longitude] = fieldsOf(box);
  latitude.value = lat.toFixed(6);
  longitude.value = lng.toFixed(6);
  for (const field of [latitude, longitude]) {
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new CustomEvent("change", { bubbles: true, detail: "pin" }));
  }
}

function typedPoint(box) {
  const texts = fieldsOf(box).map((field) => field.value.trim().replace(",", "."));
  const [latitude, longitude] = texts.map(Number);
  const isPoint = texts.every(Boolean) && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
  return isPoint ? [latitude, longitude] : null;
}

function fieldsOf(box) {
  const { elements } = box.closest("form");
  return [elements.namedItem("latitude"), elements.namedItem("longitude")];
}

/** What the administrator wrote, as text; the one name that everybody's licence asks to link is a link. */
function attributionOf(text) {
  const span = document.createElement("span");
  span.textContent = text;
  return span.innerHTML.replace(
    "OpenStreetMap",
    '<a href="https://www.openstreetmap.org/copyright" rel="external noreferrer">OpenStreetMap</a>',
  );
}
