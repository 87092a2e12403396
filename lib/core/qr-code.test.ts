import QRCode from "qrcode";
import { expect, test } from "vitest";
import { drawQrCode } from "./qr-code";

const text =
  "otpauth://totp/Carillon:ada%40example.org?issuer=Carillon&secret=BUW5CERJALITJAVPSSYEUZKOBQXRDGWI";

test("draws each dark module where it belongs, in a frame of four", () => {
  const { size, d } = drawQrCode(text);
  const { modules } = QRCode.create(text, { errorCorrectionLevel: "M" });
  expect(size).toBe(modules.size + 8);
  const expected = Array.from({ length: modules.size ** 2 }, (_, index) => index)
    .filter((index) => modules.data[index])
    .map((index) => `${(index % modules.size) + 4} ${Math.floor(index / modules.size) + 4}`);
  expect(drawn(d)).toEqual(expected);
});

function drawn(d: string): string[] {
  return [...d.matchAll(/M(\d+) (\d+)h(\d+)v1h-(\d+)z/g)].flatMap(([, x, y, width]) =>
    Array.from({ length: Number(width) }, (_, step) => `${Number(x) + step} ${y}`),
  );
}
