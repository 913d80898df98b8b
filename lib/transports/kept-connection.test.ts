import { connect } from "node:net";
import { afterEach, expect, it } from "vitest";
import {
  type ScriptedSshServer,
  startScriptedSshServer,
} from "@/tests/support/scripted-ssh-server";
import { waitFor } from "@/tests/support/wait-for";
import { keepConnection } from "./kept-connection";

let server: ScriptedSshServer | undefined;
afterEach(() => server?.stop());

it("does not log in on a way that opens only after it was closed", async () => {
  server = await startScriptedSshServer();
  const { host, port, user, password, fingerprint } = server;
  const dialled = Promise.withResolvers<void>();
  const opened = Promise.withResolvers<void>();
  const socket = connect({ host, port });
  const connection = keepConnection({
    host,
    port,
    user,
    credential: { password },
    trustedFingerprint: async () => fingerprint,
    way: async () => async () => {
      dialled.resolve();
      await opened.promise;
      return socket;
    },
  });
  const got = connection.get(new AbortController().signal);
  const refused = expect(got).rejects.toMatchObject({ code: "unreachable" });
  await dialled.promise;
  connection.close();
  opened.resolve();
  await refused;
  await waitFor(() => socket.destroyed);
  expect(server.loginAttempts()).toBe(0);
});
