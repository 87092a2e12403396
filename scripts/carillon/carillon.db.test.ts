import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { describe, expect } from "vitest";
import type { Database } from "@/db/client";
import { accounts } from "@/db/schema/accounts";
import { journal } from "@/db/schema/journal";
import { moderationLog } from "@/db/schema/moderation-log";
import { domainPolicies } from "@/db/schema/servers";
import { createAccount, createRemoteEvent, now } from "@/db/testing/factories";
import { test } from "@/db/testing/test";
import { readInstance } from "@/lib/instance/settings";
import { readArguments } from "./arguments";
import { openDesk } from "./desk";

/** Does what was typed as scripts/carillon.ts does, and answers with all that was said. */
async function type(db: Database, ...typed: string[]): Promise<string> {
  const said: string[] = [];
  const asked = readArguments(typed);
  if ("help" in asked || "alone" in asked.command) throw new Error("not a command for a desk");
  const desk = openDesk(db, { say: (text) => said.push(text), as: asked.options.as, now });
  const work = await asked.command.load();
  await desk.told(work(desk, asked));
  return said.join("\n");
}

const roleOf = async (db: Database, email: string) =>
  (await db.select().from(accounts).where(eq(accounts.email, email)))[0]?.role;

describe("account", () => {
  test("create makes an administrator where there is none, with a link to a password", async ({ db }) => {
    const said = await type(
      ...[db, "account", "create", "Vera@example.org", "--handle", "vera"],
      ...["--role", "administrator", "--zone", "Europe/Paris"],
    );
    expect(said).toMatch(/http:\/\/localhost:3000\/reset-password\/\S{20,}/);
    expect(await roleOf(db, "vera@example.org")).toBe("administrator");
    const again = type(db, "account", "create", "vera@example.org", "--handle", "vera2");
    await expect(again).rejects.toThrow("There is an account with this address already.");
  });

  test("create says what is wrong at its field, and makes nothing", async ({ db }) => {
    const create = (...typed: string[]) => type(db, "account", "create", "a@example.org", ...typed);
    await expect(create()).rejects.toThrow("handle: Choose a handle.");
    await expect(create("--handle", "a", "--role", "king")).rejects.toThrow("role: Choose one of these.");
    await expect(create("--handle", "a", "--zone", "Nowhere")).rejects.toThrow(/^zone: /);
    await expect(create("--handle", "admin")).rejects.toThrow("handle: This handle is taken.");
    expect(await db.$count(accounts)).toBe(0);
  });

  test("role gives and takes, but never the last administrator's", async ({ db }) => {
    const { email } = await createAccount(db);
    expect(await type(db, "account", "role", email, "administrator")).toContain("was member");
    expect(await type(db, "account", "role", email, "administrator")).toContain("already");
    await expect(type(db, "account", "role", email, "member")).rejects.toThrow("the only administrator");
    await expect(type(db, "account", "role", "no@example.org", "member")).rejects.toThrow(
      "There is no account with this address.",
    );
  });

  test("reset-password prints a link, or has it mailed", async ({ db }) => {
    const { email } = await createAccount(db);
    expect(await type(db, "account", "reset-password", email)).toContain("/reset-password/");
    expect(await db.$count(journal)).toBe(0);
    expect(await type(db, "account", "reset-password", email, "--mail")).not.toContain("/reset-password/");
    expect(await db.select().from(journal)).toMatchObject([{ kind: "account.password_forgotten" }]);
  });

  test("delete wants to be sure, and gives a week unless told otherwise", async ({ db }) => {
    const { email } = await createAccount(db);
    const leavesAt = async () => (await db.select().from(accounts))[0]?.leavesAt;
    await expect(type(db, "account", "delete", email)).rejects.toThrow("--yes");
    expect(await leavesAt()).toBeNull();
    expect(await type(db, "account", "delete", email, "--yes")).toContain("2026-11-30");
    await type(db, "account", "delete", email, "--yes", "--now");
    expect(await leavesAt()).toEqual(now);
  });
});

