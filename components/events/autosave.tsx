"use client";

import { useEffect, useRef, useState } from "react";
import { bringBack, keepInTab } from "./autosave-tab";

const PATH = "/autosave";
const EVERY_MS = 3000;

type AutosaveTexts = {
  /** With `{time}` in it. */
  kept: string;
  /** The session has ended, or there is no connection. */
  onlyHere: string;
};

/** Keeps the form around it every few seconds while somebody types, and says so quietly. Without scripts there is the button. */
export function Autosave({ texts }: { texts: AutosaveTexts }) {
  const ref = useRef<HTMLParagraphElement>(null);
  const [said, setSaid] = useState("");
  useEffect(() => {
    const form = ref.current?.closest("form");
    if (!form) return;
    void bringBack(send).then((isBack) => isBack && location.reload());
    return watch(form, (outcome) => setSaid(outcome === "kept" ? timed(texts.kept) : texts.onlyHere));
  }, [texts]);
  return (
    <p ref={ref} role="status" className={said ? "hint" : "sr-only"}>
      {said}
    </p>
  );
}

function watch(form: HTMLFormElement, tell: (outcome: "kept" | "only here") => void): () => void {
  let timer: number | undefined;
  const keep = async () => {
    timer = undefined;
    const typed = textOf(form);
    const isKept = await send(typed);
    if (!isKept) keepInTab(typed);
    tell(isKept ? "kept" : "only here");
  };
  const onInput = () => {
    timer ??= window.setTimeout(() => void keep(), EVERY_MS);
  };
  const stop = () => {
    window.clearTimeout(timer);
    timer = undefined;
  };
  const onLeave = () => {
    if (timer !== undefined) navigator.sendBeacon(PATH, textOf(form));
    stop();
  };
  form.addEventListener("input", onInput);
  form.addEventListener("submit", stop);
  window.addEventListener("pagehide", onLeave);
  return () => {
    stop();
    form.removeEventListener("input", onInput);
    form.removeEventListener("submit", stop);
    window.removeEventListener("pagehide", onLeave);
  };
}

async function send(typed: FormData): Promise<boolean> {
  try {
    return (await fetch(PATH, { method: "POST", body: typed })).ok;
  } catch {
    return false;
  }
}

function textOf(form: HTMLFormElement): FormData {
  const typed = new FormData();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string" && !name.startsWith("$ACTION")) typed.append(name, value);
  }
  return typed;
}

function timed(text: string): string {
  const { lang } = document.documentElement;
  const time = new Date().toLocaleTimeString(lang, { hour: "2-digit", minute: "2-digit" });
  return text.replace("{time}", time);
}
