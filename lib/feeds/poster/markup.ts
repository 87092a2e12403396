import type { Ink, PosterPath } from "./poster";

/** The poster's drawing as SVG elements. `colours`: what stands for each ink, a colour or `var(--…)`. */
export function posterMarkup(paths: PosterPath[], colours: (ink: Ink) => string): string {
  return paths.map((path) => markupOf(path, colours)).join("");
}

function markupOf({ d, fill, stroke, width, dash, transform }: PosterPath, colours: (ink: Ink) => string) {
  const attributes = {
    d,
    fill: fill && colours(fill),
    stroke: stroke && colours(stroke),
    "stroke-width": width,
    "stroke-dasharray": dash,
    "stroke-linecap": dash && !dash.startsWith("0 ") ? "butt" : undefined,
    transform,
  };
  const given = Object.entries(attributes).filter(([, value]) => value !== undefined);
  return `<path ${given.map(([name, value]) => `${name}="${value}"`).join(" ")}/>`;
}
