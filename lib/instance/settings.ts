import { z } from "zod";
import type { Database } from "@/db/client";
import { instanceSettings } from "@/db/schema/instance";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize } from "@/lib/core/errors";
import { record } from "@/lib/journal/record";
import { writeLog } from "@/lib/journal/write-log";
import { defaultsSettings } from "./defaults-settings";
import { federationSettings } from "./federation-settings";
import { registrationModes } from "./input";
import { lookSettings } from "./look-settings";
import { canAdminister } from "./policy";
import { safetySettings } from "./safety-settings";
import { changesIn } from "./settings-changes";
import { textSettings } from "./texts/settings";

const schema = z.object({
  registration: z.enum(registrationModes).default("open"),
  /** Addresses and domains. Not empty: only these may sign up. */
  emailAllow: z.array(z.string()).default([]),
  /** These may not. */
  emailDeny: z.array(z.string()).default([]),
  /** Categories of events beside those that all servers know, as people read them. */
  extraCategories: z.array(z.string()).default([]),
  /** How many identities one account may have. */
  maxIdentities: z.number().int().min(1).max(1000).default(20),
  /** Whether people without an account may take part, by e-mail, where the hosts let them. */
  mailParticipation: z.boolean().default(true),
  /** Whether other servers must sign what they ask for: then those that are suspended can be told apart. */
  authorizedFetch: z.boolean().default(false),
  ...federationSettings,
  /** Whether people without an account may report something, by e-mail. */
  reportsByMail: z.boolean().default(false),
  ...safetySettings,
  ...lookSettings,
  ...defaultsSettings,
  ...textSettings,
});

export type InstanceSettings = z.output<typeof schema>;

/** What administrators decided about this server, or our defaults. */
export async function readInstance(db: Database): Promise<InstanceSettings> {
  const [row] = await db.select({ data: instanceSettings.data }).from(instanceSettings);
  return schema.parse(row?.data ?? {});
}

/** Changes some settings and leaves the others; pages of visitors that show them are dropped, and the log tells of it. */
export function updateInstance(ctx: Context, changes: Partial<InstanceSettings>): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    authorize(canAdminister(tx.actor));
    await tx.db.insert(instanceSettings).values({ data: {}, updatedAt: tx.now }).onConflictDoNothing();
    const [row] = await tx.db.select().from(instanceSettings).for("update");
    const data = schema.parse({ ...row?.data, ...changes });
    await tx.db.update(instanceSettings).set({ data, updatedAt: tx.now });
    const changed = changesIn(schema.parse(row?.data), data);
    if (changed) await writeLog(tx, { action: "instance.changed", ...changed });
    await record(tx, { kind: "instance.updated" });
  });
}
