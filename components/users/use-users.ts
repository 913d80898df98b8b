"use client";

import { useRef, useState } from "react";
import { useLook } from "@/components/ui/use-look";
import type { LookAtUsers, UsersAnswer } from "./user-actions";

/** A person types faster than this. */
const typingMs = 200;
const longestSearch = 200;

interface UsersSettings {
  readonly first: UsersAnswer;
  readonly look: LookAtUsers;
  readonly isPaused: boolean;
}

/** Those whom the search finds, kept up with. What was asked for before the search changed is not shown. */
export function useUsers({ first, look, isPaused }: UsersSettings) {
  const [search, setSearch] = useState("");
  const [answer, setAnswer] = useState(first);
  const newest = useRef(search);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const lookNow = async () => {
    const asked = newest.current;
    return { asked, answer: await look({ search: asked }) };
  };
  const { lookOnce } = useLook({
    look: lookNow,
    isPaused,
    onAnswer: (found) => found.asked === newest.current && setAnswer(found.answer),
  });

  return {
    answer,
    search,
    setSearch(typed: string) {
      newest.current = typed.slice(0, longestSearch);
      setSearch(newest.current);
      clearTimeout(timer.current);
      timer.current = setTimeout(() => void lookOnce(lookNow), typingMs);
    },
    lookAgain: () => lookOnce(lookNow),
  };
}
