import { problemWords } from "./problem-words";
import { englishReasons, isReasonCode, type Reason, type ReasonCode, reason } from "./reason";

const codes = new Map<string, ReasonCode>(
  Object.keys(problemWords)
    .filter(isReasonCode)
    .map((code) => [englishReasons[code], code]),
);

/** Of the message of a schema: those of our own have a code, those of its library are quoted. */
export function toReason(message: string): Reason {
  const code = codes.get(message);
  return code ? { code, values: {} } : reason("unfit", { said: message });
}
