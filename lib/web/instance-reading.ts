import { cache } from "react";
import { connection } from "@/lib/core/database";
import { readFrame } from "@/lib/instance/frame";

/** What the header and the footer say about this server; asked of the database once a request. */
export const readInstanceFrame = cache(() => readFrame(connection().db));
