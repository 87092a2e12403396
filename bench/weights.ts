import { eventPath, paths } from "@/lib/core/paths";
import type { AppServer } from "./app-server";
import type { Weighed } from "./report";
import { weigh } from "./weigh";

const KB = 1024;

/** What the pages weigh beside what they may: visitors get no framework script, members little above Next's own. */
export async function weighPages({ origin, slugs, member }: AppServer, bare: string): Promise<Weighed[]> {
  const event = eventPath(slugs[0]!);
  const visitor = await weigh(origin + event, {});
  const nextOwn = (await weigh(`${bare}/scripted`, {})).script;
  const visitors = [
    { what: "event, visitor: HTML", bytes: visitor.html, budget: 15 * KB },
    { what: "event, visitor: CSS", bytes: visitor.css, budget: 15 * KB },
    { what: "event, visitor: script", bytes: visitor.script, budget: 10 * KB },
  ];
  const members = [event, paths.front, paths.myEvents, paths.newEvent, paths.newIdentity].map(
    async (path) => ({
      what: `${path === event ? "/events/…" : path}, member: script above Next's own`,
      bytes: (await weigh(origin + path, member)).script - nextOwn,
      budget: 40 * KB,
    }),
  );
  return [...visitors, ...(await Promise.all(members))];
}
