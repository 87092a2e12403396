import sharp, { type Sharp } from "sharp";

/** A plain picture with some drawing in it, ready to be written in any format. */
export function drawing(width: number, height: number): Sharp {
  const pixels = Buffer.alloc(width * height * 3);
  for (let at = 0; at < pixels.length; at += 3) {
    pixels[at] = at % 251;
    pixels[at + 1] = Math.floor(at / (3 * width)) % 256;
    pixels[at + 2] = 90;
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

/** What a phone makes: lying on its side, with place, camera and a colour profile. */
export function phonePhoto(width: number, height: number): Promise<Buffer> {
  return drawing(width, height)
    .withExif({ IFD0: { Make: "Bell & Co" }, IFD3: { GPSLatitudeRef: "N", GPSLatitude: "48/1 51/1 24/1" } })
    .withIccProfile("p3")
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}
