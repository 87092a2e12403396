import { describe, expect, test } from "vitest";
import { readAnswer } from "./rules";

type Asked = Parameters<typeof readAnswer>[0];

const question = (kind: Asked["kind"], isRequired = false): Asked => ({
  kind,
  isRequired,
  choices: ["Soup", "Salad", "Cake"],
});

describe("readAnswer", () => {
  test.each([
    ["text", ["  no nuts\r\nplease "], ["  no nuts\nplease"]],
    ["text", ["\u202eturned"], ["turned"]],
    ["text", [], []],
    ["number", [" 2,5 "], ["2.5"]],
    ["number", ["-3"], ["-3"]],
    ["number", [""], []],
    ["choice", ["Salad"], ["Salad"]],
    ["choice", [], []],
    ["several", ["Cake", "Soup", "Cake"], ["Soup", "Cake"]],
    ["consent", ["on"], ["on"]],
    ["consent", [], []],
  ] as const)("keeps of %s %j: %j", (kind, given, value) => {
    expect(readAnswer(question(kind), [...given], true)).toEqual({ value });
  });

  test.each([
    ["text", ["x".repeat(1001)], "answer_too_long"],
    ["number", ["three"], "answer_not_a_number"],
    ["number", ["1e9"], "answer_not_a_number"],
    ["number", ["1234567890"], "answer_not_a_number"],
    ["choice", ["Pizza"], "choose_one"],
    ["several", ["Soup", "Pizza"], "choose_one"],
  ] as const)("refuses for %s %j: %s", (kind, given, refusal) => {
    expect(readAnswer(question(kind), [...given], false)).toEqual({ refusal });
  });

  test.each([
    ["text", "answer_missing"],
    ["several", "answer_missing"],
    ["consent", "consent_missing"],
  ] as const)("requires %s of whoever comes alone", (kind, refusal) => {
    expect(readAnswer(question(kind, true), [], true)).toEqual({ refusal });
    expect(readAnswer(question(kind, true), [], false)).toEqual({ value: [] });
  });
});
