import { describe, expect, test } from "vitest";
import { nameRequest, readRequestId } from "./request-id";

const random = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/;

function nameFrom(remoteAddress: string, told?: string | string[]) {
  const headers: NodeJS.Dict<string | string[]> = told === undefined ? {} : { "x-request-id": told };
  const id = nameRequest({ headers, socket: { remoteAddress } } as never);
  expect(readRequestId(headers)).toBe(id);
  return id;
}

describe("nameRequest", () => {
  test.each(["127.0.0.1", "::ffff:10.0.0.2", "fd00::2"])("takes the id of a proxy at %s", (proxy) => {
    expect(nameFrom(proxy, "5f2c9a1b-trace_7")).toBe("5f2c9a1b-trace_7");
  });

  test("lets no stranger choose", () => {
    expect(nameFrom("198.51.100.4", "5f2c9a1b-trace_7")).toMatch(random);
  });

  test.each(["short", "x".repeat(65), "ada@example.org", "two words here", 'a"b\nc-line-of-log', ""])(
    "takes nothing that is no id: %j",
    (told) => expect(nameFrom("127.0.0.1", told)).toMatch(random),
  );

  test("makes another one for each", () => {
    expect(nameFrom("127.0.0.1")).not.toBe(nameFrom("127.0.0.1"));
    expect(nameFrom("127.0.0.1", ["12345678", "12345678"])).toMatch(random);
  });
});
