import { expect, it } from "vitest";
import { annasProcess } from "@/tests/support/ftp-process";
import { findFile } from "./find-file";
import type { OpenFile, ProcessDetails } from "./process-details";
import type { Known } from "./remembered-details";

function open(path: string, size: number | undefined = 10): OpenFile {
  return { fd: 9, path, size, position: undefined };
}

function find(fileName: string | null, details: ProcessDetails | undefined) {
  const known: Known = {
    root: details?.root,
    details,
    control: undefined,
    data: undefined,
    countedAtMs: 0,
    isControlMissing: false,
    isClientGone: false,
  };
  return findFile({ ...annasProcess, fileName }, known);
}

const log = open("/var/log/xferlog");
const [file, other] = [open("/home/anna/up/a.bin"), open("/home/anna/up/b.bin")];
const held = { cwd: "/home/anna/up", root: "/home/anna" } as const;

it("is the open file of the name that the client gave, whatever path it wrote", () => {
  for (const name of ["a.bin", "up/a.bin", "../up/a.bin", "/up/a.bin"]) {
    expect(find(name, { ...held, files: [log, file, other] })).toBe("/home/anna/up/a.bin");
  }
});

it("is the only file in the session's own folders when the client gave no name", () => {
  expect(find(null, { ...held, files: [log, file] })).toBe("/home/anna/up/a.bin");
  const free = { cwd: "/home/anna", root: "/", files: [log, file] };
  expect(find(null, free)).toBe("/home/anna/up/a.bin");
});

it("is found by the name as a daemon shows it", () => {
  const named = open("/home/anna/r\xe9sum\xe9?.pdf");
  expect(find("r?sum??.pdf", { ...held, files: [log, named, other] })).toBe(named.path);
});

it("is not known when nothing tells which one it is", () => {
  expect(find(null, { ...held, files: [file, other] })).toBeNull();
  expect(find(null, { ...held, files: [log] })).toBeNull();
  expect(find(null, { cwd: "/", root: "/", files: [log] })).toBeNull();
  expect(find("a.bin", undefined)).toBeNull();
});

it("is never a folder or a device, nor in a folder whose name only begins the same", () => {
  const folder = { ...file, size: undefined };
  expect(find("a.bin", { ...held, files: [folder] })).toBeNull();
  expect(find(null, { ...held, files: [open("/home/anna2/a.bin")] })).toBeNull();
});
