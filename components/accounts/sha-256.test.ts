import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { firstWordOfHash } from "./sha-256";

test("hashes as everybody does", () => {
  const text = fc.string({ unit: "grapheme-ascii", maxLength: 55 });
  fc.assert(
    fc.property(text, (message) => {
      const hash = createHash("sha256").update(message).digest();
      expect(firstWordOfHash(message)).toBe(hash.readUInt32BE(0));
    }),
  );
});
