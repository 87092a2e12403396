import { afterEach, expect, test } from "vitest";
import { rememberName } from "@/lib/core/instance-name";
import { sender } from "./sender";

afterEach(() => rememberName(""));

test("mails are from the server's own name, at the address that is set", () => {
  const { name, address } = sender();
  expect(name).toBe("Carillon");
  rememberName("Bells of Lyon");
  expect(sender()).toEqual({ name: "Bells of Lyon", address });
});
