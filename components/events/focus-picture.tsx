"use client";

import { type MouseEvent, type ReactNode, useEffect, useRef } from "react";
import { focusOf } from "./focus-point";

/** The picture as it is cropped: a click says what must stay in sight, and it follows the two sliders of its form. */
export function FocusPicture({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const form = box.current?.closest("form");
    const follow = () => form && show(box.current, { x: slider(form, "focusX"), y: slider(form, "focusY") });
    follow();
    form?.addEventListener("input", follow);
    return () => form?.removeEventListener("input", follow);
  }, []);

  function choose({ clientX, clientY }: MouseEvent<HTMLDivElement>) {
    const form = box.current?.closest("form");
    const picture = box.current?.querySelector("img");
    if (!form || !picture) return;
    const { left, top, width, height } = picture.getBoundingClientRect();
    const { naturalWidth, naturalHeight } = picture;
    const scale = Math.max(width / naturalWidth, height / naturalHeight);
    if (!Number.isFinite(scale)) return; // not loaded yet
    move(slider(form, "focusX"), { at: clientX - left, shown: width, whole: naturalWidth * scale });
    move(slider(form, "focusY"), { at: clientY - top, shown: height, whole: naturalHeight * scale });
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: those who have no mouse move the sliders
    <div ref={box} role="presentation" className="focus-picture" onClick={choose}>
      {children}
    </div>
  );
}

function slider(form: HTMLFormElement, name: string): HTMLInputElement | null {
  return form.querySelector(`input[name=${name}]`);
}

function move(input: HTMLInputElement | null, click: { at: number; shown: number; whole: number }): void {
  if (!input) return;
  input.value = String(focusOf({ ...click, position: Number(input.value) }));
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

/** The box tells the picture, and the mark that stands on the point. */
function show(box: HTMLElement | null, { x, y }: Record<"x" | "y", HTMLInputElement | null>): void {
  if (!box || !x || !y) return;
  for (const each of [box, ...box.querySelectorAll("img")]) {
    each.classList.remove(...[...each.classList].filter((name) => /^focus-[xy]-/.test(name)));
  }
  box.classList.add(
    `focus-x-${Math.round(Number(x.value) / 10)}`,
    `focus-y-${Math.round(Number(y.value) / 10)}`,
  );
}
