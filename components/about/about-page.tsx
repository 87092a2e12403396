import { useTranslations } from "next-intl";
import { DocumentLinks } from "@/components/layout/document-links";
import { Prose } from "@/components/ui/prose";
import { contactHref } from "@/lib/core/text-paths";
import type { PublicList } from "@/lib/instance/public-policies";
import type { About } from "@/lib/web/texts-reading";
import { OtherServers } from "./other-servers";

const licence = "https://www.gnu.org/licenses/agpl-3.0.html";

type AboutPageProps = { about: About; sourceUrl?: string; servers: PublicList | null };

/** What this server is, and what it runs. The address of the source is what AGPL, section 13, asks for. */
export function AboutPage({ about, sourceUrl, servers }: AboutPageProps) {
  const t = useTranslations("about");
  return (
    <div className="prose py-10">
      <h1>{t("title", { host: about.name })}</h1>
      <p className="lead" lang={about.short?.locale}>
        {about.short?.text ?? t("lead")}
      </p>
      {about.description && <Prose html={about.description.text} lang={about.description.locale} />}
      {about.contact && <Contact contact={about.contact} />}
      <h2>{t("holds")}</h2>
      <ul>
        <DocumentLinks hasRules={about.hasRules} hasTerms={about.hasTerms} />
      </ul>
      <h2>{t("how.title")}</h2>
      <ul>
        <li>{t("how.read")}</li>
        <li>{t("how.join")}</li>
        <li>{t("how.identities")}</li>
        <li>{t("how.privacy")}</li>
      </ul>
      <OtherServers servers={servers} />
      <h2 id="source">{t("source.title")}</h2>
      <p>
        {t.rich("source.text", {
          licence: (words) => <a href={licence}>{words}</a>,
        })}
      </p>
      <p>
        {sourceUrl
          ? t.rich("source.address", { link: (words) => <a href={sourceUrl}>{words}</a> })
          : t("source.ask")}
      </p>
    </div>
  );
}

function Contact({ contact }: Pick<About, "contact">) {
  const t = useTranslations("about.contact");
  return (
    <>
      <h2 id="contact">{t("title")}</h2>
      <p>
        {t("text")} <a href={contactHref(contact)}>{contact}</a>
      </p>
    </>
  );
}
