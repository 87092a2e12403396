import { eq } from "drizzle-orm";
import { comments } from "@/db/schema/comments";
import type { Context } from "@/lib/core/context";
import { letAllThrough } from "@/lib/moderation/waiting/decide";
import { addTemplate, addWordRule, removeTemplate, removeWordRule, setSafety } from "@/lib/safety/settings";
import { tryRules } from "@/lib/safety/try";
import { comment, type Scene } from "./scene";

/** Rules of the server, and what waits because of them. */
export const safetyActs = {
  setSafety: (ctx: Context) => setSafety(ctx, limits),
  addWordRule: (ctx: Context) => addWordRule(ctx, { pattern: "casino*", scope: "all", outcome: "hold" }),
  removeWordRule: (ctx: Context) => removeWordRule(ctx, { id: "none" }),
  addTemplate: (ctx: Context) => addTemplate(ctx, { title: "Kind", en: "Please be kind.", fr: "" }),
  removeTemplate: (ctx: Context) => removeTemplate(ctx, { id: "none" }),
  tryRules: (ctx: Context) => tryRules(ctx, { text: "A casino", scope: "comments" }),
  decideWaiting: async (ctx: Context, scene: Scene) => {
    const id = await comment(ctx, scene, "waiting");
    await ctx.db.update(comments).set({ heldAt: ctx.now }).where(eq(comments.id, id));
    await letAllThrough(ctx, [{ kind: "comment", id, version: 0 }]);
  },
};

const limits = {
  commentApproval: "none",
  slowModeSeconds: 0,
  mostLinks: null,
  linksAfterDays: 0,
  firstPosts: 0,
  firstPostsDays: 30,
  sameWords: 3,
  burstMinutes: 10,
  burstComments: 20,
  burstEvents: 15,
  burstFollows: 200,
} as const;
