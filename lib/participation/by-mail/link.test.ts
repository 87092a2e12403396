import { describe, expect, test } from "vitest";
import { answerPath, readConfirmToken, readPageToken } from "./link";
import { confirmToken, pageToken } from "./testing/tokens";

const id = "0199b5a2-7c1e-7000-8000-000000000001";

describe("the secrets of somebody without an account", () => {
  test("say whose they are, to this server alone, and look different each time", () => {
    expect(readPageToken(pageToken(id))).toBe(id);
    expect(readConfirmToken(confirmToken(id))).toBe(id);
    expect(answerPath(id)).not.toBe(answerPath(id));
    expect(answerPath(id)).not.toContain(id);
  });

  test("open nothing but what they are for", () => {
    expect(readPageToken(confirmToken(id))).toBeNull();
    expect(readConfirmToken(pageToken(id))).toBeNull();
    for (const token of ["", "no-token-of-ours", `${pageToken(id)}x`])
      expect(readPageToken(token)).toBeNull();
  });
});
