import { answerFinger } from "@/lib/web/discovery";
import { handler } from "@/lib/web/handler";

export const GET = handler((request) => answerFinger(request));
