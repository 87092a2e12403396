const secretKey =
  /pass(word|wd)?|secret|token|cookie|authorization|api_?key|e_?mail|credential|^(to|from|code)$/i;

const mask = "[hidden]";

/** Hides what a log line must not keep: the values of fields whose name says so, at any depth. */
export function redactFields(value: unknown, depth = 0): unknown {
  if (value === null || typeof value !== "object" || depth > 6) return value;
  if (value instanceof Error || value instanceof Date) return value;
  if (Array.isArray(value)) return value.map((item) => redactFields(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [
      key,
      secretKey.test(key) ? mask : redactFields(item, depth + 1),
    ]),
  );
}

/**
 * Hides secrets inside text, wherever they stand: e-mail addresses (not fediverse handles), passwords in URLs,
 * and one-time links.
 */
export function redactText(text: string): string {
  return text
    .replaceAll(/([a-z][a-z\d+.-]*:\/\/[^\s:@/"]*):[^\s@/"]+@/gi, `$1:${mask}@`)
    .replaceAll(
      /\/(confirm(?:-email)?|welcome|reset(?:-password)?|unsubscribe|keep-account|answers(?:\/confirm)?|feeds\/private)\/[\w.~-]+/g,
      `/$1/${mask}`,
    )
    .replaceAll(/(?<![\w.+%@-])(?<!acct:)[\w.+%-]+@[\w-]+(\.[\w-]+)+/g, mask);
}

/**
 * Hides the values that a failed query was sent with: Drizzle puts them into the error's message and stack, PostgreSQL the
 * one that it could not read into its own.
 */
export function redactQuery(text: string): string {
  return text
    .replaceAll(/\nparams:[\s\S]*?(?=\n {4}at |$)/g, `\nparams: ${mask}`)
    .replaceAll(/\b(invalid [a-z ]+|malformed [a-z ]+): "[\s\S]*?"(?=\n {4}at |$)/g, `$1: ${mask}`)
    .replaceAll(/\bvalue "[^"\n]*" is out of range/g, `value ${mask} is out of range`);
}
