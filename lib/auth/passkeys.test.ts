import { expect, it } from "vitest";
import { openScratchStore } from "@/tests/support/scratch-store";
import { createChallenges } from "./challenges";
import { openPasskeys } from "./passkeys";

const start = new Date("2026-01-05T10:00:00Z");
const later = (seconds: number) => new Date(start.getTime() + seconds * 1000);
const toText = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");

it("a challenge holds once, for what it was made for, for 5 minutes", () => {
  const challenges = createChallenges();
  const make = () => toText(challenges.make("sign in", start));
  const [one, other, third] = [make(), make(), make()];
  expect(challenges.use(one, "prove 17", start)).toBe(false);
  expect(challenges.use(one, "sign in", later(299))).toBe(true);
  expect(challenges.use(one, "sign in", later(299))).toBe(false);
  expect(challenges.use(other, "sign in", later(300))).toBe(false);
  expect(challenges.use(`${third.slice(0, -2)}AA`, "sign in", start)).toBe(false);
  expect(challenges.use("", "sign in", start)).toBe(false);
  expect(createChallenges().use(third, "sign in", start)).toBe(false);
  expect(challenges.use(third, "sign in", start)).toBe(true);
});

it.each([
  ["https://rollcall.example.com", true],
  ["http://localhost:3000", true],
  ["http://rollcall.localhost", true],
  ["http://127.0.0.1:3000", false],
  ["https://192.0.2.1", false],
  ["https://[2001:db8::1]", false],
  ["http://rollcall.example.com", false],
  ["http://notlocalhost", false],
])("at %s browsers know passkeys: %s", async (address, isPossible) => {
  const { store, remove } = await openScratchStore();
  expect(openPasskeys(store, new URL(address)).arePossible).toBe(isPossible);
  await remove();
});
