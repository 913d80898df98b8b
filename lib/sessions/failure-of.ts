import { reason } from "./reason";
import { reasonSchema } from "./reason-schema";
import { type Failure, failureCodes } from "./source-error";

/** Says why a source gave no answer. What no server can cause goes to `reportBug` as well. */
export function failureOf(
  error: unknown,
  timeoutMs: number,
  reportBug: (error: unknown) => void,
): Failure {
  const code = failureCodes.find((known) => known === propertyOf(error, "code"));
  const why = reasonSchema.safeParse(propertyOf(error, "reason"));
  if (code && why.success) {
    const printed = propertyOf(error, "printed");
    return {
      code,
      reason: why.data,
      ...(propertyOf(error, "isNobodyLeft") === true ? { isNobodyLeft: true } : {}),
      ...(typeof printed === "string" ? { printed } : {}),
    };
  }
  if (propertyOf(error, "name") === "TimeoutError") {
    return { code: "timed-out", reason: reason("noAnswerWithin", { seconds: timeoutMs / 1000 }) };
  }
  reportBug(error);
  return { code: "unreadable", reason: reason("failedHere") };
}

function propertyOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}
