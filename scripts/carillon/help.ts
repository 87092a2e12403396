import type { Command } from "./command";
import { commands } from "./commands";

const RUN = "npm run carillon --";

/** All commands with what they do, or those of a group such as "domain". */
export function helpOfAll(group = ""): string {
  const listed = Object.entries(commands).filter(([name]) => !group || name.split(" ")[0] === group);
  const lines = listed.flatMap(([name, { words, about }]) => [
    `  ${`${name} ${words}`.trim()}`,
    `      ${about}`,
  ]);
  const more = `${RUN} COMMAND --help tells more about one of them.`;
  return [`Usage: ${RUN} COMMAND`, "", ...lines, "", more].join("\n");
}

/** What one command does, and its options. */
export function helpOf(name: string, { words, about, options = {} }: Command): string {
  const named = Object.entries(options).map(([key, { type, about }]) => {
    return `  ${`--${key}${type === "string" ? " …" : ""}`.padEnd(16)}${about}.`;
  });
  const usage = `Usage: ${RUN} ${`${name} ${words}`.trim()}${named.length > 0 ? " [OPTIONS]" : ""}`;
  return [usage, "", about, ...(named.length > 0 ? ["", ...named] : [])].join("\n");
}
