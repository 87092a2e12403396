import type { Sql } from "postgres";

type Pending = { resolve(rows: unknown): void };
type Begin = (...args: unknown[]) => unknown;

/**
 * Turns the rows of each answer around whose order nobody asked for. PostgreSQL gives them as it finds them, mostly as
 * they were written, until something was deleted: whoever relies on that fails here at once, and not some day.
 */
export function turnUnordered(sql: Sql): Sql {
  const { unsafe, begin, savepoint } = sql as unknown as Record<"unsafe" | "begin" | "savepoint", Begin>;
  const within = (open: Begin | undefined): Begin => {
    const turned = (arg: unknown) =>
      typeof arg === "function" ? (inner: Sql) => arg(turnUnordered(inner)) : arg;
    return (...args) => open?.apply(sql, args.map(turned));
  };
  return Object.assign(sql, {
    unsafe: (query: string, ...rest: unknown[]) => {
      const pending = unsafe.call(sql, query, ...rest) as Pending;
      const { resolve } = pending;
      if (!hasOrder(query)) pending.resolve = (rows) => resolve(Array.isArray(rows) ? rows.reverse() : rows);
      return pending;
    },
    begin: within(begin),
    savepoint: within(savepoint),
  });
}

/** New rows come in the order in which they were given. */
function hasOrder(query: string): boolean {
  return /\border by\b|^\s*insert\b/i.test(query);
}
