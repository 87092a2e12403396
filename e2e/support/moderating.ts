import { expect, type Page } from "@playwright/test";
import { submit } from "./submit";

/** `email`: of somebody without an account. */
type Reported = { kind: "event" | "comment" | "identity"; name: string; words: string; email?: string };

/** Somebody reports something; answers with the case that a moderator finds about it. */
export async function reportThing(by: Page, reported: Reported, moderator: Page): Promise<string> {
  const { kind, name, ...told } = reported;
  const path = `/report?${new URLSearchParams({ [kind]: name })}`;
  await submit(by, path, { category: "misleading", ...told });
  const queue = await (await moderator.request.get("/moderation/reports")).text();
  for (const [, id] of queue.matchAll(/\/moderation\/reports\/([0-9a-f-]{36})"/g)) {
    const found = await (await moderator.request.get(`/moderation/reports/${id}`)).text();
    if (found.includes(told.words)) return id!;
  }
  throw new Error(`no case says “${told.words}”`);
}

/** What a moderator decides about a case; `act`: the id of its form. */
export async function decide(
  moderator: Page,
  caseId: string,
  {
    act,
    ...values
  }: { act: string; reason: string; span?: string; hides?: "yes" } | { act: "close"; answer: string },
): Promise<void> {
  const answer = await submit(moderator, `/moderation/reports/${caseId}#${act}`, values);
  expect(answer.url(), `${act} ${caseId}`).toContain("notice=");
}
