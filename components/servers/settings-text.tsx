/** What sets a source apart from others of its kind: "scoreboard /run/proftpd.scoreboard". */
export function SettingsText({
  settings,
}: {
  readonly settings: Readonly<Record<string, unknown>>;
}) {
  const told = Object.entries(settings).map(([name, value]) => `${name} ${String(value)}`);
  if (told.length === 0) return null;
  return (
    <bdi className="wrap-anywhere block font-mono text-muted-word text-xs">{told.join(", ")}</bdi>
  );
}
