import { expect, it } from "vitest";
import { isPrintedAs } from "./is-printed-as";

it.each([
  [null, ""],
  ["anna", "Anna"],
  ["rdp-tcp#1", "RDP-Tcp#1"],
  ["31c5ce94259d4...", "31C5CE94259D4006A9E4#0"],
  ["M?ller", "Müller"],
  ["??", "山田"],
  ["администратор", "Администратор"],
])("%j may be what a table prints for %j", (printed, name) => {
  expect(isPrintedAs(printed, name)).toBe(true);
});

it.each([
  ["anna", "ann"],
  ["ann", "anna"],
  ["anna", ""],
  [null, "anna"],
  ["rdp-tcp#1", "RDP-Tcp#10"],
  ["an?a", "anna"],
  ["anna?", "anna"],
  ["...", ""],
  ["ab...", "anna berg"],
])("%j is never what a table prints for %j", (printed, name) => {
  expect(isPrintedAs(printed, name)).toBe(false);
});
