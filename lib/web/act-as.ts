import { cookies } from "next/headers";
import { env } from "@/lib/core/env";
import { requestContext } from "./context";
import { choiceCookie, IDENTITY_COOKIE } from "./cookies";

/** From now on this browser acts as this identity of the account. Refuses with `not_your_identity`. */
export async function actAs(handle: string): Promise<void> {
  await requestContext(handle);
  (await cookies()).set(IDENTITY_COOKIE, handle, choiceCookie(env().ORIGIN));
}
