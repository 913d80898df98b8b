import type { Instrumentation } from "next";

/** Next tells of every error that nothing under app/ caught. Its digest, which the page shows, comes along. */
export const onRequestError: Instrumentation.onRequestError = async (
  error,
  { method, path: target },
) => {
  // biome-ignore lint/style/noProcessEnv: Next fills it in; its build for the edge cannot load the log
  if (process.env["NEXT_RUNTIME"] !== "nodejs") return;
  const { logRequestError } = await import("@/lib/log-request-error");
  // The query may hold the setup link.
  const [path] = target.split("?", 1);
  logRequestError(error, { method, path });
};
