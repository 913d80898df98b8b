import { isDeepStrictEqual } from "node:util";
import type { z } from "zod";
import { reason } from "@/lib/sessions/reason";
import type { SessionProvider } from "@/lib/sessions/session-provider";
import { toReason } from "@/lib/sessions/to-reason";
import type { Problem } from "./config-error";
import type { LooseConfig } from "./config-schema";
import type { YamlFile } from "./yaml-file";

/** What the schema of the file cannot know: names given twice, and the settings of each provider. */
export function findProblems(
  { servers }: LooseConfig,
  providers: readonly SessionProvider[],
  file: YamlFile,
): readonly Problem[] {
  return servers.flatMap((server, index) => {
    if (!server) return [];
    const { name, sources } = server;
    const isSecond = name !== null && servers.findIndex((other) => other?.name === name) < index;
    return [
      ...(isSecond
        ? [file.problem(["servers", index, "name"], reason("nameTwice", { name }))]
        : []),
      ...sources.flatMap((source, sourceIndex) => {
        if (!source) return [];
        const where = ["servers", index, "sources", sourceIndex];
        if (isNamedBefore(sources, sourceIndex)) {
          return [file.problem(where, reason("sourceTwice", { name: source.provider }))];
        }
        return findInSource(source, where);
      }),
    ];
  });

  function findInSource(
    { provider: name, ...settings }: { readonly provider: string },
    where: readonly PropertyKey[],
  ): readonly Problem[] {
    const provider = providers.find((known) => known.name === name);
    if (!provider) {
      const names = providers.map((known) => known.name).join(", ");
      return [file.problem([...where, "provider"], reason("noProviderOf", { name, names }))];
    }
    const checked = provider.settingsSchema.safeParse(settings);
    return checked.success ? [] : toProblems(checked.error, where, file);
  }
}

/** Whether the same source stands there before: people would be listed twice. */
export function isNamedBefore(sources: readonly unknown[], index: number): boolean {
  const own = sources[index];
  return sources.slice(0, index).some((other) => isDeepStrictEqual(other, own));
}

export function toProblems(
  error: z.ZodError,
  where: readonly PropertyKey[],
  file: YamlFile,
): readonly Problem[] {
  return error.issues.flatMap((issue) => {
    const path = [...where, ...issue.path];
    if (issue.code !== "unrecognized_keys") return [file.problem(path, toReason(issue.message))];
    return issue.keys.map((key) => file.problem([...path, key], reason("keyNotKnown")));
  });
}
