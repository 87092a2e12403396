import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { SettingsSection } from "@/components/settings/settings-section";
import { Chip } from "@/components/ui/chip";
import { Dialog } from "@/components/ui/dialog";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { momentText } from "@/lib/core/dates/ago";
import type { ListedServer } from "@/lib/federation/administration/servers";
import type { FormAction } from "@/lib/web/form-state";

type ServerListProps = {
  servers: ListedServer[];
  /** The reader's own. */
  zone: string;
  actions: { retry: FormAction; forget: FormAction };
  /** Other pages of the list. */
  children: ReactNode;
};

/** The servers that this one knows, and how they do. */
export function ServerList({ servers, zone, actions, children }: ServerListProps) {
  const t = useTranslations("admin.federation");
  return (
    <SettingsSection id="servers" title={t("servers")} lead={t("serversLead")}>
      {servers.length === 0 ? (
        <p className="soft">{t("noServers")}</p>
      ) : (
        <ul className="list servers">
          {servers.map((server) => (
            <li key={server.domain}>
              <ServerRow server={server} zone={zone} actions={actions} />
            </li>
          ))}
        </ul>
      )}
      {children}
    </SettingsSection>
  );
}

type RowProps = Pick<ServerListProps, "zone" | "actions"> & { server: ListedServer };

function ServerRow({ server, zone, actions }: RowProps) {
  const t = useTranslations("admin.federation");
  const { domain, software, version, failingSince, waiting } = server;
  return (
    <>
      <p>
        <strong>{domain}</strong>{" "}
        <span className="soft small">{software ? `${software} ${version}` : t("unknownSoftware")}</span>{" "}
        {failingSince && <Chip tone="alert">{t("failing")}</Chip>}
      </p>
      <ServerState server={server} zone={zone} />
      <div className="row">
        {(failingSince || waiting > 0) && (
          <ActionForm action={actions.retry} id={`retry-${domain}`}>
            <input type="hidden" name="domain" value={domain} />
            <SubmitButton variant="plain" small>
              {t("retry")} <VisuallyHidden>{domain}</VisuallyHidden>
            </SubmitButton>
          </ActionForm>
        )}
        <Forget domain={domain} waiting={waiting} forget={actions.forget} />
      </div>
    </>
  );
}

function ServerState({ server, zone }: Pick<RowProps, "server" | "zone">) {
  const t = useTranslations("admin.federation");
  const locale = useLocale();
  const on = (at: Date) => momentText(at, { zone, locale });
  const problemOf = useProblem();
  const { receivedAt, deliveredAt, failingSince, retryAt, problem, waiting, lost } = server;
  const told = [
    receivedAt ? t("receivedAt", { moment: on(receivedAt) }) : t("neverReceived"),
    deliveredAt ? t("deliveredAt", { moment: on(deliveredAt) }) : t("neverDelivered"),
    failingSince && t("failingSince", { moment: on(failingSince) }),
    failingSince && retryAt && t("retryAt", { moment: on(retryAt) }),
    problem && t("problem", { problem: problemOf(problem) }),
    waiting > 0 && t("waitingFor", { count: waiting }),
    lost > 0 && t("lost", { count: lost }),
  ].filter(Boolean);
  const counted = (["people", "events", "followed", "following"] as const)
    .filter((what) => server[what] > 0)
    .map((what) => t(`counted.${what}`, { count: server[what] }));
  return (
    <>
      {counted.length > 0 && <p className="small">{counted.join(" · ")}</p>}
      <p className="soft small">{told.join(" · ")}</p>
    </>
  );
}

/** Why a delivery failed, which is stored as a slug. What has no words stands as it is, for whoever must look it up. */
function useProblem(): (problem: string) => string {
  const t = useTranslations("admin.federation.problems");
  return (problem) => {
    if (problem.startsWith("status_")) return t("status", { status: problem.slice("status_".length) });
    return problem === "unreachable" || problem === "page_for_people" ? t(problem) : problem;
  };
}

function Forget({ domain, waiting, forget }: { domain: string; waiting: number; forget: FormAction }) {
  const t = useTranslations("admin.federation");
  return (
    <Dialog
      opener={
        <>
          {t("forget")} <VisuallyHidden>{domain}</VisuallyHidden>
        </>
      }
      variant="quiet"
      small
      title={t("forgetTitle", { domain })}
    >
      <p>{t("forgetText", { count: waiting })}</p>
      <ActionForm action={forget} id={`forget-${domain}`}>
        <input type="hidden" name="domain" value={domain} />
        <SubmitButton variant="danger">{t("forgetConfirm")}</SubmitButton>
      </ActionForm>
    </Dialog>
  );
}
