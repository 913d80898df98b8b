"use client";

import { LayoutGrid, LogOut, type LucideIcon, MonitorSmartphone, UserRoundCog } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { showControls } from "@/components/format/show-controls";
import { toolLooks } from "@/components/tools/tool-looks";
import { toolTrouble } from "@/components/tools/tool-trouble";
import { useTools } from "@/components/tools/tools-provider";
import { useWords } from "@/components/words/use-words";
import type { Words } from "@/components/words/words";
import type { Role } from "@/lib/sessions/session";
import { isUncounted, type ToolState } from "@/lib/sessions/tool-state";
import { Brand } from "./brand";
import { LanguageChoice, type LanguageChoiceProps } from "./language-choice";
import type { Theme } from "./theme";
import { ThemeSwitch } from "./theme-switch";

export interface SideBarProps extends LanguageChoiceProps {
  readonly operator: {
    readonly displayName: string;
    readonly role: Role;
    readonly mayAct: boolean;
  };
  readonly theme: Theme;
  readonly chooseTheme: (theme: Theme) => Promise<void>;
  readonly signOut: () => Promise<void>;
}

export function SideBar({ operator, theme, chooseTheme, signOut, ...language }: SideBarProps) {
  return (
    <div className="flex h-full flex-col gap-5 overflow-y-auto p-3">
      <Link href="/tools-settings" className="self-start rounded-lg px-2 py-2">
        <Brand />
      </Link>
      <Navigation />
      <div className="mt-auto grid gap-3">
        <ThemeSwitch theme={theme} choose={chooseTheme} />
        <LanguageChoice {...language} />
        <OwnPages />
        <SignedIn operator={operator} signOut={signOut} />
      </div>
    </div>
  );
}

function Navigation() {
  const { frameWords, toolWords } = useWords();
  const { tools } = useTools();
  const path = usePathname();
  return (
    <nav aria-label={frameWords.navigation}>
      <ul className="grid gap-0.5">
        <li className="pb-1">
          <SideLink href="/tools-settings" icon={LayoutGrid} path={path}>
            <span className="font-medium">{frameWords.toolsAndSettings}</span>
          </SideLink>
        </li>
        {tools.map((tool) => (
          <li key={tool.kind}>
            <SideLink {...toolLooks[tool.kind]} path={path}>
              {toolWords[tool.kind].short} <ToolBadge tool={tool} />
            </SideLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

interface SideLinkProps {
  readonly href: string;
  readonly icon: LucideIcon;
  readonly path: string;
  readonly children: React.ReactNode;
}

function SideLink({ href, icon: Icon, path, children }: SideLinkProps) {
  return (
    <Link
      href={href}
      aria-current={path === href ? "page" : undefined}
      className="flex h-9 items-center gap-2 whitespace-nowrap rounded-lg px-2.5 text-[0.8125rem] text-muted transition-colors duration-100 hover:bg-hover hover:text-text aria-[current]:bg-accent-wash aria-[current]:font-medium aria-[current]:text-accent"
    >
      <Icon aria-hidden="true" className="size-4 shrink-0" />
      {children}
    </Link>
  );
}

function ToolBadge({ tool }: { readonly tool: ToolState }) {
  const words = useWords();
  if (isUncounted(tool)) return null;
  const trouble = toolTrouble(words, tool);
  const count = tool.count === null ? "?" : words.formats.formatCount(tool.count);
  if (!trouble) {
    return tool.sourceCount !== 0 && <span className="ml-auto">{count}</span>;
  }
  return (
    <span
      data-hint={trouble}
      className="ml-auto min-w-5 rounded-full bg-stale-wash px-1.5 text-center font-medium text-stale-word text-xs leading-5"
    >
      {count}
      <span className="sr-only">. {trouble}</span>
    </span>
  );
}

const ownPages = [
  {
    href: "/tools-settings/my-sessions",
    icon: MonitorSmartphone,
    toTitle: ({ mySessionWords }: Words) => mySessionWords.title,
  },
  {
    href: "/tools-settings/my-account",
    icon: UserRoundCog,
    toTitle: ({ accountWords }: Words) => accountWords.title,
  },
] as const;

/** Everybody's, whatever the role. */
function OwnPages() {
  const words = useWords();
  const path = usePathname();
  return (
    <nav aria-label={words.frameWords.ownPages}>
      <ul className="grid gap-0.5">
        {ownPages.map(({ href, icon, toTitle }) => (
          <li key={href}>
            <SideLink href={href} icon={icon} path={path}>
              {toTitle(words)}
            </SideLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function SignedIn({ operator, signOut }: Pick<SideBarProps, "operator" | "signOut">) {
  const { frameWords, roleWords } = useWords();
  const { displayName, role, mayAct } = operator;
  return (
    <div className="flex items-center gap-2 border-line border-t px-1 pt-3">
      <span
        aria-hidden="true"
        className="grid size-7 shrink-0 place-items-center rounded-full bg-accent-wash font-semibold text-[0.6875rem] text-accent uppercase"
      >
        {toInitials(displayName)}
      </span>
      <span className="grid min-w-0 flex-1 leading-tight">
        <span className="sr-only">{frameWords.signedInAs}</span>
        <bdi className="truncate font-medium text-[0.8125rem]">{showControls(displayName)}</bdi>
        <span className="text-[0.6875rem] text-muted">
          {mayAct ? roleWords[role] : frameWords.viewerOf(roleWords[role])}
        </span>
      </span>
      <form action={signOut}>
        <button
          type="submit"
          aria-label={frameWords.signOut}
          data-hint={frameWords.signOut}
          className="grid size-8 place-items-center rounded-lg text-muted transition-colors duration-100 hover:bg-hover hover:text-text"
        >
          <LogOut aria-hidden="true" className="size-4" />
        </button>
      </form>
    </div>
  );
}

/** Letters and digits only: a name may begin with one that turns the others around. */
function toInitials(name: string): string {
  return (name.match(/[\p{L}\p{N}]/gu) ?? []).slice(0, 2).join("");
}
