import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { accountRoles, accountStates } from "@/lib/accounts/input";
import { paths } from "@/lib/core/paths";

/** Asks the list of accounts for some of it: a form that leads to an address. */
export function AccountFilters({ asked }: { asked: Record<string, string> }) {
  const t = useTranslations("admin.accounts");
  const all = { value: "", label: t("all") };
  return (
    <form className="filters" action={paths.accounts} method="get">
      <TextInput
        id="q"
        name="q"
        type="search"
        label={t("address")}
        hint={t("addressHint")}
        defaultValue={asked.q}
        autoComplete="off"
      />
      <Select
        id="role"
        name="role"
        label={t("role")}
        defaultValue={asked.role ?? ""}
        options={[all, ...accountRoles.map((value) => ({ value, label: t(`roles.${value}`) }))]}
      />
      <Select
        id="state"
        name="state"
        label={t("state")}
        defaultValue={asked.state ?? ""}
        options={[all, ...accountStates.map((value) => ({ value, label: t(`states.${value}`) }))]}
      />
      <TextInput id="from" name="from" type="date" label={t("since")} defaultValue={asked.from} />
      <Button type="submit">{t("show")}</Button>
    </form>
  );
}
