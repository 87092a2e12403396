import { customType, integer, pgTable, text } from "drizzle-orm/pg-core";

const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => "bytea" });

/** How the server itself looks: its logo and its icon in each size. Few and small, so they go with every backup of the database. */
export const instancePictures = pgTable("instance_pictures", {
  /** "logo", "logo-dark", "icon-32"… */
  name: text().primaryKey(),
  /** Of the content: part of the address, so that browsers may keep it for ever. */
  digest: text().notNull(),
  width: integer().notNull(),
  height: integer().notNull(),
  bytes: bytes().notNull(),
});

export type InstancePicture = typeof instancePictures.$inferSelect;
