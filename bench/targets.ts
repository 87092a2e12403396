import { calendarFilePath, eventPath } from "@/lib/core/paths";
import type { AppServer } from "./app-server";

/** Something to ask for, and which bare page its figures are held against. */
export type Target = {
  name: string;
  /** Null for bare pages, which have no database. */
  events: number | null;
  origin: string;
  paths: string[];
  headers: Record<string, string>;
  against?: { name: string; aim?: number };
};

const bareStatic = "bare static page";
const bareDynamic = "bare dynamic page";

export function bareTargets(origin: string): Target[] {
  const bare = { events: null, origin, headers: {} };
  return [
    { ...bare, name: bareStatic, paths: ["/static"] },
    { ...bare, name: bareDynamic, paths: ["/dynamic"] },
  ];
}

/** The same requests to a server with few events and to one with many. */
export function appTargets({ events, origin, slugs, member }: AppServer): Target[] {
  const visitor = { events, origin, headers: { "accept-language": "en" } };
  const signedIn = { events, origin, headers: { "accept-language": "en", ...member } };
  const pages = slugs.map(eventPath);
  return [
    { ...visitor, name: "event, visitor", paths: pages, against: { name: bareStatic, aim: 0.8 } },
    { ...signedIn, name: "event, member", paths: pages, against: { name: bareDynamic, aim: 0.5 } },
    { ...visitor, name: "front page, visitor", paths: ["/"], against: { name: bareStatic } },
    { ...signedIn, name: "front page, member", paths: ["/"], against: { name: bareDynamic } },
    { ...visitor, name: "event.ics", paths: slugs.map(calendarFilePath), against: { name: bareDynamic } },
  ];
}
