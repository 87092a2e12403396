import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test, vi } from "vitest";
import { countShownPages, findShownMail, listShownMails } from "./shown";
import { transport } from "./transport";

const DATA_DIR = mkdtempSync(join(tmpdir(), "carillon-shown-"));
vi.stubEnv("DEMO", "1");
vi.stubEnv("DATA_DIR", DATA_DIR);
vi.stubEnv("SMTP_URL", "smtp://127.0.0.1:9");
afterAll(() => rmSync(DATA_DIR, { recursive: true, force: true }));

test("a demonstration shows its mails, the newest first, whatever would send them", async () => {
  expect(await listShownMails(1)).toEqual({ mails: [], total: 0 });
  const letter = { to: "ada@example.org", text: "Hello", html: "<p>Hello", locale: "en" as const };
  for (let n = 1; n <= 21; n++) {
    const date = new Date(Date.UTC(2026, 10, 23, 12, n));
    const mail = { ...letter, subject: `Mail ${n}`, name: `${n}`.padStart(43, "n"), date };
    expect(await transport().send(mail)).toEqual({ status: "sent" });
    await transport().send(mail);
  }
  const { mails, total } = await listShownMails(1);
  expect([mails[0]?.subject, mails.length, total, countShownPages(total)]).toEqual(["Mail 21", 20, 21, 2]);
  expect((await listShownMails(2)).mails).toEqual([
    await findShownMail((await listShownMails(2)).mails[0]!.id),
  ]);
  expect(mails[0]).toMatchObject({ ...letter, date: new Date("2026-11-23T12:21:00Z") });
});

test.each(["../secrets", "20261123T121500000-../../x", ""])("finds nothing at %j", async (id) => {
  expect(await findShownMail(id)).toBeNull();
});
