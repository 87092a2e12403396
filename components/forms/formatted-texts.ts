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
  "picture",
  "pictureFile",
  "pictureInsert",
] as const;

type Name = (typeof names)[number];

/** The words around a picture in a text. */
export type PictureTexts = Record<
  | "picture"
  | "pictureFile"
  | "pictureInsert"
  | "pictureHint"
  | "pictureDescription"
  | "pictureDescriptionHint",
  string
>;

/** The words of the editor, for the part of it that runs in browsers. */
export function useFormattedTexts(maxMegabytes: number): Record<Name, string> & PictureTexts {
  const t = useTranslations("forms");
  const own = Object.fromEntries(names.map((name) => [name, t(`formatted.${name}`)])) as Record<Name, string>;
  return {
    ...own,
    pictureHint: t("pictureTypes", { maxMegabytes }),
    pictureDescription: t("pictureDescription"),
    pictureDescriptionHint: t("pictureDescriptionHint"),
  };
}
