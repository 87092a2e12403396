import { describe, expect, test } from "vitest";
import { readArguments } from "./arguments";
import { commands } from "./commands";

const read = (typed: string) => readArguments(typed.split(" ").filter(Boolean));

describe("readArguments", () => {
  test("reads a command with its words and options, in any order", () => {
    const asked = {
      command: commands["account create"],
      words: ["ada@example.org"],
      options: { handle: "ada", role: "moderator" },
    };
    expect(read("account create ada@example.org --handle ada --role moderator")).toEqual(asked);
    expect(read("account create --role=moderator --handle=ada ada@example.org")).toEqual(asked);
    expect(read("doctor")).toEqual({ command: commands.doctor, words: [], options: {} });
    expect(read("domain import - --preview")).toMatchObject({ words: ["-"], options: { preview: true } });
    expect(read("instance set extra-categories Choirs Walks")).toMatchObject({
      words: ["extra-categories", "Choirs", "Walks"],
    });
  });

  test.each(["", "--help", "help", "-h"])("tells of all commands when asked %j", (typed) => {
    const { help } = read(typed) as { help: string };
    for (const name of Object.keys(commands)) expect(help).toContain(`\n  ${name}`);
  });

  test("tells of a group, and of one command with its options", () => {
    expect(read("domain --help")).toMatchObject({ help: expect.not.stringContaining("account") });
    for (const typed of ["domain import --help", "help domain import", "domain import list.csv -h"])
      expect(read(typed)).toMatchObject({ help: expect.stringContaining("--preview") });
  });

  test.each([
    ["account", "There is no command"],
    ["account frob", "There is no command"],
    ["constructor", "There is no command"],
    ["account role ada@example.org", "Something is missing."],
    ["doctor now", "That is too much"],
    ["domain block a.example --severty silence", "--severty"],
    ["account create ada@example.org --handle", "--handle"],
  ])("says what is wrong with %j, and how it is meant", (typed, problem) => {
    const help = expect.objectContaining({ message: expect.stringMatching(/Usage: npm run carillon -- /) });
    expect(() => read(typed)).toThrow(help);
    expect(() => read(typed)).toThrow(problem);
  });
});

test("every command leads to something, and is explained", async () => {
  for (const [name, command] of Object.entries(commands)) {
    const work = "alone" in command ? await command.alone() : await command.load();
    expect(work, name).toBeTypeOf("function");
    expect(readArguments([...name.split(" "), "--help"])).toMatchObject({
      help: expect.stringContaining(command.about),
    });
  }
});
