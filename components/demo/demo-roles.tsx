import { useTranslations } from "next-intl";
import { ButtonForm } from "@/components/forms/button-form";
import { SubmitButton } from "@/components/forms/submit-button";
import { Avatar } from "@/components/ui/avatar";
import { ButtonLink } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { Icon } from "@/components/ui/icon";
import type { FormAction } from "@/lib/web/form-state";

type Role = "member" | "organizer" | "moderator" | "administrator";

export type RoleCard = {
  role: Role;
  /** Who one is then. */
  name: string;
  /** What to try, and where. */
  tries: { key: "a" | "b" | "c"; href: string }[];
};

type DemoRolesProps = {
  cards: RoleCard[];
  /** Whom this browser is signed in as; "other": an account that a visitor made; null: nobody. */
  current: Role | "other" | null;
  visitor: { tries: RoleCard["tries"] };
  enter: FormAction;
  leave: FormAction;
};

/** The ready-made people, each with one button and what can be tried with them. */
export function DemoRoles({ cards, current, visitor, enter, leave }: DemoRolesProps) {
  const t = useTranslations("demo");
  return (
    <ul className="demo-roles">
      <li className="panel">
        <Heading title={t("roles.visitor.title")} who={t("roles.visitor.who")} isCurrent={!current} />
        <Tries of="visitor" tries={visitor.tries} areLinks={!current} />
        {current ? (
          <ButtonForm action={leave}>
            <SubmitButton variant="plain">{t("leave")}</SubmitButton>
          </ButtonForm>
        ) : (
          <ButtonLink href="/">{t("look")}</ButtonLink>
        )}
      </li>
      {cards.map(({ role, name, tries }) => (
        <li key={role} id={role} className="panel">
          <Heading title={t(`roles.${role}.title`)} who={name} face={name} isCurrent={current === role} />
          <p className="soft small">{t(`roles.${role}.who`)}</p>
          <Tries of={role} tries={tries} areLinks={current === role} />
          {current !== role && (
            <ButtonForm action={enter}>
              <input type="hidden" name="role" value={role} />
              <SubmitButton variant="plain">{t("enter", { name })}</SubmitButton>
            </ButtonForm>
          )}
        </li>
      ))}
    </ul>
  );
}

type HeadingProps = { title: string; who: string; face?: string; isCurrent: boolean };

function Heading({ title, who, face, isCurrent }: HeadingProps) {
  const t = useTranslations("demo");
  return (
    <div className="demo-role">
      {face ? <Avatar name={face} /> : <Icon name="eye" size={32} />}
      <div>
        <h2 className="text-step-1">{title}</h2>
        <p className="soft small">{who}</p>
      </div>
      {isCurrent && <Chip tone="going">{t("you")}</Chip>}
    </div>
  );
}

type TriesProps = { of: Role | "visitor"; tries: RoleCard["tries"]; areLinks: boolean };

/** Links only for whoever may follow them: others would have to sign in. */
function Tries({ of: role, tries, areLinks }: TriesProps) {
  const t = useTranslations("demo.roles");
  return (
    <ul className="demo-tries">
      {tries.map(({ key, href }) => {
        const text = t(`${role}.${key}`);
        return <li key={key}>{areLinks ? <a href={href}>{text}</a> : text}</li>;
      })}
    </ul>
  );
}
