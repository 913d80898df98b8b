import { expect, it } from "vitest";
import { toMessageBytes } from "./message-bytes";

it("writes a message in the code page of the server, with the line ends of Windows", () => {
  expect(toMessageBytes("Grüße\nbis 5", 850)).toEqual(
    Buffer.from([0x47, 0x72, 0x81, 0xe1, 0x65, 0x0d, 0x0a, ...Buffer.from("bis 5")]),
  );
  expect(toMessageBytes("日本", 932)).toEqual(Buffer.from([0x93, 0xfa, 0x96, 0x7b]));
  expect(toMessageBytes("日本", 65_001)).toEqual(Buffer.from("日本"));
});

it.each([
  ["日本", 850],
  ["Grüße", 866],
  ["😀", 932],
  ["Grüße", null],
])("does not write %j in code page %j, which would change it", (text, codePage) => {
  expect(toMessageBytes(text, codePage)).toBeUndefined();
});
