import type { Command } from "commander";
import { say } from "@/lib/log";
import { record } from "@/lib/sessions/record";
import { CommandRefused } from "./command-refused";
import { consoleActor } from "./console-actor";
import { withStore } from "./with-store";

/** `user reset-second-factor`: for who has lost theirs, and the backup codes too. */
export function registerResetSecondFactor(user: Command): void {
  user
    .command("reset-second-factor <login>")
    .description("remove a user's second factors and backup codes; ends the user's sessions")
    .action(resetSecondFactor);
}

async function resetSecondFactor(login: string): Promise<void> {
  const by = consoleActor();
  await withStore(async ({ users, factors, audit }) => {
    const user = await users.find(login);
    if (!user) throw new CommandRefused(`There is no user ${login}.`);
    const change = { userId: user.id, keptSessionId: null, now: new Date(), by: by.name };
    await record(
      audit,
      { event: "factor.reset", by, user: login },
      () => factors.removeAll(change),
      () => ({ outcome: "done" }),
    );
  });
  say(`${login} has no second factor any more.`);
}
