import { wipeDemo } from "@/lib/demo/wipe";
import type { Desk } from "../desk";

export async function wipe({ ctx, say }: Desk): Promise<void> {
  await wipeDemo(ctx);
  say("Everything is as it began.");
}
