-- AlterTable
ALTER TABLE "PanelSession" ADD COLUMN "endedBy" TEXT;
ALTER TABLE "PanelSession" ADD COLUMN "peerAddress" TEXT;
ALTER TABLE "PanelSession" ADD COLUMN "pending" TEXT;
ALTER TABLE "PanelSession" ADD COLUMN "provenAt" DATETIME;
ALTER TABLE "PanelSession" ADD COLUMN "signedInWith" TEXT;

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_User" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "login" TEXT NOT NULL,
    "name" TEXT,
    "email" TEXT,
    "role" TEXT NOT NULL,
    "ownerId" TEXT,
    "isViewer" BOOLEAN NOT NULL DEFAULT false,
    "passwordHash" TEXT,
    "openIdSubject" TEXT,
    "totpSecret" BLOB,
    "totpLastStep" INTEGER,
    "createdAt" DATETIME NOT NULL,
    "disabledAt" DATETIME,
    "deletedAt" DATETIME,
    CONSTRAINT "User_ownerId_fkey" FOREIGN KEY ("ownerId") REFERENCES "User" ("id") ON DELETE RESTRICT ON UPDATE CASCADE
);
INSERT INTO "new_User" ("createdAt", "disabledAt", "email", "id", "login", "name", "ownerId", "passwordHash", "role") SELECT "createdAt", "disabledAt", "email", "id", "login", "name", "ownerId", "passwordHash", "role" FROM "User";
DROP TABLE "User";
ALTER TABLE "new_User" RENAME TO "User";
CREATE UNIQUE INDEX "User_login_key" ON "User"("login");
CREATE UNIQUE INDEX "User_openIdSubject_key" ON "User"("openIdSubject");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;
