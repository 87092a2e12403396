"use client";

import { useId, useState } from "react";
import { TextField } from "@/components/forms/fields";

type TagsFieldProps = {
  name: string;
  label: string;
  hint: string;
  optional: string;
  value: string;
  /** Tags that others used lately, the most used first. */
  suggestions: string[];
};

/** Browsers complete a whole field: each suggestion is put behind the tags that are there already. */
export function TagsField({ value, suggestions, ...field }: TagsFieldProps) {
  const list = useId();
  const [typed, setTyped] = useState(value);
  const before = typed.slice(0, typed.lastIndexOf(",") + 1);
  const there = new Set(before.split(",").map((tag) => tag.trim().toLowerCase()));
  return (
    <>
      <div onInput={({ target }) => setTyped((target as HTMLInputElement).value)}>
        <TextField {...field} defaultValue={value} list={list} maxLength={600} autoComplete="off" />
      </div>
      <datalist id={list}>
        {suggestions
          .filter((tag) => !there.has(tag))
          .map((tag) => (
            <option key={tag} value={before ? `${before} ${tag}` : tag} />
          ))}
      </datalist>
    </>
  );
}
