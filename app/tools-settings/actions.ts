"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { themeCookie, themeSchema } from "@/components/frame/theme";
import { openAction } from "@/lib/auth/open-action";
import { panelAction } from "@/lib/auth/panel-action";
import { signOut } from "@/lib/auth/sign-in";
import { lookAtOverview } from "./look-at-overview";
import { lookAction } from "./page-actions";

const oneYearSeconds = 365 * 86_400;

export const chooseTheme = panelAction({ may: "see", input: themeSchema }, async (theme) => {
  const jar = await cookies();
  jar.set(themeCookie, theme, { maxAge: oneYearSeconds, sameSite: "lax", httpOnly: true });
});

export const look = lookAction(lookAtOverview);

/** Needs no one signed in: signing out twice is no mistake. */
export const leave = openAction(async () => {
  await signOut();
  redirect("/sign-in");
});
