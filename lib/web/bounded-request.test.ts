import { describe, expect, test } from "vitest";
import { readBody } from "./bounded-request";

const bounds = { maxBytes: 10, deadlineMs: 1000 };

async function* chunksOf(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text);
}

async function* silent() {
  yield Buffer.from("a");
  await new Promise(() => {});
}

const read = (chunks: AsyncIterable<Uint8Array>, headers: Record<string, string> = {}, some = bounds) =>
  readBody({ chunks, headers: new Headers(headers) }, some);

describe("readBody", () => {
  test("reads what comes in pieces", async () => {
    expect(Buffer.from((await read(chunksOf("ab", "cd"))) as Uint8Array).toString()).toBe("abcd");
    expect(await read(chunksOf())).toHaveLength(0);
  });

  test("takes no more than wished, told or untold", async () => {
    expect(await read(chunksOf("x".repeat(10)))).toHaveLength(10);
    expect(await read(chunksOf("x".repeat(11)))).toEqual({ status: 413 });
    expect(await read(chunksOf("x"), { "content-length": "11" })).toEqual({ status: 413 });
  });

  test("unpacks nothing", async () => {
    expect(await read(chunksOf("x"), { "content-encoding": "gzip" })).toEqual({ status: 415 });
    expect(await read(chunksOf("x"), { "content-encoding": "identity" })).toHaveLength(1);
  });

  test("waits for nobody who falls silent", async () => {
    expect(await read(silent(), {}, { ...bounds, deadlineMs: 20 })).toEqual({ status: 408 });
  });
});
