import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { simpleParser } from "mailparser";
import { expect, onTestFinished, test } from "vitest";
import { fileTransport } from "./file";
import { outgoing } from "./testing/outgoing";

async function temporaryFolder() {
  const root = await mkdtemp(join(tmpdir(), "carillon-mail-"));
  onTestFinished(() => rm(root, { recursive: true }));
  return join(root, "mail");
}

test("writes a mail that mail programs open, under a name that tells nothing", async () => {
  const folder = await temporaryFolder();
  await fileTransport(folder).send(outgoing());
  expect(await readdir(folder)).toEqual(["2026-11-23T12-00-00-000Z-n4me.eml"]);
  const mail = await simpleParser(await readFile(join(folder, "2026-11-23T12-00-00-000Z-n4me.eml")));
  expect(mail).toMatchObject({ subject: "Repair café – you are in", messageId: "<n4me@localhost>" });
});

test("writing the same mail again replaces it", async () => {
  const folder = await temporaryFolder();
  const transport = fileTransport(folder);
  await Promise.all([transport.send(outgoing()), transport.send(outgoing({ name: "other" }))]);
  await transport.send(outgoing());
  expect(await readdir(folder)).toHaveLength(2);
});

test("nobody else on the machine may read it", async () => {
  const folder = await temporaryFolder();
  await fileTransport(folder).send(outgoing());
  const [name = ""] = await readdir(folder);
  expect(((await stat(folder)).mode & 0o777).toString(8)).toBe("700");
  expect(((await stat(join(folder, name))).mode & 0o777).toString(8)).toBe("600");
});
