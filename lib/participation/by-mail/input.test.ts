import { describe, expect, test } from "vitest";
import { linkReplyInput, registerInput } from "./input";

const eventId = "0199b5a2-7c1e-7000-8000-000000000001";
const typed = { eventId, email: " Grace@Example.ORG ", locale: "fr", zone: "Europe/Paris", answer: "maybe" };

describe("registerInput", () => {
  test("reads the answer, the address and the language of the page from one form", () => {
    expect(registerInput.parse({ ...typed, name: " Grace ", adults: "2", "question.a": "Nuts" })).toEqual({
      eventId,
      email: "grace@example.org",
      name: "Grace",
      locale: "fr",
      zone: "Europe/Paris",
      homepage: "",
      answer: "maybe",
      message: "",
      adults: 2,
      children: 0,
      isHidden: false,
      answers: { a: ["Nuts"] },
    });
  });

  test("takes a form that says nothing of language and zone, and refuses what is no address", () => {
    const bare = { eventId, email: "grace@example.org" };
    expect(registerInput.parse(bare)).toMatchObject({ locale: "en", zone: "", answer: "going" });
    expect(registerInput.parse({ ...bare, locale: "xx" })).toMatchObject({ locale: "en" });
    const refused = registerInput.safeParse({ ...bare, email: "grace@localhost", name: "x".repeat(81) });
    expect(refused.error?.issues.map(({ path, message }) => [path[0], message])).toEqual([
      ["email", "email_not_valid"],
      ["name", "name_too_long"],
    ]);
  });
});

test("a form behind a mailed link brings its secret along", () => {
  expect(linkReplyInput.safeParse({ eventId, answer: "going" }).error?.issues[0]?.path).toEqual(["token"]);
});
