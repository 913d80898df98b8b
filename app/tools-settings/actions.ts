"use server";

import { redirect } from "next/navigation";
import { keepChoice } from "@/app/keep-choice";
import { themeCookie, themeSchema } from "@/components/frame/theme";
import { openAction } from "@/lib/auth/open-action";
import { panelAction } from "@/lib/auth/panel-action";
import { signOut } from "@/lib/auth/sign-in";
import { lookAtOverview } from "./look-at-overview";
import { lookAction } from "./page-actions";

export const chooseTheme = panelAction({ may: "see", input: themeSchema }, (theme) =>
  keepChoice(themeCookie, theme),
);

export const look = lookAction(lookAtOverview);

/** Needs no one signed in: signing out twice is no mistake. */
export const leave = openAction(async () => {
  await signOut();
  redirect("/sign-in");
});
