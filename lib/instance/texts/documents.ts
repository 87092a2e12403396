import { and, desc, eq, lte } from "drizzle-orm";
import type { Database } from "@/db/client";
import { type InstanceDocument, instanceDocuments } from "@/db/schema/instance";
import { env } from "@/lib/core/env";
import { instanceName } from "@/lib/core/instance-name";
import { type InstanceSettings, readInstance } from "../settings";
import { defaultTexts } from "./default-texts";
import type { DocumentKind } from "./input";

/** A version as people read it. Version 0 is our own words, which hold while nothing was ever decided. */
export type ReadDocument = Pick<
  InstanceDocument,
  "kind" | "version" | "mode" | "texts" | "url" | "asksAgain"
> & {
  createdAt: Date | null;
};

export type DocumentVersion = Pick<InstanceDocument, "version" | "mode" | "asksAgain" | "createdAt">;

/** A version of a document, or the one in force; null: there is none of that number, or none at all. */
export async function findDocument(
  db: Database,
  kind: DocumentKind,
  version?: number,
): Promise<ReadDocument | null> {
  const settings = await readInstance(db);
  const wanted = version ?? settings[kind].version;
  if (wanted === 0) return settings[kind].version === 0 ? untouched(settings, kind) : null;
  const { kind: kindOf, version: number } = instanceDocuments;
  const [found] = await db
    .select()
    .from(instanceDocuments)
    .where(and(eq(kindOf, kind), eq(number, wanted)));
  return found && (found.mode !== "none" || version !== undefined) ? found : null;
}

/** All versions that were ever in force, the newest first. */
export function listVersions(db: Database, kind: DocumentKind): Promise<DocumentVersion[]> {
  const { version, mode, asksAgain, createdAt } = instanceDocuments;
  return db
    .select({ version, mode, asksAgain, createdAt })
    .from(instanceDocuments)
    .where(eq(instanceDocuments.kind, kind))
    .orderBy(desc(version));
}

/** The version that was in force at a moment; null: none had been saved by then. */
export async function findVersionAt(db: Database, kind: DocumentKind, at: Date): Promise<number | null> {
  const { version, createdAt } = instanceDocuments;
  const [found] = await db
    .select({ version })
    .from(instanceDocuments)
    .where(and(eq(instanceDocuments.kind, kind), lte(createdAt, at)))
    .orderBy(desc(version))
    .limit(1);
  return found?.version ?? null;
}

/** Our own words, with this server's name and how to reach it. */
export function ourWords(kind: DocumentKind, { name, contact }: Pick<InstanceSettings, "name" | "contact">) {
  const { host } = new URL(env().ORIGIN);
  return defaultTexts(kind, { name: name || instanceName(), contact, host });
}

function untouched(settings: InstanceSettings, kind: DocumentKind): ReadDocument | null {
  const { mode, version } = settings[kind];
  if (mode === "none") return null;
  return { kind, version, mode, texts: ourWords(kind, settings), url: "", asksAgain: false, createdAt: null };
}
