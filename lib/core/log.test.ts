import { describe, expect, test } from "vitest";
import { createLogger } from "./log";

describe("the log", () => {
  test("hides fields that are named like secrets, at any depth", () => {
    const line = written({
      user: { password: "hunter2", sessionToken: "abc", list: [{ cookie: "c=1" }] },
      id: "kept",
    });
    expect(line).not.toMatch(/hunter2|abc|c=1/);
    expect(line).toContain("kept");
  });

  test("hides e-mail addresses wherever they stand, and keeps fediverse handles", () => {
    expect(written({ note: "ada@example.org" }, "sent to grace.h+x@mail.example.org")).not.toMatch(
      /ada@|grace/,
    );
    expect(written({}, "followed by @ada@example.org")).toContain("@ada@example.org");
    expect(written({ uri: "acct:ada@example.org" })).toContain("acct:ada@example.org");
  });

  test("hides one-time links and passwords in addresses", () => {
    const line = written({ path: "/confirm/s3cr3t" }, "lost postgres://carillon:pa55@127.0.0.1/carillon");
    expect(line).not.toMatch(/s3cr3t|pa55/);
    expect(line).toContain("127.0.0.1");
  });

  test.each(["answers", "answers/confirm", "welcome", "keep-account", "unsubscribe"])(
    "hides what opens /%s",
    (path) => expect(written({}, `no page at /${path}/s3cr3t-t0ken`)).not.toContain("s3cr3t"),
  );

  test("hides the values that a failed query was sent with", () => {
    const error = Object.assign(
      new Error("Failed query: insert into accounts\nparams: argon2-hash,two\nlines"),
      {
        cause: Object.assign(new Error("duplicate key"), { code: "23505", parameters: ["argon2-hash"] }),
      },
    );
    const line = written({ err: error }, "no account");
    expect(line).not.toMatch(/argon2-hash|lines/);
    expect(line).toMatch(/duplicate key.*23505/);
    expect(line).toContain("log.test");
  });

  test.each([
    'invalid input syntax for type integer: "Ada: "4"\nlives there"',
    'invalid input value for enum role: "Ada"',
    'malformed array literal: "Ada"',
    'value "Ada" is out of range for type integer',
  ])("hides what PostgreSQL could not read: %j", (message) => {
    const line = written({ err: new Error("Failed query", { cause: new Error(message) }) }, "no");
    expect(line).not.toMatch(/Ada|lives/);
    expect(line).toMatch(/invalid|malformed|out of range/);
    expect(line).toContain("log.test");
  });

  test("writes one line of JSON", () => {
    expect(JSON.parse(written({ count: 2 }, "two"))).toMatchObject({ level: "info", count: 2, msg: "two" });
  });
});

function written(fields: object, message = ""): string {
  let lines = "";
  const destination = {
    write(line: string) {
      lines += line;
    },
  };
  const logger = createLogger(destination);
  logger.level = "info";
  logger.info(fields, message);
  return lines;
}
