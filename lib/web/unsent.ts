import { cookies } from "next/headers";
import { z } from "zod";
import { connection } from "@/lib/core/database";
import { env } from "@/lib/core/env";
import { AppError } from "@/lib/core/errors";
import { forgetKept, keepForAnHour, readKept } from "@/lib/core/short-lived";
import { UNSENT_COOKIE } from "./cookies";
import { clientAddress, countAttempt, type Limit } from "./rate-limit";
import type { Viewer } from "./viewer";

/** What people write at length, in whichever form. Everything else is quickly chosen again. */
const fields = ["title", "name", "text", "message", "summary", "description"];
const MOST_LETTERS = 64 * 1024;
const limit: Limit = { name: "unsent", max: 20, minutes: 60 };
const shape = z.object({ handle: z.string(), texts: z.array(z.string()) });

/**
 * Keeps what somebody wrote as one of their identities while their session ended: for an hour, for this browser, and
 * shown to nobody but the account of that identity. False when there is nothing worth it.
 */
export async function keepUnsent(formData: FormData): Promise<boolean> {
  const handle = formData.get("as");
  const texts = fields.flatMap((name) => formData.getAll(name)).filter((text) => typeof text === "string");
  const worth = texts.map((text) => text.trim()).filter(Boolean);
  if (typeof handle !== "string" || worth.length === 0 || worth.join("").length > MOST_LETTERS) return false;
  if (!(await mayKeep())) return false;
  const key = await keepForAnHour(JSON.stringify({ handle, texts: worth }), new Date());
  (await cookies()).set(UNSENT_COOKIE, key, {
    httpOnly: true,
    sameSite: "lax",
    path: "/",
    maxAge: 60 * 60,
    secure: env().ORIGIN.startsWith("https:"),
  });
  return true;
}

/** What this account could not send from this browser; empty for every other account. */
export async function findUnsent(viewer: Viewer | null): Promise<string[]> {
  const key = viewer && (await cookies()).get(UNSENT_COOKIE)?.value;
  const kept = key ? await readKept(key, new Date()) : null;
  if (!kept) return [];
  const { handle, texts } = shape.parse(JSON.parse(kept));
  return viewer?.identities.some((own) => own.handle === handle) ? [...new Set(texts)] : [];
}

export async function forgetUnsent(): Promise<void> {
  const key = (await cookies()).get(UNSENT_COOKIE)?.value;
  if (key) await forgetKept(key);
  (await cookies()).delete({ name: UNSENT_COOKIE, path: "/" });
}

/** Strangers can send forms too, and disks are finite. */
async function mayKeep(): Promise<boolean> {
  try {
    await countAttempt({ db: connection().db, now: new Date() }, limit, await clientAddress());
    return true;
  } catch (error) {
    if (error instanceof AppError) return false;
    throw error;
  }
}
