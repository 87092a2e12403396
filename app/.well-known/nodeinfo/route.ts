import { answerNodeInfoLinks } from "@/lib/web/discovery";
import { handler } from "@/lib/web/handler";

/** The public address is unknown when the app is built. */
export const dynamic = "force-dynamic";

export const GET = handler(async () => answerNodeInfoLinks());
