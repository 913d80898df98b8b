import { sourceTitle } from "@/components/sessions/source-title";
import type { Words } from "@/components/words/words";
import type { FoundSource } from "@/lib/sessions/server";

/** A source that can be switched on. */
export interface OfferedSource {
  readonly provider: string;
  readonly title: string;
  readonly settings: Readonly<Record<string, unknown>>;
  readonly isOn: boolean;
  readonly origin: "saved" | "found" | "byHand";
  /** As it was found just now; null where it was not, or was not looked for. */
  readonly found: FoundSource | null;
}

/** Offers what was found. What was chosen before stays chosen, found or not. */
export function offerFound(
  sources: readonly OfferedSource[],
  found: readonly FoundSource[],
): readonly OfferedSource[] {
  const matched = new Set<OfferedSource>();
  const offered = found.map((each): OfferedSource => {
    const before = findSame(sources, each, found);
    if (before) matched.add(before);
    const { provider, title, settings } = each;
    const isOn = each.failure === null || found.length === 1;
    return before
      ? { ...before, found: each }
      : { provider, title, settings, isOn, origin: "found", found: each };
  });
  const left = sources
    .filter((source) => source.origin !== "found" && !matched.has(source))
    .map((source) => ({ ...source, found: null }));
  return [...offered, ...left];
}

/** One without settings stands for the only one of its kind. */
function findSame(
  sources: readonly OfferedSource[],
  { provider, settings }: FoundSource,
  found: readonly FoundSource[],
): OfferedSource | undefined {
  const candidates = sources.filter((source) => source.provider === provider);
  const wanted = keyOf(settings);
  const same = candidates.find((source) => keyOf(source.settings) === wanted);
  if (same) return same;
  const isOnly = found.filter((each) => each.provider === provider).length === 1;
  return isOnly ? candidates.find((source) => keyOf(source.settings) === keyOf({})) : undefined;
}

function keyOf(settings: OfferedSource["settings"]): string {
  return JSON.stringify(
    Object.entries(settings).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
}

export function sourceKey({ provider, settings }: Pick<OfferedSource, "provider" | "settings">) {
  return `${provider} ${keyOf(settings)}`;
}

/** Unchanged where the same source is offered already. */
export function addByHand(
  words: Words,
  sources: readonly OfferedSource[],
  provider: string,
): readonly OfferedSource[] {
  const source: OfferedSource = {
    provider,
    title: sourceTitle(words, provider),
    settings: {},
    isOn: true,
    origin: "byHand",
    found: null,
  };
  const isThere = sources.some((each) => sourceKey(each) === sourceKey(source));
  return isThere ? sources : [...sources, source];
}
