import { z } from "zod";
import { sessionRefSchema } from "@/lib/sessions/session-ref";

export const actInput = z.strictObject({
  refs: z.array(sessionRefSchema).min(1).max(1000),
  reason: z.string().trim().min(1).max(500).nullable(),
});
