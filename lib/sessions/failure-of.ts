import { type Failure, failureCodes } from "./source-error";

/** Says why a source gave no answer. What no server can cause goes to `reportBug` as well. */
export function failureOf(
  error: unknown,
  timeoutMs: number,
  reportBug: (error: unknown) => void,
): Failure {
  const code = failureCodes.find((known) => known === propertyOf(error, "code"));
  const reason = propertyOf(error, "reason");
  if (code && typeof reason === "string") {
    const printed = propertyOf(error, "printed");
    return {
      code,
      reason,
      ...(propertyOf(error, "isNobodyLeft") === true ? { isNobodyLeft: true } : {}),
      ...(typeof printed === "string" ? { printed } : {}),
    };
  }
  if (propertyOf(error, "name") === "TimeoutError") {
    return { code: "timed-out", reason: `no answer within ${timeoutMs / 1000} s` };
  }
  reportBug(error);
  return { code: "unreadable", reason: "Rollcall itself failed on the answer; see its log" };
}

function propertyOf(value: unknown, key: string): unknown {
  return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}
