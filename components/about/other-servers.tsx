import { useTranslations } from "next-intl";
import type { PublicPolicy } from "@/lib/instance/public-policies";

/** With which servers this one exchanges less, or nothing, and why. */
export function OtherServers({ policies }: { policies: PublicPolicy[] }) {
  const t = useTranslations("about.servers");
  return (
    <>
      <h2 id="servers">{t("title")}</h2>
      <p>{t("text")}</p>
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
