/** Another server is down or slow: another try may mend it, which is for whoever asked. */
export function isUnreachable(error: unknown): boolean {
  return error instanceof Error && /^(?:unreachable|answered)/.test(error.message);
}
