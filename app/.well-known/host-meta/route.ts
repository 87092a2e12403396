import { answerHostMeta } from "@/lib/web/discovery";
import { handler } from "@/lib/web/handler";

export const GET = handler(async (request) => answerHostMeta(request));
