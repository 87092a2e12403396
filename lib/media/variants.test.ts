import sharp from "sharp";
import { describe, expect, test } from "vitest";
import { inspectPicture } from "./inspect";
import { animatedWebp } from "./testing/bombs";
import { drawing, phonePhoto } from "./testing/pictures";
import { makeVariants } from "./variants";

describe("makeVariants", () => {
  test("makes three widths of a large picture", async () => {
    const made = await makeVariants(await drawing(2000, 1000).png().toBuffer(), "picture");

    expect(made).toMatchObject({ width: 1600, height: 800 });
    expect(made.files.map(({ width }) => width)).toEqual([480, 960, 1600]);
    for (const { width, bytes } of made.files) {
      expect(await sharp(bytes).metadata()).toMatchObject({ format: "webp", width, height: width / 2 });
    }
  });

  test("never enlarges", async () => {
    const small = await makeVariants(await drawing(700, 300).png().toBuffer(), "picture");
    const tiny = await makeVariants(await drawing(1, 1).png().toBuffer(), "picture");
    const face = await makeVariants(await drawing(150, 120).png().toBuffer(), "avatar");

    expect(small.files.map(({ width }) => width)).toEqual([480, 700]);
    expect(tiny).toMatchObject({ width: 1, height: 1, files: [{ width: 1 }] });
    expect(face).toMatchObject({ width: 120, height: 120, files: [{ width: 96 }, { width: 120 }] });
  });

  test("crops avatars square", async () => {
    const { width, height, files } = await makeVariants(await drawing(900, 300).png().toBuffer(), "avatar");

    expect([width, height]).toEqual([256, 256]);
    expect(await sharp(files[0]?.bytes).metadata()).toMatchObject({ width: 96, height: 96 });
  });

  test("crops banners three to one, from tall and from wide pictures", async () => {
    const wide = await makeVariants(await drawing(4000, 500).png().toBuffer(), "banner");
    const tall = await makeVariants(await drawing(1800, 2400).png().toBuffer(), "banner");
    const small = await makeVariants(await drawing(300, 300).png().toBuffer(), "banner");

    expect([wide.width, wide.height]).toEqual([1500, 500]);
    expect(tall.files.map(({ width }) => width)).toEqual([480, 960, 1500]);
    expect(await sharp(tall.files[1]?.bytes).metadata()).toMatchObject({ width: 960, height: 320 });
    expect([small.width, small.height]).toEqual([300, 100]);
  });

  test("turns a photo upright and drops place, camera and profile", async () => {
    const photo = await phonePhoto(600, 400);
    const before = await sharp(photo).metadata();
    expect([before.orientation, before.exif, before.icc]).toEqual([6, expect.anything(), expect.anything()]);

    const { width, height, files } = await makeVariants(photo, "picture");

    expect([width, height]).toEqual([400, 600]);
    for (const { bytes } of files) {
      const { orientation, exif, icc, xmp, iptc, comments, space } = await sharp(bytes).metadata();
      expect({ orientation, exif, icc, xmp, iptc, comments }).toEqual({});
      expect(space).toBe("srgb");
      expect(Buffer.from(bytes).includes("Bell & Co")).toBe(false);
    }
  });

  test("keeps transparency, and understands grey, CMYK and 16 bits", async () => {
    const clear = await sharp({ create: { width: 60, height: 60, channels: 4, background: "#f000" } })
      .png()
      .toBuffer();
    const grey = await drawing(60, 60).greyscale().png().toBuffer();
    const cmyk = await drawing(60, 60).toColourspace("cmyk").jpeg().toBuffer();
    const deep = await drawing(60, 60).toColourspace("rgb16").png().toBuffer();

    const [only] = (await makeVariants(clear, "picture")).files;
    expect((await sharp(only?.bytes).stats()).isOpaque).toBe(false);
    for (const upload of [grey, cmyk, deep]) {
      expect(await makeVariants(upload, "picture")).toMatchObject({ width: 60, height: 60 });
    }
  });

  test("makes a still of an animation", async () => {
    const still = await drawing(10, 10).webp().toBuffer();
    const upload = await inspectPicture(animatedWebp(still, { frames: 30, side: 10 }));
    if ("refusal" in upload) throw new Error(upload.refusal);

    const [only] = (await makeVariants(upload.bytes, "picture")).files;
    expect((await sharp(only?.bytes).metadata()).pages).toBeUndefined();
  });

  test("makes files of one picture that have nothing in common but what is seen", async () => {
    const upload = await drawing(64, 64).png().toBuffer();
    const made = await Promise.all([1, 2, 3, 4].map(() => makeVariants(upload, "avatar")));
    const files = made.map(({ files: [first] }) => Buffer.from(first?.bytes ?? []));

    expect(new Set(files.map((file) => file.toString("base64"))).size).toBe(4);
    expect(new Set(files.map((file) => file.length)).size).toBeGreaterThan(1);
    const seen = await Promise.all(files.map((file) => sharp(file).raw().toBuffer()));
    expect(new Set(seen.map((pixels) => pixels.toString("base64"))).size).toBe(1);
  });

  test("throws at a truncated picture", async () => {
    const jpeg = await drawing(800, 800).jpeg().toBuffer();
    const png = await drawing(800, 800).png().toBuffer();

    await expect(makeVariants(jpeg.subarray(0, jpeg.length / 2), "picture")).rejects.toThrow();
    await expect(makeVariants(png.subarray(0, png.length / 2), "picture")).rejects.toThrow();
  });
});
