import { participantsFile } from "@/lib/web/participants-file";

/** The list of participants as spreadsheet programs take it. */
export const GET = participantsFile("ods");
