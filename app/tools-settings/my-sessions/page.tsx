import type { Metadata } from "next";
import { mySessionWords } from "@/components/my-sessions/my-session-words";
import { MySessionsScreen } from "@/components/my-sessions/my-sessions-screen";
import { requireOperator } from "@/lib/auth/require-operator";
import { end, look } from "./actions";
import { lookAtMySessions } from "./look-at-my-sessions";

export const metadata: Metadata = { title: mySessionWords.title };

export default async function MySessionsPage() {
  const operator = await requireOperator();
  return <MySessionsScreen first={await lookAtMySessions(operator)} look={look} end={end} />;
}
