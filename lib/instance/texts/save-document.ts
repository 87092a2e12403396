import { isDeepStrictEqual } from "node:util";
import { and, max, ne } from "drizzle-orm";
import type { z } from "zod";
import {
  type DocumentText,
  type InstanceDocument,
  instanceDocuments,
  instanceSettings,
} from "@/db/schema/instance";
import { type Context, inTransaction } from "@/lib/core/context";
import { authorize } from "@/lib/core/errors";
import { cleanText } from "@/lib/core/text/clean";
import { renderMarkdown } from "@/lib/core/text/markdown";
import { canAdminister } from "../policy";
import { type InstanceSettings, readInstance, updateInstance } from "../settings";
import { findDocument, ourWords } from "./documents";
import { type documentInput, textsOf } from "./input";

type Input = z.output<typeof documentInput>;
type Content = Pick<InstanceDocument, "mode" | "texts" | "url">;

/**
 * Administrators decide what people agree to, or read about privacy. What held before stays readable as its own version;
 * `asksAgain` lets everybody agree anew. Saving what stands there already changes nothing.
 */
export function saveDocument(ctx: Context, input: Input): Promise<void> {
  return inTransaction(ctx, async (tx) => {
    authorize(canAdminister(tx.actor));
    await tx.db.select().from(instanceSettings).for("update");
    const settings = await readInstance(tx.db);
    const before = await findDocument(tx.db, input.kind, settings[input.kind].version);
    const content = contentOf(input, settings);
    const isKnown = before && before.version > 0 && isSame(before, content);
    const asksAgain = input.asksAgain && content.mode !== "none";
    if (isKnown && (before.asksAgain || !asksAgain)) return;
    const version = settings[input.kind].version + 1;
    const row = { kind: input.kind, version, ...content, asksAgain, createdAt: tx.now };
    await tx.db.insert(instanceDocuments).values(row);
    await updateInstance(tx, {
      [input.kind]: { mode: content.mode, version },
      ...(asksAgain && { agreeSince: tx.now.toISOString() }),
      ...(content.mode === "none" && { agreeSince: await lastAskedBut(tx, input.kind) }),
    });
  });
}

/** What is there no more, nobody has to agree to; to the other document they may have to. */
async function lastAskedBut({ db }: Context, gone: Input["kind"]): Promise<string | null> {
  const { kind, asksAgain, createdAt } = instanceDocuments;
  const [asked] = await db
    .select({ at: max(createdAt) })
    .from(instanceDocuments)
    .where(and(ne(kind, gone), asksAgain));
  return asked?.at?.toISOString() ?? null;
}

function contentOf(input: Input, settings: InstanceSettings): Content {
  if (input.mode === "default") return { mode: "default", texts: ourWords(input.kind, settings), url: "" };
  if (input.mode === "own") return { mode: "own", texts: ownWords(input), url: "" };
  return { mode: input.mode, texts: {}, url: input.mode === "link" ? input.url : "" };
}

function ownWords(input: Input): { [locale: string]: DocumentText } {
  const written = Object.entries(textsOf(input, "text"))
    .map(([locale, text]) => [locale, cleanText(text)] as const)
    .filter(([, source]) => source !== "");
  return Object.fromEntries(
    written.map(([locale, source]) => [locale, { source, html: renderMarkdown(source) }]),
  );
}

function isSame(before: Content, { mode, texts, url }: Content): boolean {
  return isDeepStrictEqual({ mode: before.mode, texts: before.texts, url: before.url }, { mode, texts, url });
}
