import { once } from "node:events";
import { createServer } from "node:net";
import { expect, it } from "vitest";
import { EnvError } from "./env";
import { startProblem } from "./start-problem";

async function whyNotListening(port: number, host: string): Promise<unknown> {
  const server = createServer().listen(port, host);
  const outcome: unknown = await once(server, "listening").catch((error: unknown) => error);
  server.close();
  return outcome;
}

it("names HOST when its name leads nowhere", async () => {
  const problem = startProblem(await whyNotListening(0, "no-such-host.invalid"));
  expect(problem).toMatch(/^Rollcall cannot listen: .+"no-such-host.invalid"; set HOST .+\.$/);
});

it("names PORT and HOST when the address belongs to another machine", async () => {
  const problem = startProblem(await whyNotListening(3000, "192.0.2.1"));
  expect(problem).toMatch(/^Rollcall cannot listen .+EADDRNOTAVAIL.+: set PORT and HOST .+\.$/);
});

it("says who builds a new release where the account that runs it may not", () => {
  const facts = { code: "EROFS", syscall: "access", path: "/opt/rollcall/.next" };
  const problem = startProblem(Object.assign(new Error("EROFS: read-only file system"), facts));
  expect(problem).toMatch(/not built yet, .+ \/opt\/rollcall\/\.next: run "npm run build" .+\.$/);
});

it("says what is expected in its own words, and where a bug is", () => {
  expect(startProblem(new EnvError("PORT must be a number."))).toBe("PORT must be a number.");
  expect(startProblem(new TypeError("x is not a function"))).toContain("start-problem.test.ts");
  const denied = Object.assign(new Error("EACCES: open"), { code: "EACCES", syscall: "open" });
  expect(startProblem(denied)).not.toContain("cannot listen");
});
