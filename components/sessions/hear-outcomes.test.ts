import { expect, it } from "vitest";
import { untilSilent } from "./hear-outcomes";

async function* say(...words: readonly string[]) {
  yield* words;
}

async function* sayAndFallSilent() {
  yield "one";
  await new Promise(() => undefined);
}

it("hears all that is said, to the end", async () => {
  const heard: string[] = [];
  for await (const word of untilSilent(say("one", "two"), 60_000)) heard.push(word);
  expect(heard).toEqual(["one", "two"]);
});

it("takes a line on which nothing comes any more for dead, and keeps what was heard", async () => {
  const heard: string[] = [];
  const listen = async () => {
    for await (const word of untilSilent(sayAndFallSilent(), 20)) heard.push(word);
  };
  await expect(listen()).rejects.toThrow("nothing for 20 ms");
  expect(heard).toEqual(["one"]);
});
