import { describe, expect, test } from "vitest";
import { codeInput, firstCodeInput, isRecoveryCode } from "../input";

const read = (code: string) => codeInput.safeParse({ code }).data?.code;

describe("a code as people type it", () => {
  test.each(["123456", " 123 456 ", "123-456", "123\u202f456", "１２３４５６"])("%j is six digits", (typed) =>
    expect(read(typed)).toBe("123456"),
  );

  test.each(["3F7K9QWX0A1B14NP", "3f7k 9qwx 0a1b 14np", "3F7K-9QWX-OAIB-L4NP", "3F7K\n9QWX\n0A1B\n14NP"])(
    "%j is one recovery code",
    (typed) => expect(read(typed)).toBe("3F7K9QWX0A1B14NP"),
  );

  test.each(["", "12345", "1234567", "12345a", "3F7K 9QWX 0A1B 14N", "U".repeat(16), "1".repeat(61)])(
    "%j is none",
    (typed) => expect(read(typed)).toBeUndefined(),
  );

  test("only an app's code can switch it on", () => {
    const setup = "0193573f-0000-7000-8000-000000000000";
    expect(firstCodeInput.safeParse({ setup, code: "123 456" }).data?.code).toBe("123456");
    expect(firstCodeInput.safeParse({ setup, code: "3F7K 9QWX 0A1B 14NP" }).success).toBe(false);
  });

  test("tells recovery codes by their length", () => {
    expect(isRecoveryCode("123456")).toBe(false);
    expect(isRecoveryCode("1234561234561234")).toBe(true);
  });
});
