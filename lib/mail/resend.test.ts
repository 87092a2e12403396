import { createServer, type IncomingMessage, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { resendTransport } from "./resend";
import { outgoing } from "./testing/outgoing";

type Asked = { headers: IncomingMessage["headers"]; body: Record<string, unknown> };

let server: Server;
let resend: ReturnType<typeof resendTransport>;
let asked: Asked[] = [];
let answer: { status: number; body: object };

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray()).toString("utf8");
    asked.push({ headers: request.headers, body: JSON.parse(body) });
    response
      .writeHead(answer.status, { "content-type": "application/json" })
      .end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  resend = resendTransport("re_test", { baseUrl: `http://127.0.0.1:${port}` });
});
beforeEach(() => {
  asked = [];
  answer = { status: 200, body: { id: "1" } };
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

function refuse(status: number, name: string, message = "no") {
  answer = { status, body: { statusCode: status, name, message } };
}

test("sends the mail whole, with a key by which a second one is recognised", async () => {
  const calendar = "BEGIN:VCALENDAR\r\n";
  expect(await resend.send(outgoing({ calendar, calendarMethod: "CANCEL" }))).toEqual({ status: "sent" });
  expect(asked[0]?.headers).toMatchObject({ authorization: "Bearer re_test", "idempotency-key": "n4me" });
  expect(asked[0]?.body).toEqual({
    from: '"Carillon" <carillon@localhost>',
    to: ["grace@example.org"],
    subject: "Repair café – you are in",
    headers: { "Auto-Submitted": "auto-generated", "Content-Language": "en" },
    text: "Hello Grace,\n",
    html: "<p>Hello Grace,</p>",
    attachments: [
      {
        filename: "invite.ics",
        content: Buffer.from(calendar).toString("base64"),
        content_type: "text/calendar; charset=utf-8; method=CANCEL",
      },
    ],
  });
});

describe("a refusal", () => {
  test.each([
    [401, "missing_api_key", "no"],
    [403, "validation_error", "The example.org domain is not verified."],
    [409, "concurrent_idempotent_requests", "no"],
    [422, "validation_error", "Invalid `from` field."],
    [429, "rate_limit_exceeded", "no"],
    [500, "application_error", "no"],
  ])("%i %s may pass", async (status, name, message) => {
    refuse(status, name, message);
    await expect(resend.send(outgoing())).rejects.toThrow(`Resend ${status} ${name}`);
  });

  test("of the recipient is for good, and does not tell who it was", async () => {
    refuse(422, "validation_error", "Invalid `to` field: grace@example.org");
    const outcome = await resend.send(outgoing());
    expect(outcome).toEqual({ status: "refused", reason: "Resend 422 validation_error" });
  });

  test("of a key that was used with other settings means that the mail is out", async () => {
    refuse(409, "invalid_idempotent_request");
    expect(await resend.send(outgoing())).toEqual({ status: "sent" });
  });
});

test("a service that is not there is a thing that may pass", async () => {
  const nowhere = resendTransport("re_test", { baseUrl: "http://127.0.0.1:1" });
  await expect(nowhere.send(outgoing())).rejects.toThrow("Resend unreachable application_error");
});
