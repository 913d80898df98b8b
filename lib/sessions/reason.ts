import { problemWords } from "./problem-words";
import { reasonWords } from "./reason-words";
import { storeWords } from "./store-words";

/** Every reason there is, in English: for the log, the console, the API and the record of what was done. */
export const englishReasons = { ...reasonWords, ...storeWords, ...problemWords };

type English = typeof englishReasons;
export type ReasonCode = keyof English;
/** One sentence for each reason, in one language, with the same values in it. */
type ReasonWords = Readonly<Record<ReasonCode, string>>;
type ReasonValue = string | number | Reason;

/**
 * Why something failed or will not do: which sentence says it, and the values in it. Made where it is
 * seen, put into words where it is shown. Texts among the values are quoted, never translated.
 */
export interface Reason {
  readonly code: ReasonCode;
  readonly values: Readonly<Record<string, ReasonValue>>;
}

export function isReasonCode(text: string): text is ReasonCode {
  return Object.hasOwn(englishReasons, text);
}

type NamesIn<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | NamesIn<Rest>
  : never;
type Values<Code extends ReasonCode> = [NamesIn<English[Code]>] extends [never]
  ? [none?: undefined]
  : [values: Readonly<Record<NamesIn<English[Code]>, ReasonValue>>];

export function reason<Code extends ReasonCode>(code: Code, ...[values]: Values<Code>): Reason {
  return { code, values: values ?? {} };
}

/** In the words of a server, a program or a system. */
export function quoted(text: string): Reason {
  return reason("said", { text });
}

export function sayReason(
  { code, values }: Reason,
  words: ReasonWords,
  showNumber: (value: number) => string = String,
): string {
  // A page that was opened before an update may hear of a reason that came with it.
  const text = isReasonCode(code) ? words[code] : code;
  return text.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const value = values[name] ?? "";
    if (typeof value === "object") return sayReason(value, words, showNumber);
    return typeof value === "number" ? showNumber(value) : value;
  });
}

export function inEnglish(why: Reason): string {
  return sayReason(why, englishReasons);
}
