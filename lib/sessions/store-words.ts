const elsewhere = "choose another with DATABASE_URL or ROLLCALL_DATA";

/** What stands in the way of the database and of the key file, and what to do about it, in English. */
export const storeWords = {
  nothingDone: "nothing was done, because the database of Rollcall cannot be used: {why}",
  databaseSilent: "the database does not answer",
  noFolder: `its folder does not exist; make it, or ${elsewhere}`,
  isFolder: `it is a folder; ${elsewhere}`,
  folderIsNone: `its folder is not a folder; ${elsewhere}`,
  noRightToWrite: `this account has no right to write it; give it the right, or ${elsewhere}`,
  readOnlySystem: `it is on a read-only file system; ${elsewhere}`,
  readOnly: `it or its folder is read-only; make both writable, or ${elsewhere}`,
  locked: "another program keeps it locked; close that program and try again",
  diskFull: "the disk is full; make room and try again",
  noSqlite: `it is not a SQLite database; ${elsewhere}`,
  databaseDamaged: "it is damaged; restore it from a backup",
  diskFails: "the disk does not answer as it should; check it, and the space on it",
  databaseClosed: "Rollcall has closed it",
  auditKeyUnusable: "the key file cannot be used; whoever runs Rollcall finds why in its log",
  auditKeyUnreadable: "its key cannot be read",
  keyFileOpen:
    "its key file {path} can be read by other accounts: run chmod 600 on it, and change the credentials it seals if somebody may have read it",
  keyFileNotMade:
    "its key file {path} cannot be made ({code}): make its folder writable for this account, or choose another with ROLLCALL_KEY_FILE",
  keyFileMissing:
    "its key file {path} is missing: put it back from a backup, or enter the credential again",
  keyFileUnreadable:
    "its key file {path} cannot be read ({code}): give this account the right to read it",
  keyFileOdd:
    "its key file {path} does not hold a key, which is one line of base64 of {bytes} bytes: put the right one back from a backup",
  sealedByOther:
    "its credential does not open with the key in {path}: put back the key file it was stored with, or enter the credential again",
} as const;
