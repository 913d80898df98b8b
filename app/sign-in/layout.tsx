import { chooseLanguage } from "@/app/choose-language";
import { chosenLanguage } from "@/app/request-language";
import { LanguageChoice } from "@/components/frame/language-choice";

export default async function SignInLayout({ children }: LayoutProps<"/sign-in">) {
  return (
    <>
      {children}
      <header className="absolute top-4 right-4">
        <LanguageChoice language={await chosenLanguage()} choose={chooseLanguage} />
      </header>
    </>
  );
}
