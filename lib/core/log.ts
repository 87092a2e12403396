import { type Logger, pino } from "pino";
import { env } from "./env";
import { redactFields, redactQuery, redactText } from "./redact";

const loggers = new Map<string, Logger>();

type Fields = () => Record<string, string>;

const shared = globalThis as { carillonLogFields?: Fields };

/** What each line says beside its own, such as for which request it is written; holds for all bundles. */
export function addToEveryLine(fields: Fields): void {
  shared.carillonLogFields = fields;
}

/**
 * The log of one room, e.g. `log("mail").info({ mailId }, "mail sent")`: one JSON line on standard output.
 * Passwords, tokens, cookies and e-mail addresses are hidden, but better never given.
 */
export function log(room: string): Logger {
  const known = loggers.get(room);
  if (known) return known;
  const made = createLogger(process.stdout).child({ room });
  loggers.set(room, made);
  return made;
}

/** A logger with the redaction and level of this server that writes to `destination`. */
export function createLogger(destination: { write(line: string): void }): Logger {
  return pino(
    {
      level: env().LOG_LEVEL,
      base: null,
      mixin: () => shared.carillonLogFields?.() ?? {},
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: {
        level: (label) => ({ level: label }),
        log: (fields) => redactFields(fields) as Record<string, unknown>,
      },
      serializers: { err: errorFields },
      hooks: { streamWrite: redactText },
    },
    destination,
  );
}

/** Of an error and its causes only what says what happened where: database drivers hang the query's values on it. */
function errorFields(error: unknown): Record<string, unknown> {
  const chain = causes(error);
  return {
    type: chain[0]?.name,
    message: chain.map(({ message }) => redactQuery(message)).join(": ") || String(error),
    stack: chain.map(({ stack = "" }) => redactQuery(stack)).join("\ncaused by: "),
    code: chain.flatMap((link) => ("code" in link ? [link.code] : []))[0],
  };
}

function causes(error: unknown, depth = 0): Error[] {
  return error instanceof Error && depth < 5 ? [error, ...causes(error.cause, depth + 1)] : [];
}
