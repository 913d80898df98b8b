import type { Metadata } from "next";
import Link from "next/link";
import { SetUpForm } from "@/components/sign-in/set-up-form";
import { SignInForm } from "@/components/sign-in/sign-in-form";
import { WayInCard } from "@/components/sign-in/way-in-card";
import { setUpWords, signInWords } from "@/components/words";
import { isSetupLink } from "@/lib/auth/set-up";
import { createFirstAdministrator, enter } from "./actions";

export const metadata: Metadata = { title: signInWords.title };

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { setup } = await searchParams;
  if (typeof setup !== "string") {
    return (
      <WayInCard title={signInWords.title}>
        <SignInForm signIn={enter} />
      </WayInCard>
    );
  }
  if (await isSetupLink(setup)) {
    return (
      <WayInCard title={setUpWords.title} lead={setUpWords.lead}>
        <SetUpForm token={setup} setUp={createFirstAdministrator} />
      </WayInCard>
    );
  }
  return (
    <WayInCard title={setUpWords.usedTitle} lead={setUpWords.usedBody}>
      <Link href="/sign-in" className="font-medium text-accent underline">
        {setUpWords.toSignIn}
      </Link>
    </WayInCard>
  );
}
