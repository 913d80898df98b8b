interface FormatOptions {
  /** Of numbers, lists and plural forms. */
  readonly locale: string;
  /** Stands for the rest of a list that is too long. */
  readonly more: (count: string) => string;
  readonly units: Record<"seconds" | "minutes" | "hours" | "days", string>;
}

const byteUnits = ["B", "KB", "MB", "GB", "TB", "PB"] as const;

/** How one language writes numbers, amounts and times. */
export function createFormats({ locale, more, units }: FormatOptions) {
  const whole = new Intl.NumberFormat(locale);
  const precise = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const round = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const plain = new Intl.NumberFormat(locale, { useGrouping: false });
  const list = new Intl.ListFormat(locale, { type: "conjunction" });
  const rules = new Intl.PluralRules(locale);
  const formatCount = (count: number): string => whole.format(count);
  /** The form of a word that goes with a number: "ends", "end". */
  const formFor = (count: number, one: string, other: string): string =>
    rules.select(count) === "one" ? one : other;
  return {
    formatCount,
    formFor,

    /** "2222", "0.5": for ports, ids and seconds, which are written without separators. */
    formatPlain: (value: number): string => plain.format(value),

    /** "1 session", "1,204 sessions". */
    countOf: (count: number, one: string, other: string): string =>
      `${formatCount(count)} ${formFor(count, one, other)}`,

    /** "web01", "web01 and web02", "web01, web02 and 3 more". */
    listNames(names: readonly string[]): string {
      const others = names.length - 2;
      return list.format(others > 0 ? [...names.slice(0, 2), more(formatCount(others))] : names);
    },

    /** Decimal units, as disks and networks are sold: "812 KB", "3.4 MB". */
    formatBytes(bytes: number): string {
      let value = bytes;
      let step = 0;
      // 999.5 would be rounded to "1,000 KB".
      while (value >= 999.5 && step < byteUnits.length - 1) {
        value /= 1000;
        step += 1;
      }
      const number = step > 0 && value < 9.95 ? precise : round;
      return `${number.format(value)} ${byteUnits[step]}`;
    },

    ...createTimes({ locale, units }),
  };
}

function createTimes({ locale, units }: Pick<FormatOptions, "locale" | "units">) {
  const whole = new Intl.NumberFormat(locale);
  const precise = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const clock = new Intl.DateTimeFormat(locale, { timeStyle: "medium", hourCycle: "h23" });
  return {
    /** "12 ms", "1.4 s". */
    formatMilliseconds: (milliseconds: number): string =>
      milliseconds < 999.5
        ? `${Math.max(1, Math.round(milliseconds))} ms`
        : `${precise.format(milliseconds / 1000)} ${units.seconds}`,

    /** "48 s", "12 min", "2 h 10 min", "3 d": short enough for a cell, the exact time is one hover away. */
    formatElapsed(elapsedSeconds: number): string {
      const seconds = Math.max(0, Math.floor(elapsedSeconds));
      if (seconds < 60) return `${seconds} ${units.seconds}`;
      const minutes = Math.floor(seconds / 60);
      if (minutes < 60) return `${minutes} ${units.minutes}`;
      const hours = Math.floor(minutes / 60);
      if (hours >= 24) return `${whole.format(Math.floor(hours / 24))} ${units.days}`;
      const rest = minutes % 60 === 0 ? "" : ` ${minutes % 60} ${units.minutes}`;
      return `${hours} ${units.hours}${rest}`;
    },

    /** "14:03:20", of today. */
    formatTimeOfDay: (time: Date): string => clock.format(time),

    /** To the second and with its zone, in the reader's own: not for what is rendered on the server. */
    formatExact: (time: Date): string =>
      formatHere(locale, time, { dateStyle: "medium", timeStyle: "long" }),

    /** "14:03", in the reader's own zone: not for what is rendered on the server. */
    formatClock: (time: Date): string => formatHere(locale, time, { timeStyle: "short" }),
  };
}

/** As the browser's region writes it, where it speaks the language. */
function formatHere(locale: string, time: Date, style: Intl.DateTimeFormatOptions): string {
  const regions = navigator.languages.filter((tag) => tag.slice(0, 2) === locale.slice(0, 2));
  return new Intl.DateTimeFormat([...regions, locale], style).format(time);
}
