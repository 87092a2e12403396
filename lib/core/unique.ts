/** Whether the database refused a row because another has the same key already: of two at the same time one wins. */
export function isDuplicate(error: unknown): boolean {
  return codeOf(error) === "23505";
}

/** Whether the database refused a row because what it belongs to is gone. */
export function isOrphan(error: unknown): boolean {
  return codeOf(error) === "23503";
}

function codeOf(error: unknown): unknown {
  const cause = error instanceof Error ? (error.cause ?? error) : null;
  return cause instanceof Error && "code" in cause ? cause.code : null;
}
