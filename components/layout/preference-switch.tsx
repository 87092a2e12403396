import { Icon, type IconName } from "@/components/ui/icon";

type PreferenceSwitchProps = {
  name: "locale" | "theme";
  label: string;
  current: string;
  choices: { value: string; label: string; lang?: string; icon?: IconName }[];
};

/** A preference that is kept in a cookie: a plain form, one submit button for each choice. */
export function PreferenceSwitch({ name, label, current, choices }: PreferenceSwitchProps) {
  return (
    <form action="/preferences" method="post" data-preference={name}>
      <fieldset className="switch">
        <legend className="sr-only">{label}</legend>
        {choices.map(({ value, label: text, lang, icon }) => (
          <button
            key={value}
            type="submit"
            name={name}
            value={value}
            lang={lang}
            aria-pressed={value === current}
            suppressHydrationWarning
          >
            {icon ? <Icon name={icon} size={18} label={text} /> : text}
          </button>
        ))}
      </fieldset>
    </form>
  );
}