describe("instance", () => {
  test("set changes one thing as pages do, and leaves the others", async ({ db }) => {
    await createAccount(db, { role: "administrator" });
    await type(db, "instance", "set", "max-identities", "3");
    await type(db, "instance", "set", "email-deny", "trash.example", "Spam.example");
    await type(db, "instance", "set", "mail-participation", "off");
    await type(db, "instance", "set", "terms-en", "Be *kind*.");
    await type(db, "instance", "set", "name", "Bells of Lyon");
    await type(db, "instance", "set", "rules-fr", "Soyez *gentils*.");
    await type(db, "instance", "set", "authorized-fetch", "on");
    await type(db, "instance", "set", "extra-categories", "Choirs", "Fab lab");
    await type(db, "instance", "set", "federation-mode", "listed");
    await type(db, "instance", "set", "server-list", "members");
    expect(await readInstance(db)).toMatchObject({
      ...{ maxIdentities: 3, emailDeny: ["trash.example", "spam.example"], mailParticipation: false },
      ...{ name: "Bells of Lyon", terms: { mode: "own", version: 1 }, authorizedFetch: true },
      ...{ federationMode: "listed", serverListFor: "members", serverFollowers: "all" },
      rulesHtml: { en: "", fr: expect.stringContaining("<em>gentils</em>") },
      ...{ extraCategories: ["Choirs", "Fab lab"], registration: "open" },
    });
    expect(await type(db, "instance", "show")).toContain("extra-categories = Choirs, Fab lab");
    await type(db, "instance", "set", "terms-en");
    expect(await readInstance(db)).toMatchObject({ terms: { mode: "none", version: 2 } });
  });

  test("set refuses what pages refuse, and what there is not", async ({ db }) => {
    const set = (...typed: string[]) => type(db, "instance", "set", ...typed);
    await expect(set("max-identities", "3")).rejects.toThrow("Nobody administers this server yet.");
    await createAccount(db, { role: "administrator" });
    await expect(set("max-identities", "0")).rejects.toThrow("Write a number from 1 to 1,000.");
    await expect(set("authorized-fetch", "yes")).rejects.toThrow("on or off");
    await expect(set("colour", "red")).rejects.toThrow("There is: registration");
    await expect(set("terms-en", "--file", "/nowhere/terms.md")).rejects.toThrow("there is no such file");
  });
});

describe("domain", () => {
  test("block and unblock are written into the log under an administrator", async ({ db }) => {
    const vera = await createAccount(db, { role: "administrator", createdAt: new Date("2020-01-01T00:00Z") });
    const linus = await createAccount(db, { role: "administrator" });
    const member = await createAccount(db);
    await type(db, "domain", "block", "https://Far.example/", "--reason", "Spam");
    expect(await db.select().from(domainPolicies)).toMatchObject([
      { domain: "far.example", severity: "suspend", reason: "Spam" },
    ]);
    const denied = type(db, "domain", "unblock", "far.example", "--as", member.email);
    await expect(denied).rejects.toThrow("that account is none");
    await type(db, "domain", "unblock", "far.example", "--as", linus.email);
    expect(await type(db, "domain", "unblock", "far.example")).toContain("Nothing is decided");
    const log = await db.select().from(moderationLog).orderBy(moderationLog.id);
    expect(log.map(({ moderatorId }) => moderatorId)).toEqual([vera.id, linus.id]);
    const odd = type(db, "domain", "block", "far.example", "--severity", "explode");
    await expect(odd).rejects.toThrow("severity: Choose one of these.");
  });

  test("unblock says when a name above still counts", async ({ db }) => {
    await createAccount(db, { role: "administrator" });
    await type(db, "domain", "block", "far.example");
    await type(db, "domain", "block", "a.far.example", "--severity", "silence");
    expect(await type(db, "domain", "unblock", "a.far.example")).toContain("about far.example");
  });

  test("import shows first what it would do, does it, and export writes it again", async ({ db }) => {
    await createAccount(db, { role: "administrator" });
    const file = join(tmpdir(), `carillon-${process.pid}.csv`);
    writeFileSync(file, "#domain,#severity\nspam.example,suspend\nloud.example,silence\nodd.example,odd\n");
    try {
      const preview = await type(db, "domain", "import", file, "--preview");
      expect(preview).toContain("+ spam.example: suspended");
      expect(preview).toContain("Would decide about 2 of 3 servers.");
      expect(await db.$count(domainPolicies)).toBe(0);
      expect(await type(db, "domain", "import", file)).toContain("Decided about 2 of 3 servers.");
      expect(await type(db, "domain", "import", file)).toContain("= 2 are so already");
      const printed = await type(db, "domain", "export");
      expect(printed.split("\n")).toHaveLength(3);
      await type(db, "domain", "export", file);
      expect(readFileSync(file, "utf8")).toBe(`${printed}\n`);
    } finally {
      rmSync(file, { force: true });
    }
    await expect(type(db, "domain", "import", file)).rejects.toThrow("there is no such file");
  });
});

test("federation refresh asks for what is known of a server, or lately was not asked for", async ({ db }) => {
  await createAccount(db, { role: "administrator" });
  await createRemoteEvent(db);
  expect(await type(db, "federation", "refresh", "far.example")).toContain("1 people and 1 events");
  expect(await type(db, "federation", "refresh")).toContain("not asked for lately");
  await expect(type(db, "federation", "follow", "a b")).rejects.toThrow(
    "address: Write the name of a server",
  );
});
