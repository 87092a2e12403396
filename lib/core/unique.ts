/** Whether the database refused a row because another has the same key already: of two at the same time one wins. */
export function isDuplicate(error: unknown): boolean {
  const cause = error instanceof Error ? (error.cause ?? error) : null;
  return cause instanceof Error && "code" in cause && cause.code === "23505";
}
