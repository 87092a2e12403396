import "leaflet/dist/leaflet.css";
import {
  control,
  type LatLngBoundsExpression,
  type Layer,
  layerGroup,
  map,
  type Map as Sheet,
  tileLayer,
} from "leaflet";
import Supercluster from "supercluster";
import { clusterMarker, pinMarker } from "./search-map-markers";

/** One event on the map: nothing in it is more than a stranger may know. */
export type MapPin = {
  href: string;
  title: string;
  when: string;
  /** The address is hidden: the point is within some kilometres. */
  isRough: boolean;
  latitude: number;
  longitude: number;
};

/** `cluster` and `rough` are sentences; "#" in the first is a number. */
export type MapTexts = { zoomIn: string; zoomOut: string; cluster: string; rough: string; andMore: string };

export type MapTiles = { tiles: string; attribution: string };

/** Pins at one address stay together as near as the map goes. */
const NEAREST = 18;

/** Draws the map into an empty box; answers with how to take it away. */
export function drawSearchMap(
  box: HTMLElement,
  { pins, source, texts }: { pins: MapPin[]; source: MapTiles; texts: MapTexts },
): () => void {
  const isCalm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  const moves = { zoomAnimation: !isCalm, fadeAnimation: !isCalm, markerZoomAnimation: !isCalm };
  // The wheel goes on scrolling the page.
  const sheet = map(box, { ...moves, zoomControl: false, scrollWheelZoom: false, maxZoom: NEAREST });
  control.zoom({ zoomInTitle: texts.zoomIn, zoomOutTitle: texts.zoomOut }).addTo(sheet);
  sheet.attributionControl.setPrefix(false);
  tileLayer(source.tiles, { attribution: asText(source.attribution), maxZoom: NEAREST }).addTo(sheet);
  sheet.fitBounds(boundsOf(pins), { padding: [40, 40], maxZoom: 14, animate: false });
  showPins(sheet, pins, texts);
  return () => void sheet.remove();
}

function showPins(sheet: Sheet, pins: MapPin[], texts: MapTexts): void {
  const clusters = new Supercluster<{ pin: MapPin }>({ radius: 56, maxZoom: NEAREST - 1 });
  clusters.load(
    pins.map((pin) => ({
      type: "Feature",
      geometry: { type: "Point", coordinates: [pin.longitude, pin.latitude] },
      properties: { pin },
    })),
  );
  const layer = layerGroup().addTo(sheet);
  const redraw = () => {
    layer.clearLayers();
    for (const marker of markersIn(sheet, clusters, texts)) layer.addLayer(marker);
  };
  // Not while a marker's own words are open: moving them into sight must not close them.
  sheet.on("zoomend", redraw);
  sheet.on("dragend", redraw);
  sheet.on("resize", redraw);
  redraw();
}

function markersIn(sheet: Sheet, clusters: Supercluster<{ pin: MapPin }>, texts: MapTexts): Layer[] {
  const seen = sheet.getBounds().pad(0.5);
  const bounds: [number, number, number, number] = [
    seen.getWest(),
    seen.getSouth(),
    seen.getEast(),
    seen.getNorth(),
  ];
  return clusters.getClusters(bounds, sheet.getZoom()).map(({ geometry, properties }) => {
    const [longitude, latitude] = geometry.coordinates as [number, number];
    const at = { lat: latitude, lng: longitude };
    if (!("cluster" in properties)) return pinMarker(at, [properties.pin], texts);
    const { cluster_id: id, point_count: count } = properties;
    const nearer = clusters.getClusterExpansionZoom(id);
    if (nearer >= NEAREST) {
      const together = clusters.getLeaves(id, count).map((leaf) => leaf.properties.pin);
      return pinMarker(at, together, texts);
    }
    return clusterMarker(at, { count, texts, open: () => void sheet.setView(at, nearer) });
  });
}

function boundsOf(pins: MapPin[]): LatLngBoundsExpression {
  return pins.map(({ latitude, longitude }) => [latitude, longitude] as [number, number]);
}

/** Leaflet takes it for HTML. */
function asText(text: string): string {
  return text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
