import { DrizzleQueryError } from "drizzle-orm/errors";
import { expect, test } from "vitest";
import { withoutValues } from "./failure";

test("what goes into the row of a failed job names nobody", () => {
  const failed = new DrizzleQueryError("insert into t values ($1)", ["Ada Marchand"], new Error("too long"));
  const error = withoutValues(failed) as Error;
  expect(error.message).toContain("insert into t");
  expect(error.message + error.stack).not.toContain("Ada");

  const refused = withoutValues(new Error("refused: ada@example.org")) as Error;
  expect(refused.message).toBe("refused: [hidden]");
});

test("what is no error stays as it is", () => {
  expect(withoutValues("a word")).toBe("a word");
});
