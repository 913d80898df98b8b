/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ["ssh2", "better-sqlite3", "@prisma/client", "pino"],
};
