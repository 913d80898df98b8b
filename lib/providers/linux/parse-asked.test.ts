import { expect, it } from "vitest";
import { quoted, reason } from "@/lib/sessions/reason";
import { parseAsked } from "./parse-asked";

function answer(stdout: string) {
  return { stdout: Buffer.from(stdout), stderr: Buffer.from(""), exitCode: 0 };
}

it("reads what became of each", () => {
  const pids = [12, 13, 14, 15].map((pid) => ({ pid }));
  const said = "asked 12\ngone 13\nreplaced 14\nrefused 15 sudo: a password is required\n";
  expect([...parseAsked(answer(said), pids)]).toEqual([
    [12, { status: "asked" }],
    [13, { status: "gone" }],
    [14, { status: "replaced" }],
    [
      15,
      {
        status: "refused",
        reason: reason("needsSudoersLine", { said: "sudo: a password is required" }),
      },
    ],
  ]);
});

it("believes the later answer where the helper gave up half way", () => {
  const said = "refused 12 cannot fork\nasked 12\n";
  expect(parseAsked(answer(said), [{ pid: 12 }]).get(12)).toEqual({ status: "asked" });
});

it("keeps a reason short and printable", () => {
  const said = `refused 12 \u001b[31m${"x".repeat(300)}\n`;
  expect(parseAsked(answer(said), [{ pid: 12 }]).get(12)).toEqual({
    status: "refused",
    reason: quoted(`[31m${"x".repeat(196)}`),
  });
});

it("says so where a refusal comes without a word", () => {
  expect(parseAsked(answer("refused 12\n"), [{ pid: 12 }]).get(12)).toEqual({
    status: "refused",
    reason: reason("didNotSayWhy"),
  });
});

it("says of which process the server said nothing", () => {
  expect(() => parseAsked(answer("asked 12\n"), [{ pid: 12 }, { pid: 13 }])).toThrow(
    "unreadable: the server said nothing about process 13",
  );
});
