import packageJson from "@/package.json";

/** The version of Carillon that runs, as other servers are told. */
export const version: string = packageJson.version;
