import { useTranslations } from "next-intl";
import { SelectField } from "@/components/forms/fields";
import { ActingAs } from "@/components/identities/acting-as";
import type { Face } from "@/lib/identities/queries";
import { pictureSources } from "@/lib/media/sources";

/** Who speaks is said right above the button: a choice where there is one. The first is proposed. */
export function SpeakAs({ identities }: { identities: Face[] }) {
  const t = useTranslations("comments");
  const [first, ...others] = identities;
  if (!first) return null;
  if (others.length === 0) return <ActingAs identity={first} picture={pictureSources(first.avatar)} />;
  const options = identities.map(({ handle, name }) => ({ value: handle, label: `${name} (@${handle})` }));
  return <SelectField name="as" label={t("as")} options={options} defaultValue={first.handle} />;
}
