import { redactQuery, redactText } from "@/lib/core/redact";

/**
 * Takes out of an error what the log hides too: graphile-worker writes its message into the row of the job, where
 * somebody's name or address would stay when all else about them is gone.
 */
export function withoutValues(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  error.message = hidden(error.message);
  if (error.stack) error.stack = hidden(error.stack);
  return error;
}

function hidden(text: string): string {
  return redactText(redactQuery(text));
}
