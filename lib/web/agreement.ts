import { redirect } from "next/navigation";
import { owesAgreement } from "@/lib/accounts/policy";
import { connection } from "@/lib/core/database";
import { conflict } from "@/lib/core/errors";
import { paths } from "@/lib/core/paths";
import { agreePath } from "@/lib/core/text-paths";
import { findDocument, findVersionAt } from "@/lib/instance/texts/documents";
import { type DocumentKind, documentKinds } from "@/lib/instance/texts/input";
import { isForMembers } from "./for-members";
import { readInstanceFrame } from "./instance-reading";
import { currentViewer, type Viewer } from "./viewer";
import { currentPath } from "./visitor/missing";

/** What was changed: the version that holds now, and the one that they knew; 0: none was saved then. */
export type Changed = { kind: DocumentKind; version: number; known: number };

/** Whether whoever looks has still to agree to what was changed on this server. Asks the database nothing. */
export async function hasToAgree(viewer: Viewer | null): Promise<boolean> {
  return viewer !== null && owesAgreement(viewer.session, await readInstanceFrame());
}

/** Refuses with `agree_first` what members do before they agree; visitors owe nothing. */
export async function requireAgreement(): Promise<void> {
  const { agreeSince } = await readInstanceFrame();
  if (agreeSince && (await hasToAgree(await currentViewer()))) throw conflict("agree_first");
}

/**
 * Leads from pages that are for members alone to where they agree; what everybody may read stays open to them. Whoever sent
 * something is not led away from what they typed: they are told.
 */
export function leadToAgreement(): void {
  const path = currentPath();
  if (path && isForMembers(path.split("?", 1)[0] ?? "")) redirect(agreePath(path));
}

/** Whether this is the page where they agree. */
export function isAgreeing(): boolean {
  return currentPath()?.split("?", 1)[0] === paths.agree;
}

/** What was changed since this viewer agreed, or came. */
export async function readChanged({ session }: Viewer): Promise<Changed[]> {
  const { db } = connection();
  const all = await Promise.all(
    documentKinds.map(async (kind) => {
      const [document, known] = await Promise.all([
        findDocument(db, kind),
        findVersionAt(db, kind, session.agreedAt ?? session.since),
      ]);
      return { kind, version: document?.version ?? 0, known: known ?? 0 };
    }),
  );
  return all.filter(({ version, known }) => version > known);
}
