import { afterEach, expect, it, vi } from "vitest";
import { runRequest } from "@/lib/auth/request-fault";
import { StoreError } from "@/lib/store/store-error";
import { log } from "./log";
import { logRequestError } from "./log-request-error";

const place = { method: "POST", path: "/sign-in" };
afterEach(() => {
  vi.restoreAllMocks();
});

it("tells every bug, and with each what is known of it", () => {
  const logged = vi.spyOn(log, "error").mockReturnValue();
  const err = new Error("broken");
  for (let times = 0; times < 3; times += 1) {
    runRequest({ fault: undefined }, () => logRequestError(err, place));
  }
  expect(logged.mock.calls).toEqual(Array(3).fill([{ err, ...place }, expect.any(String)]));
});

it("tells a thousand requests that cannot be read, and a database that is away, on one line each", () => {
  const warned = vi.spyOn(log, "warn").mockReturnValue();
  const logged = vi.spyOn(log, "error");
  for (let times = 0; times < 1000; times += 1) {
    runRequest({ fault: 400 }, () => logRequestError(new SyntaxError("odd"), place));
    logRequestError(new StoreError("The database is locked."), place);
  }
  expect(warned.mock.calls).toEqual([
    [{ ...place, more: 0 }, "a request was answered with 400"],
    [{ ...place, more: 0 }, "The database is locked."],
  ]);
  expect(logged).not.toHaveBeenCalled();
});
