import type { AuditFilter, AuditPlace } from "@/lib/sessions/audit-search";

export const auditPath = "/tools-settings/audit";

/** As in the address bar, so that a search can be sent to a colleague. */
export function toAuditHref(filter: AuditFilter, place: AuditPlace = { side: "newest" }): string {
  const query = toQuery(filter);
  if (place.side !== "newest") query.set(place.side, String(place.seq));
  return query.size > 0 ? `${auditPath}?${query}` : auditPath;
}

export function toDownloadHref(filter: AuditFilter, format: "csv" | "jsonl"): string {
  const query = toQuery(filter);
  query.set("format", format);
  return `${auditPath}/download?${query}`;
}

function toQuery(filter: AuditFilter): URLSearchParams {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(filter)) if (value) query.set(name, value);
  return query;
}
