import { expect, it } from "vitest";
import { findBusiestPage } from "./find-busiest-page";

const ftp = { kind: "ftp", sessionCount: 1, isListed: true } as const;
const terminal = { kind: "terminal", sessionCount: 2, isListed: true } as const;

it("leads to where most people are, of what is listed", () => {
  expect(findBusiestPage([ftp, terminal])).toBe("/tools-settings/terminal-sessions");
  expect(findBusiestPage([ftp, { ...terminal, isListed: false }])).toBe(
    "/tools-settings/ftp-sessions",
  );
});

it("leads to what is listed where nobody is, and nowhere where nothing is", () => {
  const nobody = { ...ftp, sessionCount: 0 };
  expect(findBusiestPage([{ ...terminal, sessionCount: null }, nobody])).toBe(
    "/tools-settings/ftp-sessions",
  );
  expect(findBusiestPage([{ ...ftp, isListed: false }])).toBeNull();
});
