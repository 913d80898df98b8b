import {
  ClientSideRowModelApiModule,
  ClientSideRowModelModule,
  type ColDef,
  createGrid,
  type GridApi,
  type GridOptions,
  type ICellRendererComp,
  type ICellRendererParams,
  ModuleRegistry,
  RowSelectionModule,
  themeQuartz,
} from "ag-grid-community";
import { renderToStaticMarkup } from "react-dom/server.browser";
import { cutMiddle } from "@/components/format/cut-middle";
import { cutPath } from "@/components/format/cut-path";
import { secondsBetween } from "@/components/format/seconds-between";
import { IconWord } from "@/components/sessions/cells";
import { toFtpColumns } from "@/components/sessions/ftp-columns";
import { ftpStatusLooks, ftpTypeIcons } from "@/components/sessions/ftp-looks";
import { toServerColumn } from "@/components/sessions/shared-columns";
import { ProgressBar } from "@/components/ui/progress-bar";
import { english } from "@/components/words/en";
import { type FtpSession, ftpAccountTypes, ftpStatuses } from "@/lib/sessions/session";
import { toldAt } from "@/tests/support/shown-rows";
import { changedPlaces, changedSession, toGridSession } from "./grid-rows";
import type { Grid } from "./grid-side";

/** Text as it stands in the cell, so that the grid has nothing to format. */
interface AgRow {
  readonly key: string;
  readonly type: string;
  readonly status: string;
  readonly user: string;
  readonly domain: string;
  readonly location: string;
  readonly file: string;
  readonly speed: string;
  readonly progress: number | string;
  readonly address: string;
  readonly logon: string;
  readonly idle: string;
  readonly server: string;
}

const { formats, ftpStatusWords, ftpTypeWords } = english;

const longest = 14;

function toAgRow(session: FtpSession): AgRow {
  const { ref, user, domain, location, fileName, bytesPerSecond, bytesTransferred } = session;
  const since = session.startedAt ?? new Date(toldAt);
  return {
    key: `${ref.sourceId} ${ref.id}`,
    type: session.type ?? "",
    status: session.status,
    user: cutMiddle(user ?? "", longest),
    domain: cutMiddle(domain ?? "", longest),
    location: cutPath(location ?? "", longest),
    file: cutPath(fileName ?? "", longest),
    speed: bytesPerSecond === null ? "" : `${formats.formatBytes(bytesPerSecond)}/s`,
    progress:
      session.progressPercent ?? (bytesTransferred ? formats.formatBytes(bytesTransferred) : ""),
    address: session.remoteAddress ?? "",
    logon: formats.formatElapsed(secondsBetween(since, new Date(toldAt))),
    idle: session.idleSeconds === null ? "" : formats.formatElapsed(session.idleSeconds),
    server: ref.sourceId.split("/", 1).join(),
  };
}

/** Written before anything is measured. */
const typeMarkup = new Map<string, string>(
  ftpAccountTypes.map((type) => [
    type,
    renderToStaticMarkup(<IconWord icon={ftpTypeIcons[type]} word={ftpTypeWords[type]} isBrief />),
  ]),
);
const statusMarkup = new Map<string, string>(
  ftpStatuses.map((status) => [
    status,
    renderToStaticMarkup(<IconWord {...ftpStatusLooks[status]} word={ftpStatusWords[status]} />),
  ]),
);
const progressMarkup = Array.from({ length: 101 }, (_, percent) =>
  renderToStaticMarkup(<ProgressBar percent={percent} />),
);

type CellParams<Value> = ICellRendererParams<AgRow, Value>;

/** Draws itself anew where it is, which the grid's manual calls the fast way. */
class ProgressCell implements ICellRendererComp<AgRow> {
  private readonly cell = document.createElement("span");

  init(params: CellParams<AgRow["progress"]>): void {
    this.refresh(params);
  }

  getGui(): HTMLElement {
    return this.cell;
  }

  refresh({ value }: CellParams<AgRow["progress"]>): boolean {
    if (typeof value === "number") this.cell.innerHTML = progressMarkup[value] ?? "";
    else this.cell.textContent = value ?? "";
    return true;
  }
}

const renderers: Partial<Record<string, ColDef<AgRow>["cellRenderer"]>> = {
  type: ({ value }: CellParams<string>) => typeMarkup.get(value ?? "") ?? "",
  status: ({ value }: CellParams<string>) => statusMarkup.get(value ?? "") ?? "",
  progress: ProgressCell,
};

const columnDefs = [
  ...toFtpColumns(english).filter(({ isOptional }) => !isOptional),
  toServerColumn(english),
].map(
  ({ id, title, widthRem, isNumber }): ColDef<AgRow> => ({
    colId: id,
    headerName: title,
    flex: widthRem,
    cellDataType: false,
    valueGetter: ({ data }) => data && Reflect.get(data, id),
    ...(isNumber ? { type: "rightAligned" } : {}),
    ...(renderers[id] ? { cellRenderer: renderers[id] } : {}),
  }),
);

/** The modules that its manual names for what is used here. */
ModuleRegistry.registerModules([
  ClientSideRowModelModule,
  ClientSideRowModelApiModule,
  RowSelectionModule,
]);

/** The font of the page, so that no other has to be found. */
const theme = themeQuartz.withParams({ fontFamily: "inherit", fontSize: 13 });

export function openAg(stage: HTMLElement, count: number): Grid {
  const sessions = Array.from({ length: count }, (_, place) => toGridSession(place, count));
  const options: GridOptions<AgRow> = {
    columnDefs,
    rowData: sessions.map(toAgRow),
    getRowId: ({ data }) => data.key,
    rowSelection: { mode: "multiRow" },
    rowHeight: 36,
    headerHeight: 36,
    theme,
  };
  let api: GridApi<AgRow> | undefined;
  return {
    show() {
      api = createGrid(stage, options);
    },
    prepare(round) {
      const now = (place: number) => changedSession(place, count, round);
      const update = changedPlaces(count).map((place) => toAgRow(now(place)));
      return {
        apply() {
          if (api?.applyTransaction({ update })?.update.length !== update.length) {
            throw new Error("a row was not found");
          }
        },
        now,
      };
    },
    findRow: (place) => stage.querySelector(`.ag-row[row-index="${place}"]`),
    rowsDrawn: () => stage.querySelectorAll(".ag-row").length,
    scrolled: () => stage.querySelector(".ag-body-viewport, .ag-grid-viewport"),
  };
}
