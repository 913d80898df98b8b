import type { Words } from "@/components/words/words";
import type { PanelSession } from "@/lib/sessions/session";
import { CutCell, IconWord } from "./cells";
import type { Column } from "./column";
import { findProxy } from "./find-proxy";
import { roleIcons } from "./panel-looks";
import { toSharedColumns, toUserColumn } from "./shared-columns";

export function toPanelColumns(words: Words): readonly Column<PanelSession>[] {
  const { columnWords, detailWords, roleWords, unknownWords } = words;
  const { address, logon, idle } = toSharedColumns(words);
  const whyBlank = () => unknownWords.notTold;
  return [
    {
      id: "type",
      widthRem: 12,
      title: columnWords.type,
      place: "status",
      sortBy: ({ session }) => roleWords[session.type],
      filter: { valueOf: ({ session }) => session.type, words: roleWords },
      cell: ({ session }) => (
        <IconWord icon={roleIcons[session.type]} word={roleWords[session.type]} />
      ),
      whyBlank,
    },
    toUserColumn(columnWords.login, whyBlank),
    {
      ...address,
      cell: (row, asOf) => (
        <span data-hint={toHint(words, row.session)}>{address.cell(row, asOf)}</span>
      ),
    },
    logon,
    idle,
    {
      id: "browser",
      title: detailWords.browser,
      place: "rest",
      widthRem: 16,
      isOptional: true,
      sortBy: ({ session }) => session.userAgent,
      cell: ({ session }) =>
        session.userAgent !== null && <CutCell text={session.userAgent} longest={40} />,
      whyBlank,
    },
  ];
}

function toHint({ detailWords }: Words, session: PanelSession): string | undefined {
  const proxy = findProxy(session);
  return proxy === null ? undefined : detailWords.through(proxy);
}
