import { describe, expect, it } from "vitest";
import { hashPassword, isPassword } from "./password";

describe("passwords", () => {
  it("are kept as argon2id with a salt of their own", async () => {
    const first = await hashPassword("correct horse battery");
    expect(first).toMatch(
      /^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/,
    );
    expect(await hashPassword("correct horse battery")).not.toBe(first);
  });

  it("agree with themselves and with nothing else", async () => {
    const stored = await hashPassword("correct horse battery");
    expect(await isPassword("correct horse battery", stored)).toBe(true);
    expect(await isPassword("correct horse batterx", stored)).toBe(false);
    expect(await isPassword("", stored)).toBe(false);
    expect(await isPassword("x".repeat(100_000), stored)).toBe(false);
  });

  it("agree however a keyboard composes the letters", async () => {
    const stored = await hashPassword("Türschlüssel für alle");
    expect(await isPassword("Türschlüssel für alle".normalize("NFD"), stored)).toBe(true);
  });

  it("of nobody are never right", async () => {
    expect(await isPassword("correct horse battery", undefined)).toBe(false);
  });

  it("agree with a hash that another program made", async () => {
    // printf password | argon2 somesalt -id -t 2 -k 65536 -p 1 -l 32 (of the reference implementation's tests)
    const stored =
      "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc";
    expect(await isPassword("password", stored)).toBe(true);
  });
});
