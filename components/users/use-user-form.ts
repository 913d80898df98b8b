"use client";

import { useState } from "react";
import { useAsking } from "@/components/proof/use-asking";
import { useWords } from "@/components/words/use-words";
import type { Words } from "@/components/words/words";
import { type KnownUser, ownerRoleOf, type UserDraft, type UserSaved } from "@/lib/sessions/user";
import { refusalSentence } from "./refusal-sentence";
import { sayProblems } from "./say-problems";
import type { UserActions } from "./user-actions";

export type DraftProblems = Readonly<Partial<Record<keyof UserDraft, string>>>;

interface UserFormSettings {
  /** Null to add one. */
  readonly user: KnownUser | null;
  readonly save: UserActions["save"];
  readonly onDone: (said: string) => void;
}

export function useUserForm({ user, save, onDone }: UserFormSettings) {
  const words = useWords();
  const { userWords, userFormWords } = words;
  const [draft, setDraft] = useState(() => toDraft(user));
  const [problems, setProblems] = useState<DraftProblems>({});
  const { isRunning, problem, setProblem, run } = useAsking(userWords.lost);
  const login = user?.login ?? draft.login;

  function show(answer: UserSaved) {
    switch (answer.status) {
      case "done":
        return onDone(user ? userFormWords.changed(login) : userFormWords.added(login));
      case "problems":
        return setProblems(sayProblems(words, answer.problems));
      case "loginTaken":
        return setProblems({ login: userFormWords.loginTaken(login) });
      case "ownerUnfit":
        return setProblems({ ownerLogin: ownerProblem(words, draft) });
      case "owns":
        return setProblems({ role: userWords.owns(login, [...answer.logins, ...answer.domains]) });
      case "gone":
      case "lastAdministrator":
        return setProblem(refusalSentence(words, login, answer));
    }
  }

  return {
    draft,
    problems,
    problem,
    isRunning,
    change: (part: Partial<UserDraft>) => setDraft({ ...draft, ...part }),
    async submit() {
      if (isRunning) return;
      setProblems({});
      const hasOwner = ownerRoleOf(draft.role) !== null;
      const answer = await run(() => save(hasOwner ? draft : { ...draft, ownerLogin: "" }));
      if (answer) show(answer);
    },
  };
}

function toDraft(user: KnownUser | null): UserDraft {
  return {
    id: user?.id ?? null,
    login: user?.login ?? "",
    name: user?.name ?? "",
    email: user?.email ?? "",
    role: user?.role ?? "customer",
    ownerLogin: user?.ownerLogin ?? "",
    isViewer: user?.isViewer ?? false,
    password: "",
  };
}

function ownerProblem({ userFormWords }: Words, { role, ownerLogin }: UserDraft): string {
  const ownerRole = ownerRoleOf(role);
  return ownerRole === null ? "" : userFormWords.ownerUnfit(ownerLogin.trim(), ownerRole);
}
