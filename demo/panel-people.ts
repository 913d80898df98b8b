import type { DemoLogin } from "@/lib/sessions/demo-login";

export interface PanelPerson extends DemoLogin {
  readonly name: string;
  /** Login of the reseller that a customer belongs to. */
  readonly owner: string;
  /** What this person owns of the websites in `ftpAccounts`. */
  readonly domains: readonly string[];
  /** Where and with what they are signed in already. */
  readonly visits: readonly PanelVisit[];
}

interface PanelVisit {
  readonly address: string;
  readonly userAgent: string;
  readonly minutesAgo: number;
  /** Goes on working; else the session grows idle until it is over. */
  readonly isBusy: boolean;
}

const agents = {
  firefox: "Mozilla/5.0 (X11; Linux x86_64; rv:146.0) Gecko/20100101 Firefox/146.0",
  chrome:
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/143.0.0.0 Safari/537.36",
  iPhone:
    "Mozilla/5.0 (iPhone; CPU iPhone OS 19_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.1 Mobile/15E148 Safari/604.1",
} as const;

const nothing = { owner: "", domains: [], isViewer: false } as const;

/** The passwords stand on the sign-in page of the demo: it listens on this machine alone. */
export const panelPeople: readonly PanelPerson[] = [
  {
    ...nothing,
    login: "admin",
    name: "Robin Keller",
    password: "blue lantern garden",
    role: "server-administrator",
    visits: [visit("203.0.113.20", "firefox", 95, true)],
  },
  {
    ...nothing,
    login: "southbank",
    name: "Southbank Hosting",
    password: "seven paper boats",
    role: "reseller",
    domains: ["alps.example", "roth.example"],
    visits: [visit("198.51.100.41", "chrome", 34, true)],
  },
  {
    ...nothing,
    login: "quay-books",
    name: "Quay Books",
    password: "quiet river station",
    role: "customer",
    owner: "southbank",
    domains: ["quay.example", "kiwi.example"],
    visits: [
      visit("2001:db8:2a::17", "iPhone", 12, false),
      visit("198.51.100.77", "chrome", 51, true),
    ],
  },
  {
    ...nothing,
    login: "night-shift",
    name: "Night shift",
    password: "green window morning",
    role: "server-administrator",
    isViewer: true,
    visits: [visit("203.0.113.118", "firefox", 8, false)],
  },
];

function visit(
  address: string,
  agent: keyof typeof agents,
  minutesAgo: number,
  isBusy: boolean,
): PanelVisit {
  return { address, userAgent: agents[agent], minutesAgo, isBusy };
}
