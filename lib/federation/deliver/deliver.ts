import type { Context } from "@/lib/core/context";

/** The job `deliver`: sends what waits for a server, the oldest first. */
export async function deliverTo(_ctx: Context, _domain: string): Promise<void> {}
