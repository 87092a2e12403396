import { beforeAll, describe, expect, test, vi } from "vitest";
import { findPictureNamed } from "@/lib/media/find-picture";
import { isOutOfSight } from "@/lib/media/out-of-sight";
import { putFile } from "@/lib/media/storage";
import { GET, HEAD } from "./route";

vi.mock("@/lib/core/env", () => import("@/lib/media/testing/env"));
vi.mock("@/lib/core/database", () => ({ connection: () => ({ db: null }) }));
vi.mock("@/lib/media/out-of-sight", () => ({ isOutOfSight: vi.fn(async () => false) }));
vi.mock("@/lib/media/find-picture", () => ({ findPictureNamed: vi.fn(async () => null) }));

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

  test("is not there while what shows it is out of sight, whatever a browser has kept", async () => {
    vi.mocked(isOutOfSight).mockResolvedValue(true);
    for (const method of [GET, HEAD]) {
      expect((await ask(method, variant)).status).toBe(404);
      expect((await ask(method, variant, { "if-none-match": `"${original}-480"` })).status).toBe(404);
      expect((await ask(method, original)).status).toBe(404);
    }
    vi.mocked(isOutOfSight).mockResolvedValue(false);
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

  test("leads from what texts call a picture to its largest file, once there is one", async () => {
    const ready = { status: "ready", width: 960, height: 600, widths: [480, 960] };
    const unready = { width: null, height: null, widths: [] };
    const rows = [ready, { ...unready, status: "waiting" }, { ...unready, status: "failed" }];
    const answers = [];
    for (const row of rows) {
      const picture = { id: "1", name: original, kind: "picture", alt: "", createdAt: new Date(), ...row };
      vi.mocked(findPictureNamed).mockResolvedValueOnce(
        picture as Awaited<ReturnType<typeof findPictureNamed>>,
      );
      const { status, headers, body } = await ask(GET, original);
      answers.push([status, headers.get("location"), body]);
    }
    expect(answers).toEqual([
      [302, `/media/${original}-960.webp`, null],
      [202, null, null],
      [410, null, null],
    ]);
  });
});
