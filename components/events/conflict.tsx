import "./conflict.css";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { editEventPath } from "@/lib/core/paths";
import type { Difference } from "@/lib/events/differences";
import { ConflictValue } from "./conflict-value";
import { useFieldLabel } from "./field-label";

type ConflictProps = {
  slug: string;
  differences: Difference[];
};

/**
 * What somebody typed beside what was saved meanwhile, field by field. It saves nothing: it leads back to the form, with
 * what was chosen in it.
 */
export function Conflict({ slug, differences }: ConflictProps) {
  const t = useTranslations("conflict");
  const labelOf = useFieldLabel();
  return (
    <form action={editEventPath(slug)} className="grid gap-5">
      {differences.map(({ name, mine, saved, isMine }) => (
        <section key={name} className="panel conflict" aria-labelledby={`field-${name}`}>
          <h2 id={`field-${name}`} className="text-step-1">
            {labelOf(name)}
          </h2>
          <dl>
            <div>
              <dt>{t("saved")}</dt>
              <dd dir="auto">
                <ConflictValue name={name} text={saved} />
              </dd>
            </div>
            <div>
              <dt>{t("mine")}</dt>
              <dd dir="auto">
                <ConflictValue name={name} text={mine} />
              </dd>
            </div>
          </dl>
          <Checkbox
            id={`mine-${name}`}
            name="mine"
            value={name}
            label={t("keepMine", { field: labelOf(name) })}
            defaultChecked={isMine}
          />
        </section>
      ))}
      <div>
        <Button type="submit" variant="primary">
          {t("goOn")}
        </Button>
        <p className="hint mt-2">{t("goOnHint")}</p>
      </div>
    </form>
  );
}
