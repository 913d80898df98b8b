import { expect, it } from "vitest";
import { reason } from "@/lib/sessions/reason";
import { linuxLoginsProvider } from "./provider";

it("refuses to disconnect a login, and asks nothing of the server", async () => {
  const source = linuxLoginsProvider.open(
    "web01/linux-logins",
    {},
    {
      run: () => Promise.reject(new Error("the server was asked")),
      close: async () => undefined,
    },
  );
  const ref = {
    sourceId: source.id,
    id: "150",
    user: "anna",
    start: "boot:1500",
    name: "pts/0",
  };
  expect(await source.act([ref], "disconnect", AbortSignal.timeout(1_000))).toEqual([
    { status: "refused", reason: reason("notDisconnected") },
  ]);
});
