import { parseArgs } from "node:util";
import { type Asked, type Command, countOf } from "./command";
import { commands } from "./commands";
import { helpOf, helpOfAll } from "./help";

/**
 * Reads what was typed: a command with its words and options, or the help that was asked for. Throws a sentence, with the
 * help that would have led to something else, for what is no command.
 */
export function readArguments(typed: string[]): { help: string } | (Asked & { command: Command }) {
  const name = nameIn(typed);
  const command = name && commands[name];
  const wantsHelp = typed.length === 0 || typed.some((word) => ["--help", "-h", "help"].includes(word));
  if (!name || !command) {
    const group = typed.find((word) => !word.startsWith("-") && word !== "help") ?? "";
    const isGroup = Object.keys(commands).some((known) => known.startsWith(`${group} `));
    const help = helpOfAll(isGroup ? group : "");
    if (wantsHelp) return { help };
    throw new Error(`There is no command "${typed.join(" ")}".\n\n${help}`);
  }
  if (wantsHelp) return { help: helpOf(name, command) };
  return { command, ...parsed(typed.slice(name.split(" ").length), { name, command }) };
}

function nameIn(typed: string[]): string | undefined {
  const begun = typed[0] === "help" ? typed.slice(1) : typed;
  return [begun.slice(0, 2).join(" "), begun[0] ?? ""].find((name) => Object.hasOwn(commands, name));
}

function parsed(rest: string[], { name, command }: { name: string; command: Command }): Asked {
  const fail = (problem: string) => new Error(`${problem}\n\n${helpOf(name, command)}`);
  const read = tryToParse(rest, command);
  if (typeof read === "string") throw fail(read);
  const { least, most } = countOf(command.words);
  if (read.words.length < least) throw fail("Something is missing.");
  if (read.words.length > most)
    throw fail(`That is too much: "${read.words[most]}". Put quotes around several words.`);
  return read;
}

function tryToParse(args: string[], { options = {} }: Command): Asked | string {
  const known = Object.entries(options).map(([key, { type }]) => [key, { type }] as const);
  try {
    const { values, positionals } = parseArgs({
      args,
      options: Object.fromEntries(known),
      allowPositionals: true,
    });
    return { words: positionals, options: values as Asked["options"] };
  } catch (error) {
    if (error instanceof TypeError) return error.message;
    throw error;
  }
}
