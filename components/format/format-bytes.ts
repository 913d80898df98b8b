const units = ["B", "KB", "MB", "GB", "TB", "PB"] as const;

const precise = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
const round = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

/** Decimal units, as disks and networks are sold: "812 KB", "3.4 MB". */
export function formatBytes(bytes: number): string {
  let value = bytes;
  let step = 0;
  // 999.5 would be rounded to "1,000 KB".
  while (value >= 999.5 && step < units.length - 1) {
    value /= 1000;
    step += 1;
  }
  const number = step > 0 && value < 9.95 ? precise : round;
  return `${number.format(value)} ${units[step]}`;
}
