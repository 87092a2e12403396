import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import { processorTimeOf } from "@/lib/core/testing/processor-time";
import { inspectPicture } from "./inspect";
import { animatedWebp, blackPng, textBomb } from "./testing/bombs";
import { drawing } from "./testing/pictures";
import { makeVariants } from "./variants";

const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>';
const unreadable = { refusal: "picture_not_readable" };
const tooMany = { refusal: "picture_too_many_pixels" };

describe("inspectPicture", () => {
  let jpeg: Buffer;

  beforeAll(async () => {
    jpeg = await drawing(64, 48).jpeg().toBuffer();
  });

  test.each(["jpeg", "png", "webp", "gif", "avif"] as const)("takes %s", async (format) => {
    const file = await drawing(64, 48).toFormat(format).toBuffer();
    expect(await inspectPicture(file)).toHaveProperty("bytes");
  });

  test.each([
    ["nothing", ""],
    ["an SVG with a script", svg],
    ["a page", "<!DOCTYPE html><script>alert(1)</script>"],
    ["a PDF", "%PDF-1.7\n1 0 obj"],
    ["a script that begins like a GIF", "GIF89a/*\0\0*/=1;alert(1)//"],
    ["a page that begins like a GIF", "GIF89a<script>alert(1)</script>"],
    ["the first bytes of a PNG", "\x89PNG\r\n\x1a\n"],
    ["the first bytes of a JPEG", "\xff\xd8\xff\xe0"],
    ["the first bytes of a WebP", "RIFF\xff\xff\xff\x7fWEBPVP8 \xff\xff\xff\x7f"],
    ["the first bytes of an AVIF", "\0\0\0\x1cftypavif\0\0\0\0avifmif1miaf"],
    ["a TIFF", "II*\0\x08\0\0\0"],
  ])("refuses %s", async (_what, content) => {
    expect(await inspectPicture(Buffer.from(content, "latin1"))).toEqual(unreadable);
  });

  test("refuses a picture that hides a page or a PDF at its beginning", async () => {
    const hidden = (text: string) => {
      const comment = Buffer.from(`\xff\xfe\0${String.fromCharCode(text.length + 2)}${text}`, "latin1");
      return Buffer.concat([jpeg.subarray(0, 2), comment, jpeg.subarray(2)]);
    };
    expect(await inspectPicture(hidden(svg))).toEqual(unreadable);
    expect(await inspectPicture(hidden("%PDF-1.4 1 0 obj"))).toEqual(unreadable);
    expect(await inspectPicture(hidden("a harmless comment"))).toHaveProperty("bytes");
  });

  test("refuses bombs of pixels by their header, at once", async () => {
    const wide = Buffer.from(await drawing(64, 48).gif().toBuffer());
    wide.writeUInt16LE(10_000, 6);
    wide.writeUInt16LE(10_000, 8);
    const bombs = [
      blackPng(30_000, 30_000),
      blackPng(10_000, 10_000),
      blackPng(16_384, 1),
      headerOfJpeg(jpeg),
    ];

    const time = await processorTimeOf(async () => {
      for (const bomb of bombs) expect(await inspectPicture(bomb)).toEqual(tooMany);
    });
    expect(time).toBeLessThan(1000);
  });

  test("refuses an AVIF that is larger than its header says, or too large for its decoder", async () => {
    const file = await sharp({ create: { width: 5000, height: 4100, channels: 3, background: "red" } })
      .avif({ effort: 0 })
      .toBuffer();
    expect(await inspectPicture(file)).toEqual(tooMany);

    const size = file.indexOf("ispe") + 8;
    file.writeUInt32BE(64, size);
    file.writeUInt32BE(64, size + 4);
    await expect(makeVariants(file, "picture")).rejects.toThrow();
  });

  test("throws away compressed texts of a PNG unread", async () => {
    const bomb = blackPng(8, 8, new Array(200).fill(textBomb()));
    let kept: unknown;
    const time = await processorTimeOf(async () => {
      kept = await inspectPicture(bomb);
    });
    expect(time).toBeLessThan(1000);
    expect(kept).toEqual({ bytes: expect.objectContaining({ length: blackPng(8, 8).length }) });
  });

  test("keeps the first of very many frames", async () => {
    const still = await drawing(10, 10).webp().toBuffer();
    const animation = animatedWebp(still, { frames: 40_000, side: 10 });
    let kept: Awaited<ReturnType<typeof inspectPicture>> | undefined;
    const time = await processorTimeOf(async () => {
      kept = await inspectPicture(animation);
    });
    expect(time).toBeLessThan(1000);
    expect(kept && "bytes" in kept && kept.bytes.length).toBeLessThan(still.length + 100);
  });
});

/** Says 10,000 × 10,000 in the frame header and keeps the data of a small picture. */
function headerOfJpeg(jpeg: Buffer): Buffer {
  const lying = Buffer.from(jpeg);
  const frame = lying.indexOf(Buffer.from([0xff, 0xc0]));
  lying.writeUInt16BE(10_000, frame + 5);
  lying.writeUInt16BE(10_000, frame + 7);
  return lying;
}
