import { useLocale, useTranslations } from "next-intl";
import { SettingsSection } from "@/components/settings/settings-section";
import type { ReceivedActivity } from "@/db/schema/activities";
import { momentText } from "@/lib/core/dates/ago";

/** Long enough to see what it is. */
const SHOWN_CHARACTERS = 20_000;

/** What other servers sent in the last days and could not be read here, or was refused: for whoever finds out why. */
export function Unread({ unread, zone }: { unread: ReceivedActivity[]; zone: string }) {
  const t = useTranslations("admin.federation");
  const locale = useLocale();
  return (
    <SettingsSection id="unread" title={t("unread")} lead={t("unreadLead")}>
      {unread.length === 0 && <p className="soft">{t("nothingUnread")}</p>}
      {unread.length > 0 && (
        <ul className="list servers">
          {unread.map(({ id, type, actorUri, reason, outcome, receivedAt, body }) => (
            <li key={id}>
              <p>
                <strong>{type}</strong>{" "}
                <span className="soft small">
                  {URL.parse(actorUri)?.host} · {momentText(receivedAt, { zone, locale })}
                </span>
              </p>
              <p className="soft small">
                {t(outcome === "refused" ? "wasRefused" : "wasUnknown", { reason: reason || "–" })}
              </p>
              <details className="more">
                <summary>{t("document")}</summary>
                <pre className="raw-document">{JSON.stringify(body, null, 2).slice(0, SHOWN_CHARACTERS)}</pre>
              </details>
            </li>
          ))}
        </ul>
      )}
    </SettingsSection>
  );
}
