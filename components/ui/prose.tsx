import { classNames } from "./class-names";

type ProseProps = {
  /** HTML that was sanitised when it was stored. Never text from anywhere else. */
  html: string;
  lang?: string;
  className?: string;
};

export function Prose({ html, lang, className }: ProseProps) {
  return (
    <div
      className={classNames("prose", className)}
      lang={lang}
      dir="auto"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised on write, see the property's comment
      dangerouslySetInnerHTML={{ __html: html }}
    />
  );
}
