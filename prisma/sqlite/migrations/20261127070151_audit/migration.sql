-- CreateTable
CREATE TABLE "AuditEntry" (
    "seq" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
    "at" TEXT NOT NULL,
    "event" TEXT NOT NULL,
    "phase" TEXT NOT NULL,
    "actId" TEXT,
    "operator" TEXT NOT NULL,
    "operatorAddress" TEXT,
    "server" TEXT,
    "sourceId" TEXT,
    "user" TEXT,
    "address" TEXT,
    "outcome" TEXT,
    "reason" TEXT,
    "detail" TEXT NOT NULL,
    "previousMac" TEXT NOT NULL,
    "mac" TEXT NOT NULL
);

-- CreateIndex
CREATE INDEX "AuditEntry_at_idx" ON "AuditEntry"("at");

-- CreateIndex
CREATE INDEX "AuditEntry_actId_idx" ON "AuditEntry"("actId");

-- CreateIndex
CREATE INDEX "AuditEntry_event_idx" ON "AuditEntry"("event");

-- CreateIndex
CREATE INDEX "AuditEntry_operator_idx" ON "AuditEntry"("operator");

-- CreateIndex
CREATE INDEX "AuditEntry_user_idx" ON "AuditEntry"("user");

-- CreateIndex
CREATE INDEX "AuditEntry_server_idx" ON "AuditEntry"("server");

-- Appended only, by whoever does not own the schema. A migration that makes the table anew must make these anew.
CREATE TRIGGER "AuditEntry_no_update" BEFORE UPDATE ON "AuditEntry"
BEGIN SELECT RAISE(ABORT, 'audit entries are never changed'); END;

CREATE TRIGGER "AuditEntry_no_delete" BEFORE DELETE ON "AuditEntry"
BEGIN SELECT RAISE(ABORT, 'audit entries are never deleted'); END;

-- INSERT OR REPLACE deletes without asking the trigger above.
CREATE TRIGGER "AuditEntry_next_only" BEFORE INSERT ON "AuditEntry"
WHEN NEW."seq" <> (SELECT COALESCE(MAX("seq"), 0) + 1 FROM "AuditEntry")
BEGIN SELECT RAISE(ABORT, 'an audit entry takes the next number'); END;
