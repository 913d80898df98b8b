import type { TerminalStatus } from "@/lib/sessions/session";
import type { TerminalAction } from "@/lib/sessions/session-action";
import { firstListenerId } from "./state-words";

interface NamedRow {
  readonly id: number;
  readonly name: string | null;
  readonly status: TerminalStatus;
}

export function isServiceRow({ id, name, status }: NamedRow): boolean {
  const isServices = name?.toLowerCase() === "services" || (id === 0 && name === null);
  return isServices || status === "listening" || id >= firstListenerId;
}

/**
 * What Windows can do with it. Without the time it began, it cannot be told from the same person's next
 * session with its id. 0 was the console's id until 2003; today it means "myself" too easily.
 */
export function actionsOfRow(
  row: NamedRow & { readonly user: string | null; readonly start: string | null },
): readonly TerminalAction[] {
  if (isServiceRow(row) || row.user === null || row.start === null || row.id === 0) return [];
  const canDisconnect = row.status !== "disconnected" && row.name?.toLowerCase() !== "console";
  const others = ["logOff", "reset", "sendMessage"] as const;
  return canDisconnect ? ["disconnect", ...others] : others;
}
