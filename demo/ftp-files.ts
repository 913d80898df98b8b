import type { Habit } from "./ftp-accounts";
import type { Random } from "./random";

interface Work {
  /** Below the home. */
  readonly folders: readonly string[];
  /** Each with its megabytes; `#` stands for a number. */
  readonly uploads: readonly (readonly [name: string, megabytes: number])[];
  readonly downloads: readonly (readonly [name: string, megabytes: number])[];
  /** How likely a transfer is an upload. */
  readonly uploadChance: number;
}

const works: Readonly<Record<Habit, Work>> = {
  editor: {
    folders: ["/httpdocs", "/httpdocs/wp-content/themes/spring", "/httpdocs/css"],
    uploads: [
      ["style.css", 0.06],
      ["functions.php", 0.03],
      ["header-#.jpg", 5.8],
      ["Preisliste Größen 2026.pdf", 14],
      ["plugin-update-#.zip", 42],
    ],
    downloads: [
      ["access.log", 118],
      ["index.php", 0.02],
      ["old-site.zip", 96],
    ],
    uploadChance: 0.75,
  },
  agency: {
    folders: ["/httpdocs/media", "/httpdocs/media/2026/11", "/delivery"],
    uploads: [
      ["IMG_#.jpg", 19],
      ["写真_#.tif", 132],
      ["showreel-autumn.mp4", 860],
      ["brochure-#.pdf", 64],
    ],
    downloads: [
      ["briefing.pdf", 9],
      ["raw-#.zip", 410],
    ],
    uploadChance: 0.7,
  },
  backup: {
    folders: ["/backup", "/backup/daily"],
    uploads: [
      ["backup-2026-11-#.tar.gz", 3100],
      ["database-#.sql.gz", 540],
    ],
    downloads: [["backup-2026-10-31.tar.gz", 2900]],
    uploadChance: 0.8,
  },
  shop: {
    folders: ["/httpdocs/shop", "/exchange/out", "/exchange/in"],
    uploads: [
      ["products.xml", 58],
      ["stock-#.csv", 6],
      ["catalogue-winter.pdf", 148],
    ],
    downloads: [
      ["orders-#.csv", 4],
      ["invoices-2026-11.zip", 220],
    ],
    uploadChance: 0.45,
  },
  visitor: {
    folders: ["/", "/pub", "/pub/releases"],
    uploads: [],
    downloads: [
      ["release-4.2.iso", 1900],
      ["handbook.pdf", 31],
      ["dataset-#.csv.gz", 480],
    ],
    uploadChance: 0,
  },
};

export interface ChosenFile {
  readonly way: "upload" | "download";
  readonly name: string;
  readonly bytes: number;
}

export function pickFolder(habit: Habit, random: Random): string {
  return random.pick(works[habit].folders);
}

/** Two of the same kind are never quite as large. */
export function pickFile(habit: Habit, random: Random): ChosenFile {
  const { uploads, downloads, uploadChance } = works[habit];
  const way = random.chance(uploadChance) ? "upload" : "download";
  const [name, megabytes] = random.pick(way === "upload" ? uploads : downloads);
  return {
    way,
    name: name.replace("#", String(random.whole(10, 29))),
    bytes: Math.round(megabytes * 1e6 * random.between(0.7, 1.3)),
  };
}
