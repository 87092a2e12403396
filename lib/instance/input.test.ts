import { describe, expect, test } from "vitest";
import { registrationInput } from "./input";

const typed = { registration: "open", emailAllow: "", emailDeny: "", maxIdentities: "20" };
const listOf = (emailDeny: string) => registrationInput.parse({ ...typed, emailDeny }).emailDeny;

describe("registrationInput", () => {
  test("reads one address or domain a line, however it is written", () => {
    expect(listOf("")).toEqual([]);
    expect(
      listOf(" Example.ORG \r\n\r\n@example.org\n*.trash.example\nEve+x@Mail.example\nbücher.example"),
    ).toEqual(["example.org", "trash.example", "eve+x@mail.example", "xn--bcher-kva.example"]);
  });

  test.each(["two words", "a@b@", "https://example.org", "@", "a@", "under_score.example"])(
    "refuses %j as an entry",
    (emailAllow) => {
      const result = registrationInput.safeParse({ ...typed, emailAllow });
      const isDropped = result.success && result.data.emailAllow.length === 0;
      if (!isDropped) expect(result.error?.issues[0]?.message).toBe("email_list_not_valid");
    },
  );

  test.each(["", "0", "1.5", "1001", "many"])("refuses %j identities", (maxIdentities) => {
    const result = registrationInput.safeParse({ ...typed, maxIdentities });
    expect(result.error?.issues[0]).toMatchObject({ message: "max_identities_not_valid" });
  });
});
