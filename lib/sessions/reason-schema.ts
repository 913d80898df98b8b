import { z } from "zod";
import { isReasonCode, type Reason, type ReasonCode } from "./reason";

const codeSchema = z.custom<ReasonCode>((code) => typeof code === "string" && isReasonCode(code));

export const reasonSchema: z.ZodType<Reason> = z.lazy(() =>
  z.strictObject({
    code: codeSchema,
    values: z.record(z.string(), z.union([z.string(), z.number(), reasonSchema])),
  }),
);
