import type { Metadata } from "next";
import { requestWords } from "@/app/request-language";
import { MySessionsScreen } from "@/components/my-sessions/my-sessions-screen";
import { requireOperator } from "@/lib/auth/require-operator";
import { end, look } from "./actions";
import { lookAtMySessions } from "./look-at-my-sessions";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await requestWords()).mySessionWords.title };
}

export default async function MySessionsPage() {
  const operator = await requireOperator();
  return <MySessionsScreen first={await lookAtMySessions(operator)} look={look} end={end} />;
}
