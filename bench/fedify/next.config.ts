import type { NextConfig } from "next";

/** Fedify, as its manual mounts it: a route handler that hands every request to it. */
const config: NextConfig = { poweredByHeader: false, serverExternalPackages: ["@fedify/fedify"] };

export default config;
