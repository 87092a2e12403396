import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { FormTexts } from "@/components/forms/form-texts";
import { Pager } from "@/components/ui/pager";
import { paths } from "@/lib/core/paths";
import type { readFederation } from "@/lib/web/federation-reading";
import type { FormAction } from "@/lib/web/form-state";
import { ServerFollows } from "./federation-follows";
import { FederationOwn } from "./federation-own";
import { DomainPolicies } from "./federation-policies";
import { ServerList } from "./federation-servers";
import { Unread } from "./federation-unread";

type FederationProps = {
  reading: Awaited<ReturnType<typeof readFederation>>;
  actions: Record<"save", FormAction> &
    ComponentProps<typeof ServerFollows>["actions"] &
    ComponentProps<typeof ServerList>["actions"] &
    ComponentProps<typeof DomainPolicies>["actions"];
};

/** How this server exchanges with others, and with which of them. */
export function Federation({ reading, actions }: FederationProps) {
  const t = useTranslations("admin.federation");
  const { own, servers, follows, policies, unread, settings, pages, zone } = reading;
  return (
    <FormTexts>
      <p className="soft max-w-[66ch]">{t("lead")}</p>
      <FederationOwn own={own} settings={settings} save={actions.save} />
      <ServerFollows follows={follows} actions={actions} />
      <ServerList servers={servers} zone={zone} actions={actions}>
        <Pager {...pages.servers} hrefOf={(number) => `${paths.federation}?page=${number}#servers`} />
      </ServerList>
      <DomainPolicies policies={policies} mode={settings.federationMode} actions={actions}>
        <Pager {...pages.policies} hrefOf={(number) => `${paths.federation}?policies=${number}#policies`} />
      </DomainPolicies>
      <Unread unread={unread} zone={zone} />
    </FormTexts>
  );
}
