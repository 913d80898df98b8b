import { expect, it, vi } from "vitest";
import { log } from "@/lib/log";
import { onRequestError } from "./instrumentation";

it("logs a bug with its address, but not the query that may hold a secret", async () => {
  vi.stubEnv("NEXT_RUNTIME", "nodejs");
  const logged = vi.spyOn(log, "error").mockReturnValue();
  const err = new Error("broken");
  const request = { path: "/sign-in?setup=secret", method: "GET", headers: {} };
  await onRequestError(err, request, {
    routerKind: "App Router",
    routePath: "/sign-in",
    routeType: "render",
    revalidateReason: undefined,
  });
  expect(logged).toHaveBeenCalledExactlyOnceWith(
    { err, method: "GET", path: "/sign-in" },
    expect.any(String),
  );
});
