/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // No page shows a picture, and the optimizer would answer without a sign-in.
  // It would ask the package registry about advisories during a build.
  experimental: { agentUpgrade: false },
  images: { unoptimized: true },
  serverExternalPackages: ["ssh2", "better-sqlite3", "@prisma/client", "pino"],
};
