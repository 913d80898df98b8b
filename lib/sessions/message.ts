import { z } from "zod";
import { longestMessage, messageLines } from "./message-text";

/** What is shown to people who are signed in: one or more lines, without other control characters. */
export const messageSchema = z
  .string()
  .trim()
  .min(1, "must not be empty")
  .max(longestMessage)
  // `max` counts an emoji as one; Windows counts its two halves.
  .refine((text) => text.length <= longestMessage, `must have ${longestMessage} characters at most`)
  .regex(messageLines, "must not hold control characters")
  .refine((text) => text.isWellFormed(), "is not whole text");
