import type { Operator } from "./operator";
import type { KnownServer } from "./server";
import { type SessionKind, sessionKinds } from "./session";
import { canAsk, isAlwaysEmpty } from "./sight";
import { takeKnownRoll } from "./take-roll";
import { countRoll, countServers, type ToolState, toPlainTool } from "./tool-state";
import type { WatchedSource } from "./watched-source";

interface ToolPorts {
  readonly sources: () => readonly WatchedSource[];
  /** Asked only for operators who see everything. */
  readonly listServers: (operator: Operator) => Promise<readonly KnownServer[]>;
  readonly countDomains: () => Promise<number>;
  readonly countUsers: () => Promise<number>;
}

/** The tools this operator has, with their counts as last known. */
export async function countTools(
  operator: Operator,
  { sources, listServers, countDomains, countUsers }: ToolPorts,
): Promise<readonly ToolState[]> {
  const count = async (kind: SessionKind) =>
    isAlwaysEmpty(operator, kind)
      ? toPlainTool(kind, 0)
      : countRoll(await takeKnownRoll(sources(), { kind, operator }));
  const kinds = sessionKinds.filter((kind) => canAsk(operator, kind));
  const counts = await Promise.all(kinds.map(count));
  if (operator.sees !== "everything") return counts;
  const servers = countServers(await listServers(operator));
  const domains = toPlainTool("domains", await countDomains());
  const users = toPlainTool("users", await countUsers());
  return [...counts, servers, domains, users, toPlainTool("audit"), toPlainTool("settings")];
}
