import { afterEach, beforeEach, expect, type MockInstance, vi } from "vitest";

// What nobody expected on console.error is a defect that would drown in output, so it fails the test.
// A test that expects one says so with vi.mocked(console.error).mockClear().
let error: MockInstance;

beforeEach(() => {
  error = vi.spyOn(console, "error");
});

afterEach(() => {
  const { calls } = error.mock;
  error.mockRestore();
  expect(calls, "nothing on console.error").toEqual([]);
});
