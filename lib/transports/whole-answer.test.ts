import { describe, expect, it } from "vitest";
import { toWholeAnswer } from "./whole-answer";

const none = Buffer.alloc(0);
const read = (stdout: string, exitCode: number | null = 0, stderr = "") =>
  Buffer.from(toWholeAnswer(Buffer.from(stdout), Buffer.from(stderr), exitCode).stdout).toString();

describe("an answer", () => {
  it("is what stands before the end mark", () => {
    expect(read("one\ntwo\nrollcall-end\n")).toBe("one\ntwo\n");
    expect(read("rollcall-end\n")).toBe("");
  });

  it("may end as Windows ends lines", () => {
    expect(read("one\r\nrollcall-end \r\n")).toBe("one\r\n");
  });

  it.each([
    ["nothing", ""],
    ["blank lines", "\r\n\r\n"],
    ["half a mark", "one\nrollcall-e"],
    ["a mark that something follows", "rollcall-end\none\n"],
    ["a mark within a line", "one rollcall-end\n"],
  ])("is unreadable with %s at its end", (_what, stdout) => {
    expect(() => read(stdout)).toThrow(expect.objectContaining({ code: "unreadable" }));
  });

  it("is unreadable without an exit code, whole as it may look", () => {
    expect(() => read("one\nrollcall-end\n", null)).toThrow(
      expect.objectContaining({ code: "unreadable" }),
    );
  });

  it("without an end says what the server complained about, without its control characters", () => {
    expect(() => read("", 127, "\u001b[31msh: not found\nmore\n")).toThrow(
      expect.objectContaining({
        message: "unreadable: the answer has no end (exit code 127: [31msh: not found)",
      }),
    );
  });

  it("keeps any exit code and the bytes as they came", () => {
    const stdout = Buffer.from([0xff, 0x0a, ...Buffer.from("rollcall-end")]);
    expect(toWholeAnswer(stdout, none, 4_294_967_295)).toEqual({
      stdout: Buffer.from([0xff, 0x0a]),
      stderr: none,
      exitCode: 4_294_967_295,
    });
  });
});
