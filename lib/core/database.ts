import { type Connection, connect } from "@/db/client";
import { env } from "./env";

const shared = globalThis as { carillonConnection?: Connection };

/** The one pool of this process, opened at first use; shared by all bundles, so kept on `globalThis`. */
export function connection(): Connection {
  shared.carillonConnection ??= connect(databaseUrl());
  return shared.carillonConnection;
}

/** Where the database is. The launcher sets it when it starts the embedded one. */
export function databaseUrl(): string {
  const { DATABASE_URL } = env();
  if (!DATABASE_URL) throw new Error("DATABASE_URL is not set: start Carillon with npm start");
  return DATABASE_URL;
}
