-- CreateTable
CREATE TABLE "UnlistedSource" (
    "source" TEXT NOT NULL PRIMARY KEY,
    "unlistedAt" DATETIME NOT NULL
);
