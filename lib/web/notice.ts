import { getMessages } from "next-intl/server";

/** The sentence for `?notice=slug`, after something worked; nothing for a slug that nobody wrote. */
export async function noticeOf(
  searchParams: Promise<Record<string, string | string[] | undefined>>,
): Promise<string | null> {
  const { notice } = await searchParams;
  const { notices } = (await getMessages()) as { notices?: Record<string, string> };
  return typeof notice === "string" && notices && Object.hasOwn(notices, notice)
    ? (notices[notice] ?? null)
    : null;
}
