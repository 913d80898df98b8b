import { z } from "zod";
import { problemWords } from "./problem-words";

export const oneLine = z
  .string()
  .min(1, problemWords.mustNotBeEmpty)
  .max(200, problemWords.longerThan200)
  .regex(/^\P{Cc}*$/u, problemWords.noControls)
  .regex(/^[^\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]*$/, problemWords.noDirections);

export const hostName = oneLine.regex(/^[A-Za-z0-9.:_-]+$/, problemWords.noHostName);
