import { useTranslations } from "next-intl";
import { Alert } from "@/components/ui/alert";
import { isDemo } from "@/lib/core/demo";
import { demoMailPath, demoPath } from "@/lib/core/demo-paths";

/** Above the forms that ask for an address or a password: what to type in a demonstration, or how to do without. */
export function DemoHint({ about }: { about: "signUp" | "signIn" }) {
  const t = useTranslations("demo");
  if (!isDemo()) return null;
  return (
    <Alert className="mb-5">
      <p>
        {t.rich(about, {
          mails: (chunks) => <a href={demoMailPath}>{chunks}</a>,
          demo: (chunks) => <a href={demoPath}>{chunks}</a>,
        })}
      </p>
    </Alert>
  );
}
