/** @type {import("next").NextConfig} */
export default {
  poweredByHeader: false,
  reactStrictMode: true,
  // No page shows a picture, and the optimizer would answer without a sign-in.
  // It would ask the package registry about advisories during a build.
  experimental: { agentUpgrade: false },
  // npm run check does it, for all files at once; who starts Rollcall need not wait for it.
  typescript: { ignoreBuildErrors: true },
  images: { unoptimized: true },
  serverExternalPackages: ["ssh2", "better-sqlite3", "@prisma/client", "pino"],
};
