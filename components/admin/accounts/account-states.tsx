import { useTranslations } from "next-intl";
import { Chip } from "@/components/ui/chip";
import type { ListedAccount } from "@/lib/accounts/administration/list";

type Standing = Pick<ListedAccount, "role" | "confirmedAt" | "approvedAt" | "suspendedAt" | "leavesAt">;

/** What an account may do for the server, and why nobody signs in to it. */
export function AccountStates({ account }: { account: Standing }) {
  const t = useTranslations("admin.accounts");
  const { role, confirmedAt, approvedAt, suspendedAt, leavesAt } = account;
  return (
    <>
      <Chip tone={role === "member" ? "plain" : "going"}>{t(`roles.${role}`)}</Chip>{" "}
      {!confirmedAt && <Chip tone="waiting">{t("states.unconfirmed")}</Chip>}{" "}
      {confirmedAt && !approvedAt && <Chip tone="waiting">{t("states.waiting")}</Chip>}{" "}
      {suspendedAt && <Chip tone="alert">{t("states.locked")}</Chip>}{" "}
      {leavesAt && <Chip tone="alert">{t("states.leaving")}</Chip>}
    </>
  );
}
