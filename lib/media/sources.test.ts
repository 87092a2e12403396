import { expect, test } from "vitest";
import { pictureSources } from "./sources";

const ready = {
  name: "abcdefghjkmnpqrstuvw",
  status: "ready" as const,
  alt: "A bell",
  width: 700,
  height: 300,
  widths: [480, 700],
};

test("names every width of a picture that is ready", () => {
  expect(pictureSources(ready)).toEqual({
    src: "/media/abcdefghjkmnpqrstuvw-700.webp",
    srcSet: "/media/abcdefghjkmnpqrstuvw-480.webp 480w, /media/abcdefghjkmnpqrstuvw-700.webp 700w",
    width: 700,
    height: 300,
    alt: "A bell",
  });
});

test("shows nothing of a picture that waits or failed, or that is not there", () => {
  const unready = { ...ready, width: null, height: null, widths: [] };
  expect(pictureSources({ ...unready, status: "waiting" })).toBeNull();
  expect(pictureSources({ ...unready, status: "failed" })).toBeNull();
  expect(pictureSources(null)).toBeNull();
});
