"use client";

import { type MouseEvent, type ReactNode, useEffect, useRef } from "react";

/** The picture as it is cropped: a click says what must stay in sight, and it follows the two sliders of its form. */
export function FocusPicture({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const form = box.current?.closest("form");
    const follow = () => form && show(box.current, { x: slider(form, "focusX"), y: slider(form, "focusY") });
    form?.addEventListener("input", follow);
    return () => form?.removeEventListener("input", follow);
  }, []);

  function choose(event: MouseEvent<HTMLDivElement>) {
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    move(box.current, "focusX", (event.clientX - left) / width);
    move(box.current, "focusY", (event.clientY - top) / height);
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

function move(box: HTMLElement | null, name: string, share: number): void {
  const form = box?.closest("form");
  const input = form ? slider(form, name) : null;
  if (!input) return;
  input.value = String(Math.round(share * 10) * 10);
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

function show(box: HTMLElement | null, { x, y }: Record<"x" | "y", HTMLInputElement | null>): void {
  const picture = box?.querySelector("img");
  if (!picture || !x || !y) return;
  picture.classList.remove(...[...picture.classList].filter((name) => name.startsWith("focus-")));
  picture.classList.add(
    `focus-x-${Math.round(Number(x.value) / 10)}`,
    `focus-y-${Math.round(Number(y.value) / 10)}`,
  );
}
