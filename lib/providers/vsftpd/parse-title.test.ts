import { expect, it } from "vitest";
import { parseTitle } from "./parse-title";

it("knows the daemon, and a process that has no title", () => {
  expect(parseTitle("vsftpd: LISTENER   ")?.role).toBe("listener");
  expect(parseTitle("/usr/sbin/vsftpd")).toBeUndefined();
});

it("reads addresses of both families", () => {
  const addresses = ["192.0.2.7", "::1", "::ffff:192.0.2.7", "2001:db8::a1"];
  const found = addresses.flatMap((address) => [
    parseTitle(`vsftpd: ${address}: not logged in`),
    parseTitle(`vsftpd: ${address}/anna: IDLE`),
  ]);
  expect(found.map((title) => title?.remoteAddress)).toEqual(
    addresses.flatMap((one) => [one, one]),
  );
});

it("believes nobody to be logged in before the login", () => {
  for (const words of ["connected", "not logged in", "SSL handler"]) {
    const title = parseTitle(`vsftpd: 192.0.2.7: ${words}`);
    expect(title).toMatchObject({ user: null, userText: "", command: null });
  }
});

it("keeps a login whole, whatever stands in it", () => {
  for (const user of [
    "anna",
    "anna@a.example",
    "anna maria",
    "a/b",
    "CORP\\anna",
    "a: b",
    "a:IDLE",
  ]) {
    const title = parseTitle(`vsftpd: 192.0.2.7/${user}: RETR a.bin`);
    expect(title).toMatchObject({ user, status: "downloading", fileName: "a.bin" });
    expect(title?.userText).toBe(`vsftpd: 192.0.2.7/${user}:`);
  }
});

it("lets no file name change who is signed in or what is done", () => {
  for (const fileName of ["x: IDLE", "a/bruno: STOR y", "vsftpd: 192.0.2.9/root: IDLE", ": "]) {
    const title = parseTitle(`vsftpd: 192.0.2.7/anna: RETR ${fileName}`);
    expect(title).toMatchObject({ user: "anna", remoteAddress: "192.0.2.7", command: "RETR" });
    expect(title?.fileName).toBe(fileName.trimEnd());
  }
});

it("tells the verb, and the file of a transfer alone", () => {
  const found = [
    "IDLE",
    "RETR a",
    "STOR a",
    "STOU",
    "APPE a",
    "LIST -la",
    "NLST",
    "RNTO a",
    "SITE x",
  ]
    .map((words) => parseTitle(`vsftpd: 192.0.2.7/anna: ${words}`))
    .map((title) => [title?.status, title?.command, title?.fileName]);
  expect(found).toEqual([
    ["idle", null, null],
    ["downloading", "RETR", "a"],
    ["uploading", "STOR", "a"],
    ["uploading", "STOU", null],
    ["uploading", "APPE", "a"],
    ["listing", "LIST", null],
    ["listing", "NLST", null],
    ["working", "RNTO", null],
    ["working", "SITE", null],
  ]);
});

it("names nobody when the title was cut within the login, and still knows whose it is", () => {
  const text = "vsftpd: 2001:db8:0:1:2:3:4:5/accounting.department@branch-office.exa";
  expect(parseTitle(text)).toMatchObject({ role: "logged-in", user: null, userText: text });
  expect(parseTitle("vsftpd: 192.0.2.7/anna:")).toMatchObject({ user: "anna", status: "working" });
});
