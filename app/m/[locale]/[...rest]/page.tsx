import { setRequestLocale } from "next-intl/server";
import { NotFoundPage } from "@/components/about/not-found-page";
import { asLocale } from "@/lib/core/locale";
import { answerMissing } from "@/lib/web/visitor/missing";

/** Every address that nothing else answers. */
export default async function Nowhere({ params }: PageProps<"/m/[locale]/[...rest]">) {
  setRequestLocale(asLocale((await params).locale));
  await answerMissing();
  return <NotFoundPage />;
}
