import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hashToken, keyedHash, newToken, seal, unseal } from "./crypto";

describe("seal", () => {
  test("is opened for the same purpose, whatever the text", () => {
    fc.assert(fc.property(fc.string(), (text) => unseal("keys", seal("keys", text)) === text));
  });

  test("never looks the same twice, and shows nothing of the text", () => {
    const first = seal("keys", "a private key");
    expect(seal("keys", "a private key")).not.toBe(first);
    expect(Buffer.from(first, "base64url").toString("latin1")).not.toContain("private");
  });

  test("is not opened for another purpose, nor when one bit was changed", () => {
    const sealed = seal("keys", "a private key");
    expect(() => unseal("second factor", sealed)).toThrow();
    for (const at of [0, 12, 28, sealed.length - 2]) {
      const bytes = Buffer.from(sealed, "base64url");
      bytes[Math.min(at, bytes.length - 1)]! ^= 1;
      expect(() => unseal("keys", bytes.toString("base64url"))).toThrow();
    }
    expect(() => unseal("keys", "")).toThrow();
  });

  test("is not opened when it was cut short, not even where nothing was in it", () => {
    const sealed = Buffer.from(seal("keys", ""), "base64url");
    for (const length of [27, 24, 16]) {
      expect(() => unseal("keys", sealed.subarray(0, length).toString("base64url"))).toThrow();
    }
  });
});

test("a token's hash is all that is kept of it, and a keyed hash depends on what it is for", () => {
  const { token, hash } = newToken();
  expect(hashToken(token)).toBe(hash);
  expect(token).toHaveLength(32);
  expect(keyedHash("a", "value")).not.toBe(keyedHash("b", "value"));
  expect(keyedHash("a", "value")).toBe(keyedHash("a", "value"));
});
