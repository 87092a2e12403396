import { expect, test } from "vitest";
import { matching } from "./zone-search";

const options = [
  { value: "Asia/Calcutta", label: "Asia/Calcutta" },
  {
    label: "Amériques",
    options: [
      { value: "America/New_York", label: "New York (UTC−5)" },
      { value: "America/Sao_Paulo", label: "São Paulo (UTC−3)" },
    ],
  },
  { label: "Europe", options: [{ value: "Europe/Athens", label: "Athènes (UTC+2)" }] },
];

test.each([
  ["sao", ["America/Sao_Paulo"]],
  ["ATHÈNES", ["Europe/Athens"]],
  ["athens", ["Europe/Athens"]],
  ["new york", ["America/New_York"]],
  ["ameriques", ["America/New_York", "America/Sao_Paulo"]],
  ["calcutta", ["Asia/Calcutta"]],
  ["nowhere", []],
  ["  ", ["Asia/Calcutta", "America/New_York", "America/Sao_Paulo", "Europe/Athens"]],
])("%j finds %j", (query, ids) => {
  const found = matching(options, query);
  const values = found.options.flatMap((entry) => ("options" in entry ? entry.options : [entry]));
  expect(values.map(({ value }) => value)).toEqual(ids);
  expect(found.count).toBe(ids.length);
});
