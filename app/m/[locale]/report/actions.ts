"use server";

import { notFound } from "@/lib/core/errors";
import { reportInput } from "@/lib/moderation/input";
import { fileReport } from "@/lib/moderation/report/file";
import { findThing } from "@/lib/moderation/report/thing";
import { action } from "@/lib/web/action";
import { countAskedMail } from "@/lib/web/limits";

/** Leads back to where the thing is seen. */
export const reportAction = action(
  reportInput,
  async (ctx, { kind, name, ...input }) => {
    const named = { kind, name };
    const thing = await findThing(ctx, named);
    if (!thing) throw notFound("thing_not_found");
    if (ctx.actor.kind === "anonymous" && input.email) await countAskedMail(ctx, "report", input.email);
    await fileReport(ctx, named, input);
    const { pathname, searchParams, hash } = new URL(thing.copy.url);
    searchParams.set("notice", "report_received");
    return { to: `${pathname}?${searchParams}${hash}` };
  },
  { limit: { name: "report", max: 20, minutes: 60 } },
);
