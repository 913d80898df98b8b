import { z } from "zod";
import { messageSchema } from "@/lib/sessions/message";
import { sessionRefSchema } from "@/lib/sessions/session-ref";

const refs = z.array(sessionRefSchema).min(1).max(1000);

export const actInput = z.strictObject({
  refs,
  reason: z.string().trim().min(1).max(500).nullable(),
});

export const messageInput = z.strictObject({ refs, message: messageSchema });
