import { eq } from "drizzle-orm";
import type { z } from "zod";
import { accounts } from "@/db/schema/accounts";
import { coarseDegrees } from "@/lib/core/coarse";
import { type Context, inTransaction } from "@/lib/core/context";
import { invalidField } from "@/lib/core/errors";
import { cleanLine } from "@/lib/core/text/clean";
import type { homeInput } from "./input";
import { ownAccountId } from "./own-account";

/** Where an account looks for events: a name, a point rounded to a tenth of a degree, or both; and kilometres. */
export type Home = { name: string; point: { latitude: number; longitude: number } | null; radius: number };

/** Only for the eyes of that account. Null: they told no place. */
export async function findHome(ctx: Context): Promise<Home | null> {
  const [row] = await ctx.db
    .select(columns)
    .from(accounts)
    .where(eq(accounts.id, ownAccountId(ctx)));
  return row ? homeIn(row) : null;
}

/** Keeps where they look for events, coarsely. Refuses with `home_missing` when neither name nor point is left. */
export function setHome(ctx: Context, input: z.output<typeof homeInput>): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    if (!(await storeHome(tx, input))) throw invalidField("homeName", "home_missing");
  });
}

/**
 * The same where no place is fine; answers whether there is one. A point that was kept stays while the name does:
 * under another name it would be another place.
 */
export async function storeHome(tx: Context, input: z.output<typeof homeInput>): Promise<boolean> {
  const own = eq(accounts.id, ownAccountId(tx));
  const [kept] = await tx.db.select(columns).from(accounts).where(own).for("update");
  const name = cleanLine(input.homeName);
  const point = input.point ?? (kept?.name === name ? pointIn(kept) : null);
  await tx.db
    .update(accounts)
    .set({
      homeName: name,
      homeLatitude: point && coarseDegrees(point.latitude),
      homeLongitude: point && coarseDegrees(point.longitude),
      homeRadius: input.homeRadius,
    })
    .where(own);
  return Boolean(name || point);
}

/** Nothing of the place is kept. Repeating it is harmless. */
export async function forgetHome(ctx: Context): Promise<void> {
  await ctx.db
    .update(accounts)
    .set({ homeName: "", homeLatitude: null, homeLongitude: null })
    .where(eq(accounts.id, ownAccountId(ctx)));
}

const columns = {
  name: accounts.homeName,
  latitude: accounts.homeLatitude,
  longitude: accounts.homeLongitude,
  radius: accounts.homeRadius,
};

type Row = { name: string; latitude: number | null; longitude: number | null; radius: number };

function homeIn(row: Row): Home | null {
  const point = pointIn(row);
  return row.name || point ? { name: row.name, point, radius: row.radius } : null;
}

function pointIn({ latitude, longitude }: Row): Home["point"] {
  return latitude === null || longitude === null ? null : { latitude, longitude };
}
