import { useTranslations } from "next-intl";

const names = [
  "format",
  "plain",
  "toolbar",
  "bold",
  "italic",
  "strike",
  "heading",
  "bulletList",
  "orderedList",
  "blockquote",
  "link",
  "linkAddress",
  "linkSet",
  "undo",
  "redo",
] as const;

/** The words of the editor, for the part of it that runs in browsers. */
export function useFormattedTexts(): Record<(typeof names)[number], string> {
  const t = useTranslations("forms.formatted");
  return Object.fromEntries(names.map((name) => [name, t(name)])) as Record<(typeof names)[number], string>;
}
