import { cookies } from "next/headers";
import type { Admission } from "@/lib/accounts/admit";
import { env } from "@/lib/core/env";
import { paths, safePath } from "@/lib/core/paths";
import { rememberSession } from "./auth";
import { bringChoices } from "./bring-choices";
import { SECOND_STEP_COOKIE } from "./cookies";

const TEN_MINUTES = 600;

/** Signs this browser in, or leads it to the question for the second factor; then on to where it came from. */
export async function enter(admission: Admission, back: string | undefined): Promise<{ to: string }> {
  const jar = await cookies();
  if ("sessionId" in admission) {
    await rememberSession(admission.sessionId);
    await bringChoices(admission.sessionId);
    if (jar.has(SECOND_STEP_COOKIE)) jar.delete(SECOND_STEP_COOKIE);
    return { to: safePath(back) };
  }
  jar.set(SECOND_STEP_COOKIE, admission.secondStep, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    maxAge: TEN_MINUTES,
    secure: env().ORIGIN.startsWith("https:"),
  });
  return { to: `${paths.secondStep}?back=${encodeURIComponent(safePath(back))}` };
}
