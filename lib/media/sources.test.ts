import { expect, test } from "vitest";
import { pictureSources, withSources } from "./sources";

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

test("gives the pictures in a text their files and their size, and leaves the words of one that is not ready", () => {
  const html = `<p>Look: <img src="/media/${ready.name}" alt="A &quot;bell&quot;" loading="lazy" /> so</p>`;
  const picture = { id: "1", ...ready };
  expect(withSources(html, [picture])).toBe(
    `<p>Look: <img src="/media/${ready.name}-700.webp" srcset="${pictureSources(ready)?.srcSet}" ` +
      'sizes="700px" width="700" height="300" alt="A &quot;bell&quot;" loading="lazy" /> so</p>',
  );
  const tall = withSources(html, [{ ...picture, width: 1600, height: 2000 }]);
  expect(tall).toContain('sizes="512px" width="512" height="640"');
  const wide = withSources(html, [{ ...picture, width: 1600, height: 800 }]);
  expect(wide).toContain('sizes="(max-width: 47.5rem) 100vw, 704px" width="1280" height="640"');
  const waiting = { ...picture, status: "waiting" as const, width: null, height: null, widths: [] };
  expect(withSources(html, [waiting])).toBe("<p>Look: A &quot;bell&quot; so</p>");
  expect(withSources(html, [])).toBe("<p>Look: A &quot;bell&quot; so</p>");
});
