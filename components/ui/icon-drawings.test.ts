import { expect, test } from "vitest";
import { drawings } from "./icon-drawings";

/** What each icon is called in the package. */
const sources: Record<keyof typeof drawings, string> = {
  accessibility: "accessibility",
  arrowEnd: "arrow-right",
  bell: "bell-ring",
  calendar: "calendar",
  calendarPlus: "calendar-plus",
  check: "circle-check",
  chevronDown: "chevron-down",
  clock: "clock",
  close: "x",
  download: "download",
  end: "chevron-right",
  external: "external-link",
  eye: "eye",
  flag: "flag",
  globe: "globe",
  image: "image",
  info: "info",
  laptop: "laptop",
  link: "link",
  mail: "mail",
  moon: "moon",
  pencil: "pencil",
  people: "users",
  person: "user",
  phone: "smartphone",
  pin: "map-pin",
  plus: "plus",
  question: "circle-question-mark",
  refusal: "circle-x",
  rss: "rss",
  search: "search",
  settings: "settings",
  share: "share-2",
  shield: "shield",
  signOut: "log-out",
  sun: "sun",
  system: "sun-moon",
  tag: "tag",
  ticket: "ticket",
  trash: "trash",
  video: "video",
  waiting: "hourglass",
  warning: "triangle-exclamation-point",
};

test.each(Object.entries(drawings))("%s is drawn as in lucide", async (name, drawing) => {
  const file = sources[name as keyof typeof drawings];
  const { __iconData: data } = await import(/* @vite-ignore */ `lucide-react/icons/${file}`);
  expect(drawing).toBe(data.node.map(elementOf).join(""));
});

function elementOf([tag, { key: _, ...attributes }]: [string, Record<string, string>]): string {
  const written = Object.entries(attributes).map(([name, value]) => `${kebab(name)}="${value}"`);
  return `<${tag} ${written.join(" ")}/>`;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
