import { z } from "zod";

export const oneLine = z
  .string()
  .min(1, "must not be empty")
  .max(200, "is longer than 200 characters")
  .regex(/^\P{Cc}*$/u, "must not hold control characters")
  .regex(
    /^[^\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]*$/,
    "must not hold letters that turn the direction of writing",
  );

export const hostName = oneLine.regex(/^[A-Za-z0-9.:_-]+$/, "must be a host name or an address");
