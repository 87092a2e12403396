import { answerHostMetaJson } from "@/lib/web/discovery";
import { handler } from "@/lib/web/handler";

export const dynamic = "force-dynamic";

export const GET = handler(async () => answerHostMetaJson());
