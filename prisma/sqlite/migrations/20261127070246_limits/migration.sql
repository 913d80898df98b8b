-- CreateTable
CREATE TABLE "KnownPlace" (
    "userId" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "usedAt" DATETIME NOT NULL,

    PRIMARY KEY ("userId", "place"),
    CONSTRAINT "KnownPlace_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User" ("id") ON DELETE CASCADE ON UPDATE CASCADE
);

-- CreateTable
CREATE TABLE "SessionLimit" (
    "role" TEXT NOT NULL PRIMARY KEY,
    "idleMinutes" INTEGER NOT NULL,
    "lastsHours" INTEGER NOT NULL,
    "atOnce" INTEGER,
    "whenFull" TEXT NOT NULL
);
