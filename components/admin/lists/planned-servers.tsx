import { useTranslations } from "next-intl";

type PlannedServersProps = { title: string; servers: { domain: string; text: string }[] };

/** More are counted, not shown. */
const SHOWN = 200;

/** Servers to which the same would happen; nothing where there are none. */
export function PlannedServers({ title, servers }: PlannedServersProps) {
  const t = useTranslations("admin.lists");
  if (servers.length === 0) return null;
  return (
    <details className="panel planned-servers" open={servers.length <= 20}>
      <summary>
        {title} <span className="soft">({servers.length})</span>
      </summary>
      <ul>
        {servers.slice(0, SHOWN).map(({ domain, text }) => (
          <li key={`${domain} ${text}`}>
            <strong>{domain}</strong> <span className="soft small">{text}</span>
          </li>
        ))}
        {servers.length > SHOWN && <li>{t("more", { count: servers.length - SHOWN })}</li>}
      </ul>
    </details>
  );
}
