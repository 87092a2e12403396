"use server";

import { z } from "zod";
import { demoPath } from "@/lib/core/demo-paths";
import { enterInput } from "@/lib/demo/input";
import { wipeDemo } from "@/lib/demo/wipe";
import { action } from "@/lib/web/action";
import { forgetSession } from "@/lib/web/auth";
import { enterDemoAs } from "@/lib/web/enter-demo";

/** One click, and one is somebody. */
export const enterDemoAction = action(enterInput, (ctx, { role }) => enterDemoAs(ctx, role), {
  limit: { name: "demo", max: 120, minutes: 10 },
});

/** Nobody is signed in afterwards, the one who asked included. */
export const wipeDemoAction = action(
  z.object({}),
  async (ctx) => {
    await wipeDemo(ctx);
    await forgetSession();
    return { to: `${demoPath}?notice=demo_wiped` };
  },
  { as: "account" },
);

/** Back to being a visitor. */
export const leaveDemoAction = action(z.object({}), async () => {
  await forgetSession();
  return { to: demoPath };
});
