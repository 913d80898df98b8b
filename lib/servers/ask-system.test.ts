import { expect, it } from "vitest";
import { parseSystem, parseWindowsVersion } from "./ask-system";

const toAnswer = (text: string) => ({ stdout: Buffer.from(text, "latin1") });

it("reads the version of Windows in any language", () => {
  for (const word of ["Version", "Versi\xf3n", "\x83o\x81[\x83W\x83\x87\x83\x93", "wersja"]) {
    const answer = toAnswer(`\r\nMicrosoft Windows [${word} 10.0.20348.2402]\r\n`);
    expect(parseWindowsVersion(answer)).toBe("Microsoft Windows [Version 10.0.20348.2402]");
  }
});

it("says of no Windows what it does not say itself", () => {
  const answer = toAnswer("'ver' is not recognized as an internal or external command,\r\n");
  expect(parseWindowsVersion(answer)).toBeNull();
});

it("reads the name of a Linux system, and the versions that its software says", () => {
  const said = [
    "rollcall-kernel Linux 6.1.0-18-amd64",
    'rollcall-name "Debian GNU/Linux 12 (bookworm)"',
    "rollcall-proftpd ProFTPD Version 1.3.8",
    "rollcall-pureftpd pure-ftpd v1.0.50 [privsep] [TLS]",
    "rollcall-vsftpd vsftpd: version 3.0.3",
    "",
  ];
  expect(parseSystem(toAnswer(said.join("\n")))).toEqual({
    isWindows: false,
    name: "Debian GNU/Linux 12 (bookworm)",
    versions: new Map([
      ["proftpd", "1.3.8"],
      ["pureftpd", "1.0.50"],
      ["vsftpd", "3.0.3"],
    ]),
  });
});

it("names a system without a name by its kernel, and guesses no version", () => {
  const said = [
    "rollcall-kernel FreeBSD 14.1-RELEASE",
    "rollcall-proftpd proftpd: unknown option",
    "rollcall-vsftpd ",
    "",
  ];
  expect(parseSystem(toAnswer(said.join("\n")))).toEqual({
    isWindows: false,
    name: "FreeBSD 14.1-RELEASE",
    versions: new Map(),
  });
});

it("knows Windows behind a shell of Git or Cygwin", () => {
  for (const kernel of ["MINGW64_NT-10.0-20348 3.4.10", "CYGWIN_NT-10.0 3.5.3", "MSYS_NT-10.0 3"]) {
    expect(parseSystem(toAnswer(`rollcall-kernel ${kernel}\n`)).isWindows).toBe(true);
  }
});
