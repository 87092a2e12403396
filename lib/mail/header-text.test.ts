import fc from "fast-check";
import { expect, test } from "vitest";
import { headerText } from "./header-text";

test("leaves names and titles as they are", () => {
  expect(headerText("Café « Réparation » – 5 ans 🎉")).toBe("Café « Réparation » – 5 ans 🎉");
  expect(headerText("Annulé\u00a0: l’été")).toBe("Annulé\u00a0: l’été");
});

test("makes one line of several, whatever ends them", () => {
  expect(headerText("Party\r\nBcc: all@example.org\u2028X: y\u0000\t!")).toBe(
    "Party Bcc: all@example.org X: y !",
  );
});

test("keeps nothing that turns the reading direction", () => {
  expect(headerText("\u202egnp.exe\u202c \u2066now\u2069")).toBe("gnp.exe now");
});

test("cuts what is too long, between characters as people see them", () => {
  const cut = headerText("👩‍🚒".repeat(300));
  expect(cut).toBe(`${"👩‍🚒".repeat(199)}…`);
});

test("never holds a control character", () => {
  const anything = fc.string({ unit: "binary", maxLength: 60 });
  fc.assert(fc.property(anything, (text) => !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(headerText(text))));
});
