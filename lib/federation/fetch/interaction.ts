import * as z from "zod";
import type { Context } from "@/lib/core/context";
import { internet, type Network } from "@/lib/core/net/guarded-agent";
import { findLinksOf } from "./webfinger";

const linkSchema = z.looseObject({
  rel: z.literal("http://ostatus.org/schema/1.0/subscribe"),
  template: z
    .string()
    .max(2000)
    .regex(/^https?:\/\/[^\s{}]+\{uri\}[^\s{}]*$/),
});

/**
 * Where somebody does something with a thing of another server on their own one ("remote follow"): the page that the
 * server of `name@host` tells in its WebFinger. `page` is null where it tells none; null: there is no such name, or its
 * server does not answer. Refuses with `server_suspended`.
 */
export async function findInteractionPage(
  ctx: Pick<Context, "db">,
  { handle, uri }: { handle: string; uri: string },
  network: Network = internet,
): Promise<{ page: string | null } | null> {
  const links = await findLinksOf(ctx, handle, network);
  if (!links) return null;
  const templates = links.flatMap((link) => linkSchema.safeParse(link).data?.template ?? []);
  const page = templates[0]?.replace("{uri}", encodeURIComponent(uri));
  return { page: page && URL.canParse(page) ? page : null };
}
