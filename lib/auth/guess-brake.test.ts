import { expect, it } from "vitest";
import { createGuessBrake, toGuessKey } from "./guess-brake";

const start = new Date("2026-01-05T10:00:00Z");
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);

it("stops the sixth guess within 15 minutes and says when to come back", () => {
  const brake = createGuessBrake();
  for (const minute of [0, 1, 2, 3, 4]) expect(brake.take("anna", later(minute))).toBe(0);
  expect(brake.take("anna", later(5))).toBe(10 * 60);
  expect(brake.take("bruno", later(5))).toBe(0);
  expect(brake.take("anna", later(15))).toBe(0);
  expect(brake.take("anna", later(15))).toBe(60);
});

it("starts from nothing after a right password", () => {
  const brake = createGuessBrake();
  for (let guess = 0; guess < 5; guess += 1) brake.take("anna", start);
  brake.forget("anna");
  expect(brake.take("anna", start)).toBe(0);
});

it("does not count an attempt that was not looked at", () => {
  const brake = createGuessBrake();
  for (let guess = 0; guess < 10; guess += 1) {
    expect(brake.take("anna", start)).toBe(0);
    brake.giveBack("anna");
  }
});

it("counts one IPv6 network as one place, and an IPv4 address written as IPv6 as itself", () => {
  const key = (address: string) => toGuessKey("anna", address);
  expect(key("2001:db8:1:2:3::4")).toBe(key("2001:db8:1:2::ffff"));
  expect(key("2001:db8:1:2::1")).not.toBe(key("2001:db8:1:3::1"));
  expect(key("::ffff:192.0.2.1")).toBe(key("192.0.2.1"));
  expect(key("192.0.2.1")).not.toBe(key("192.0.2.2"));
});
