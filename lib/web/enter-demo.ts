import { cookies, headers } from "next/headers";
import type { Context } from "@/lib/core/context";
import { demoPath } from "@/lib/core/demo-paths";
import { enterDemo } from "@/lib/demo/enter";
import type { DemoRole } from "@/lib/demo/roles";
import { rememberSession } from "./auth";
import { IDENTITY_COOKIE } from "./cookies";

/** Signs this browser in as a ready-made person. The language stays: it is the visitor's, not that of whom they try. */
export async function enterDemoAs(ctx: Context, role: DemoRole): Promise<{ to: string }> {
  const userAgent = (await headers()).get("user-agent") ?? "";
  await rememberSession(await enterDemo(ctx, role, userAgent));
  const jar = await cookies();
  if (jar.has(IDENTITY_COOKIE)) jar.delete(IDENTITY_COOKIE);
  return { to: `${demoPath}#${role}` };
}
