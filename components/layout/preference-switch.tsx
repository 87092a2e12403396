import { Icon, type IconName } from "@/components/ui/icon";

type PreferenceSwitchProps = {
  name: "locale" | "theme";
  label: string;
  current: string;
  /** The server is told of every choice, not only this browser. */
  isKeptByAccount?: boolean;
  choices: { value: string; label: string; lang?: string; icon?: IconName }[];
};

/** A preference that is kept in a cookie: a plain form, one submit button for each choice. */
export function PreferenceSwitch(props: PreferenceSwitchProps) {
  const { name, label, current, isKeptByAccount = false, choices } = props;
  return (
    <form
      action="/preferences"
      method="post"
      data-preference={name}
      data-account={isKeptByAccount ? "" : undefined}
    >
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
