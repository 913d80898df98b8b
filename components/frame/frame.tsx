"use client";

import { Menu } from "lucide-react";
import { usePathname } from "next/navigation";
import { type ReactNode, useId, useState } from "react";
import { FocusKeeper } from "@/components/ui/focus-keeper";
import { HintLayer } from "@/components/ui/hint-layer";
import { Modal } from "@/components/ui/modal";
import { useWords } from "@/components/words/use-words";
import { Brand } from "./brand";
import { SideBar, type SideBarProps } from "./side-bar";

interface FrameProps extends SideBarProps {
  readonly children: ReactNode;
}

export function Frame({ children, ...sideBar }: FrameProps) {
  const { frameWords } = useWords();
  return (
    <div className="flex min-h-dvh side:h-dvh max-side:flex-col">
      <a
        href="#content"
        className="sr-only z-20 rounded-lg bg-card px-3 py-2 shadow-lift focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
      >
        {frameWords.skipToContent}
      </a>
      <aside className="hidden w-60 shrink-0 border-line border-r bg-side side:block">
        <SideBar {...sideBar} />
      </aside>
      <TopBar {...sideBar} />
      <main id="content" tabIndex={-1} className="min-w-0 flex-1 outline-none side:overflow-y-auto">
        {children}
      </main>
      <HintLayer />
      <FocusKeeper />
    </div>
  );
}

function TopBar(sideBar: SideBarProps) {
  const { frameWords } = useWords();
  const path = usePathname();
  const [openedAt, setOpenedAt] = useState<string | null>(null);
  const titleId = useId();
  return (
    <header className="flex items-center gap-2 border-line border-b bg-side px-3 py-2 side:hidden">
      <button
        type="button"
        aria-label={frameWords.openMenu}
        onClick={() => setOpenedAt(path)}
        className="grid size-9 place-items-center rounded-lg text-muted hover:bg-hover hover:text-text"
      >
        <Menu aria-hidden="true" className="size-5" />
      </button>
      <Brand />
      {/* A click on a link changes the path, and that closes the sheet. */}
      {openedAt === path && (
        <Modal titleId={titleId} shape="sheet" onClose={() => setOpenedAt(null)}>
          <h2 id={titleId} className="sr-only">
            {frameWords.navigation}
          </h2>
          <SideBar {...sideBar} />
        </Modal>
      )}
    </header>
  );
}
