import { beforeEach, expect, it } from "vitest";
import { createGuessBrake, type GuessBrake } from "./guess-brake";

let minute: number;
let brake: GuessBrake;

beforeEach(() => {
  minute = 0;
  brake = createGuessBrake({ clock: () => minute * 60_000 });
});

it("stops the sixth try within 15 minutes and says when to come back", () => {
  for (minute = 0; minute < 5; minute += 1) expect(brake.take("anna")).toBe(0);
  expect(brake.take("anna")).toBe(10 * 60);
  expect(brake.take("bruno")).toBe(0);
  minute = 15;
  expect(brake.take("anna")).toBe(0);
  expect(brake.take("anna")).toBe(60);
});

it("starts from nothing after a right answer", () => {
  for (let guess = 0; guess < 5; guess += 1) brake.take("anna");
  brake.forget("anna");
  expect(brake.take("anna")).toBe(0);
});

it("does not count a try that was not looked at", () => {
  for (let guess = 0; guess < 10; guess += 1) {
    expect(brake.take("anna")).toBe(0);
    brake.giveBack("anna");
  }
});

it("forgets nothing of whom strangers try now, however many other keys they try", () => {
  for (let guess = 0; guess < 5; guess += 1) brake.count("anna");
  for (let key = 0; key < 25_000; key += 1) {
    if (key % 5000 === 0) brake.count("anna");
    brake.count(`other ${key}`);
  }
  expect(brake.waitSeconds("anna")).toBe(15 * 60);
  expect(brake.waitSeconds("other 1", 1)).toBe(0);
});
