"use client";

import { buttonClasses } from "@/components/ui/button";
import { useWords } from "@/components/words/use-words";

interface OpenIdLinkProps {
  readonly title: string;
  readonly address: string;
}

/** Another way in. A plain link, which nothing follows before a person does. */
export function OpenIdLink({ title, address }: OpenIdLinkProps) {
  const { openIdWords } = useWords();
  return (
    <>
      <p className="flex items-center gap-3 text-muted text-xs before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {openIdWords.or}
      </p>
      <a href={address} className={buttonClasses("plain")}>
        <span className="truncate">{title}</span>
      </a>
    </>
  );
}
