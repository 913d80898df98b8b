import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { words } from "@/components/words";

export function Crumbs() {
  return (
    <nav
      aria-label={words.breadcrumb}
      className="flex items-center gap-1 text-[0.8125rem] text-muted"
    >
      <Link href="/tools-settings" className="rounded hover:text-text hover:underline">
        {words.toolsAndSettings}
      </Link>
      <ChevronRight aria-hidden="true" className="size-3.5" />
    </nav>
  );
}
