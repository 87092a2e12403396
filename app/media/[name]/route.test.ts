import { beforeAll, describe, expect, test, vi } from "vitest";
import { putFile } from "@/lib/media/storage";
import { GET, HEAD } from "./route";

vi.mock("@/lib/core/env", () => import("@/lib/media/testing/env"));

const original = "abcdefghjkmnpqrstuvw";
const variant = `${original}-480.webp`;

function ask(answer: typeof GET, name: string, headers: Record<string, string> = {}): Promise<Response> {
  return answer(new Request("http://localhost/media/x", { headers }), { params: Promise.resolve({ name }) });
}

describe("/media/NAME", () => {
  beforeAll(async () => {
    await putFile(variant, Buffer.from("picture"));
    await putFile(original, Buffer.from("with the place where it was taken"));
  });

  test("sends a picture that may be kept for ever and is nothing but a picture", async () => {
    const answer = await ask(GET, variant);

    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe("picture");
    expect(Object.fromEntries(answer.headers)).toEqual({
      "cache-control": "public, max-age=31536000, immutable",
      "content-length": "7",
      "content-security-policy": "default-src 'none'; sandbox",
      "content-type": "image/webp",
      "cross-origin-resource-policy": "cross-origin",
      etag: `"${original}-480"`,
      "x-content-type-options": "nosniff",
    });
  });

  test("answers HEAD with the same headers and no body", async () => {
    const [head, get] = [await ask(HEAD, variant), await ask(GET, variant)];

    expect([...head.headers]).toEqual([...get.headers]);
    expect(head.body).toBeNull();
    await get.body?.cancel();
  });

  test.each([`"${original}-480"`, `W/"${original}-480"`, `"other", "${original}-480"`, "*"])(
    "answers 304 to %s",
    async (known) => {
      for (const method of [GET, HEAD]) {
        const answer = await ask(method, variant, { "if-none-match": known });
        expect([answer.status, answer.body]).toEqual([304, null]);
        expect(answer.headers.get("etag")).toBe(`"${original}-480"`);
      }
    },
  );

  test("tells equal files apart: their tags follow from their names, which are random", async () => {
    const twin = "zyxwvutsrqpnmkjhgfed-480.webp";
    await putFile(twin, Buffer.from("picture"));
    const tags = await Promise.all(
      [variant, twin].map(async (name) => (await ask(HEAD, name)).headers.get("etag")),
    );
    expect(new Set(tags).size).toBe(2);
  });

  test("sends the picture to whoever knows another one", async () => {
    const answer = await ask(GET, variant, { "if-none-match": '"other"' });
    expect(await answer.text()).toBe("picture");
  });

  test.each([original, `${original}-960.webp`, "..", "../secrets.json", "incoming", "a", `${variant}.tmp`])(
    "has no %s",
    async (name) => {
      for (const headers of [{}, { "if-none-match": "*" }] as Record<string, string>[]) {
        const answer = await ask(GET, name, headers);
        expect([answer.status, answer.headers.get("content-type")]).toEqual([
          404,
          "text/plain; charset=utf-8",
        ]);
        expect((await ask(HEAD, name, headers)).status).toBe(404);
      }
    },
  );
});
