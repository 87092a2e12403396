type Code = "unauthenticated" | "forbidden" | "not_found" | "invalid" | "conflict" | "rate_limited";

/** A refusal that is safe to show. Anything else that is thrown is a bug. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: Code;
  /** Stable slug for tests and translations, e.g. "event_full". */
  readonly reason: string;
  readonly fieldErrors: Record<string, string[]>;

  constructor(code: Code, reason: string, fieldErrors: Record<string, string[]> = {}) {
    super(reason);
    this.code = code;
    this.reason = reason;
    this.fieldErrors = fieldErrors;
  }
}

/** Turns a policy's answer into a refusal. */
export function authorize(allowed: boolean): asserts allowed {
  if (!allowed) throw new AppError("forbidden", "not_allowed");
}

/** The thing is not in the state that the command needs; trying again later may work. */
export function conflict(reason: string): AppError {
  return new AppError("conflict", reason);
}

/** There is no such thing, or none that this actor may see: both answers look the same. */
export function notFound(reason: string): AppError {
  return new AppError("not_found", reason);
}

/** One field is wrong for a reason that only the database or the clock could tell. */
export function invalidField(field: string, reason: string): AppError {
  return new AppError("invalid", "check_fields", { [field]: [reason] });
}
