import { participantsFile } from "@/lib/web/participants-file";

/** The list of participants as other programs take it. */
export const GET = participantsFile("csv");
