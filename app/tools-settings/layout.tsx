import { cookies } from "next/headers";
import { chooseLanguage } from "@/app/choose-language";
import { chosenLanguage } from "@/app/request-language";
import { Frame } from "@/components/frame/frame";
import { themeCookie, toTheme } from "@/components/frame/theme";
import { LiveProvider } from "@/components/live/live-provider";
import { ProofProvider } from "@/components/proof/proof-provider";
import { ToolsProvider } from "@/components/tools/tools-provider";
import { requireOperator } from "@/lib/auth/require-operator";
import { chooseTheme, leave } from "./actions";
import { lookAtTools } from "./look-at-tools";
import { askPasskey, prove } from "./proof-actions";

export default async function ToolsSettingsLayout({ children }: LayoutProps<"/tools-settings">) {
  const { displayName, role, ...operator } = await requireOperator();
  const theme = toTheme((await cookies()).get(themeCookie)?.value);
  return (
    <ToolsProvider first={await lookAtTools(operator)}>
      <LiveProvider signInHref="/sign-in">
        <Frame
          operator={{ displayName, role, mayAct: operator.mayAct }}
          theme={theme}
          chooseTheme={chooseTheme}
          language={await chosenLanguage()}
          choose={chooseLanguage}
          signOut={leave}
        >
          <ProofProvider prove={prove} askPasskey={askPasskey}>
            {children}
          </ProofProvider>
        </Frame>
      </LiveProvider>
    </ToolsProvider>
  );
}
