import { answerNodeInfo } from "@/lib/web/discovery";
import { handler } from "@/lib/web/handler";

export const dynamic = "force-dynamic";

export const GET = handler((request) => answerNodeInfo(request, "2.0"));
