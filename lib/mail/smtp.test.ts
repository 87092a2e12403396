import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { smtpTransport } from "./smtp";
import { type MailServer, startMailServer } from "./testing/mail-server";
import { outgoing } from "./testing/outgoing";

let server: MailServer;
let smtp: ReturnType<typeof smtpTransport>;

beforeAll(async () => {
  server = await startMailServer();
  smtp = smtpTransport(server.url);
});
afterEach(() => {
  server.received.length = 0;
});
afterAll(async () => {
  smtp.close();
  await server.close();
});

describe("what arrives", () => {
  test("is one mail to one address, with text, HTML and headers that tell machines what it is", async () => {
    expect(await smtp.send(outgoing({ locale: "fr" }))).toEqual({ status: "sent" });
    const [{ mail, to } = { mail: null, to: [] }] = server.received;
    expect(to).toEqual(["grace@example.org"]);
    expect(mail).toMatchObject({
      from: { value: [{ name: "Carillon", address: "carillon@localhost" }] },
      to: { value: [{ name: "", address: "grace@example.org" }] },
      subject: "Repair café – you are in",
      messageId: "<n4me@localhost>",
      date: new Date("2026-11-23T12:00:00.000Z"),
      text: "Hello Grace,\n",
      html: "<p>Hello Grace,</p>",
      attachments: [],
    });
    expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");
    expect(mail?.headers.get("content-language")).toBe("fr");
    expect(mail?.headers.has("list-unsubscribe")).toBe(false);
  });

  test("carries the calendar as an alternative that calendars take, and as a file, byte for byte", async () => {
    const calendar = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nSUMMARY:Café\r\nEND:VCALENDAR\r\n";
    await smtp.send(outgoing({ calendar, calendarMethod: "REQUEST" }));
    const [{ mail, raw } = { mail: null, raw: "" }] = server.received;
    expect(mail?.attachments).toMatchObject([
      { contentType: "text/calendar", content: Buffer.from(calendar) },
      { contentType: "application/ics", filename: "invite.ics", content: Buffer.from(calendar) },
    ]);
    expect(typesIn(raw)).toEqual([
      "multipart/mixed",
      "multipart/alternative",
      "text/plain; charset=utf-8",
      "text/html; charset=utf-8",
      "text/calendar; charset=utf-8; method=REQUEST",
      "application/ics; name=invite.ics",
    ]);
  });

  test("says where a page ends such mails, without promising that one click does", async () => {
    await smtp.send(outgoing({ unsubscribePage: "https://carillon.example/answers/abc" }));
    expect(server.received[0]?.raw).toContain("List-Unsubscribe: <https://carillon.example/answers/abc>");
    expect(server.received[0]?.raw).not.toContain("List-Unsubscribe-Post");
  });

  test("can be switched off with one click where it may be", async () => {
    await smtp.send(outgoing({ unsubscribe: "https://carillon.example/unsubscribe/abc" }));
    expect(server.received[0]?.raw).toContain("List-Unsubscribe: <https://carillon.example/unsubscribe/abc>");
    expect(server.received[0]?.raw).toContain("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  });

  test("has no header and no recipient that somebody wrote into a title or an address", async () => {
    await smtp.send(outgoing({ subject: "Party\r\nBcc: all@example.org\r\n\r\nBuy!" }));
    await smtp.send(outgoing({ subject: "\u2028Bcc: all@example.org" }));
    await smtp.send(outgoing({ to: "a@example.org,b@example.org" })).catch(() => {});
    for (const { mail, to } of server.received) {
      expect(to).toHaveLength(1);
      expect(mail.headers.has("bcc")).toBe(false);
      expect(mail.text).toBe("Hello Grace,\n");
    }
  });
});

/** The types of all parts, outer ones first. */
function typesIn(raw: string): string[] {
  const unfolded = raw.replace(/\r\n[ \t]+/g, " ");
  return [...unfolded.matchAll(/^Content-Type: (.*)$/gm)].map(([, type]) =>
    type!.trim().replace(/; boundary=.*/, ""),
  );
}

describe("what the server refuses", () => {
  test.each([
    [450, "4.2.0 <grace@example.org> greylisted, come back later"],
    [552, "5.2.2 <grace@example.org> mailbox full"],
  ])("is thrown when it may pass (%i), without the address", async (code, text) => {
    server.answers.push({ code, text });
    const error = await smtp.send(outgoing()).catch((thrown: Error) => thrown);
    expect(error).toBeInstanceOf(Error);
    expect(String(error)).toContain(`SMTP ${code} ${text.slice(0, 5)} to RCPT TO`);
    expect(String(error)).not.toContain("grace");
  });

  test("ends when the address is none, without the address", async () => {
    server.answers.push({ code: 550, text: "5.1.1 <grace@example.org> unknown" });
    const outcome = await smtp.send(outgoing());
    expect(outcome).toEqual({ status: "refused", reason: "SMTP 550 5.1.1 to RCPT TO" });
  });

  test("does not keep the next mail from going out", async () => {
    server.answers.push({ code: 451, text: "later" });
    await expect(smtp.send(outgoing())).rejects.toThrow("SMTP 451");
    await smtp.send(outgoing());
    expect(server.received).toHaveLength(1);
  });
});

test("a server that is not there is a thing that may pass", async () => {
  const closed = await startMailServer();
  await closed.close();
  const nowhere = smtpTransport(closed.url);
  await expect(nowhere.send(outgoing())).rejects.toThrow("SMTP ESOCKET");
  nowhere.close();
});
