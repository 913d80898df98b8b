import type { Words } from "@/components/words/words";
import { firstStartNames, rollcallItself } from "@/lib/sessions/record";

/** A login as it is; who is no person, in words. No login holds a space. */
export function actorName({ auditActorWords: words }: Words, recorded: string): string {
  if (recorded === rollcallItself.name) return words.itself;
  if (recorded === firstStartNames.environment) return words.environment;
  if (recorded === firstStartNames.setUpLink) return words.setUpLink;
  const [, kind, name] = /^(token|console) (.+)$/s.exec(recorded) ?? [];
  if (name === undefined) return recorded;
  return kind === "token" ? words.token(name) : words.console(name);
}
