import { useTranslations } from "next-intl";
import type { PublicList } from "@/lib/instance/public-policies";

/** With which servers this one exchanges less, or nothing, and why; where only listed ones exchange, with which. */
export function OtherServers({ servers }: { servers: PublicList | null }) {
  const t = useTranslations("about.servers");
  const { policies, allowed } = servers ?? { policies: [], allowed: null };
  return (
    <>
      <h2 id="servers">{t("title")}</h2>
      <p>{t("text")}</p>
      {allowed && (
        <>
          <p>{t("only", { count: allowed.length })}</p>
          <ul>
            {allowed.map((domain) => (
              <li key={domain}>
                <strong>{domain}</strong>
              </li>
            ))}
          </ul>
        </>
      )}
      {policies.length > 0 && (
        <>
          <p>{t("except")}</p>
          <ul>
            {policies.map(({ domain, severity, reason }) => (
              <li key={domain}>
                <strong>{domain}</strong>: {t(severity)}
                {reason && <> {reason}</>}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
