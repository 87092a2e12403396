import * as z from "zod";
import { demoRoles } from "./roles";

export const enterInput = z.object({ role: z.enum(demoRoles, "choose_one") });
