import { useTranslations } from "next-intl";
import type { PublicList } from "@/lib/instance/public-policies";
import { OtherServers } from "./other-servers";

const licence = "https://www.gnu.org/licenses/agpl-3.0.html";

type AboutPageProps = { host: string; sourceUrl?: string; servers: PublicList | null };

/** What this server is, and what it runs. The address of the source is what AGPL, section 13, asks for. */
export function AboutPage({ host, sourceUrl, servers }: AboutPageProps) {
  const t = useTranslations("about");
  return (
    <div className="prose py-10">
      <h1>{t("title", { host })}</h1>
      <p className="lead">{t("lead")}</p>
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
