import { useLocale, useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { dateText } from "@/lib/core/dates/date-text";
import { inLanguage } from "@/lib/core/text/in-language";
import { documentPath } from "@/lib/core/text-paths";
import type { DocumentVersion, ReadDocument } from "@/lib/instance/texts/documents";
import { OwnText } from "./own-text";

type DocumentPageProps = {
  document: ReadDocument;
  /** All that were saved, the newest first. */
  versions: DocumentVersion[];
};

/** What people agree to, or what is known about them: one version, and the way to the others. */
export function DocumentPage({ document, versions }: DocumentPageProps) {
  const t = useTranslations("documents");
  const { kind, version, createdAt } = document;
  const isFormer = version < (versions[0]?.version ?? 0);
  return (
    <section className="section">
      <h1 className="text-step-2">{t(`${kind}.title`)}</h1>
      {createdAt && <VersionLine version={version} createdAt={createdAt} isFormer={isFormer} />}
      {isFormer && (
        <Alert tone="info" className="mt-4">
          {t("former")} <a href={documentPath(kind)}>{t("toCurrent")}</a>
        </Alert>
      )}
      <div className="mt-5">
        <Words document={document} />
      </div>
      {versions.length > 1 && <Versions kind={kind} current={version} versions={versions} />}
    </section>
  );
}

function VersionLine({
  version,
  createdAt,
  isFormer,
}: {
  version: number;
  createdAt: Date;
  isFormer: boolean;
}) {
  const t = useTranslations("documents");
  const date = useDate()(createdAt);
  return <p className="soft mt-2">{t(isFormer ? "heldSince" : "holdsSince", { version, date })}</p>;
}

function Words({ document: { kind, mode, texts, url } }: Pick<DocumentPageProps, "document">) {
  const t = useTranslations("documents");
  const locale = useLocale();
  if (mode === "none") return <p>{t("none")}</p>;
  if (mode === "link")
    return (
      <p>
        {t("elsewhere")}{" "}
        <a href={url} rel="noreferrer">
          {url}
        </a>
      </p>
    );
  const html = Object.fromEntries(Object.entries(texts).map(([language, text]) => [language, text.html]));
  return <OwnText found={inLanguage(html, locale)} title={t(`${kind}.text`)} />;
}

type VersionsProps = { kind: ReadDocument["kind"]; current: number; versions: DocumentVersion[] };

function Versions({ kind, current, versions }: VersionsProps) {
  const t = useTranslations("documents");
  const dateOf = useDate();
  return (
    <section className="mt-7" aria-labelledby="versions">
      <h2 className="text-step-1" id="versions">
        {t("versions")}
      </h2>
      <ul className="list mt-3">
        {versions.map(({ version, createdAt }) => (
          <li key={version}>
            <a href={documentPath(kind, version)} aria-current={version === current ? "page" : undefined}>
              {t("version", { version })}
            </a>{" "}
            <span className="soft">{dateOf(createdAt)}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Days are enough, and those of one zone for everybody. */
function useDate(): (date: Date) => string {
  const locale = useLocale();
  return (date) => dateText(date, { zone: "UTC", locale, style: "long", year: true });
}
