import QRCode from "qrcode";

/** A QR code as one drawing: `d` of a path in a square of `size` modules, the quiet zone of four included. */
export type QrDrawing = { size: number; d: string };

const QUIET = 4;

/** Draws what a camera shall read, every run of dark modules in a line as one box. */
export function drawQrCode(text: string): QrDrawing {
  const { data, size } = QRCode.create(text, { errorCorrectionLevel: "M" }).modules;
  const lines = Array.from({ length: size }, (_, y) => data.subarray(y * size, (y + 1) * size).join(""));
  const boxes = lines.flatMap((line, y) =>
    [...line.matchAll(/1+/g)].map(
      ({ 0: run, index }) => `M${index + QUIET} ${y + QUIET}h${run.length}v1h-${run.length}z`,
    ),
  );
  return { size: size + 2 * QUIET, d: boxes.join("") };
}
