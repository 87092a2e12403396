/** What was looked at, how it is, and what to do about it where it is not well. */
export type Finding = { about: string; state: "ok" | "warn" | "fail"; text: string; todo?: string };

/** Two lines of the terminal at most. */
export function toldFinding({ about, state, text, todo }: Finding): string {
  const line = `${state.padEnd(5)} ${about.padEnd(10)} ${text}`;
  return todo ? `${line}\n${" ".repeat(17)}→ ${todo}` : line;
}
