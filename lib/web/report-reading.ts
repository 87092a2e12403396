import { cache } from "react";
import { reportPath } from "@/lib/core/moderation-paths";
import { readInstance } from "@/lib/instance/settings";
import { reportedKinds } from "@/lib/moderation/input";
import { findThing, type Named, type Thing } from "@/lib/moderation/report/thing";
import { requestContext } from "./context";
import { currentViewer } from "./viewer";

type Search = Record<string, string | string[] | undefined>;
type Reportable = {
  named: Extract<Named, { kind: string }>;
  path: string;
  thing: Thing | null;
  by: "identity" | "mail" | null;
};

/** What the address names, if the reader sees it, and how they may report it; null: it names nothing. */
export const readReportable = cache(async (kind: string, name: string): Promise<Reportable | null> => {
  const known = reportedKinds.find((one) => one === kind);
  if (!known || !name || name.length > 400) return null;
  const [ctx, viewer] = await Promise.all([requestContext(), currentViewer()]);
  const named = { kind: known, name };
  const thing = await findThing(ctx, named);
  const isOpenToMail = !viewer && (await readInstance(ctx.db)).reportsByMail;
  return {
    named,
    path: reportPath(known, name),
    thing,
    by: viewer ? "identity" : isOpenToMail ? "mail" : null,
  };
});

/** The one thing that a query names. */
export function namedIn(search: Search): [kind: string, name: string] {
  for (const kind of reportedKinds) {
    const name = search[kind];
    if (typeof name === "string") return [kind, name];
  }
  return ["", ""];
}
