-- AlterTable
ALTER TABLE "User" ADD COLUMN     "erasedAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Workspace" ADD COLUMN     "auditDays" INTEGER,
ADD COLUMN     "deletedAt" TIMESTAMPTZ(3),
ADD COLUMN     "deletedById" UUID,
ADD COLUMN     "trashDays" INTEGER;

-- AlterTable
ALTER TABLE "AuditEntry" ADD COLUMN     "detail" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "WorkspaceExport" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "byId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WorkspaceExport_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "WorkspaceExport_workspaceId_idx" ON "WorkspaceExport"("workspaceId");

-- CreateIndex
CREATE INDEX "AuditEntry_actorId_at_id_idx" ON "AuditEntry"("actorId", "at", "id");

-- AddForeignKey
ALTER TABLE "WorkspaceExport" ADD CONSTRAINT "WorkspaceExport_workspaceId_fkey" FOREIGN KEY ("workspaceId") REFERENCES "Workspace"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- By hand: what the schema language can't say.

-- What is frozen goes when its workspace is removed for good, and a person's address goes with the person. Who may do so sets
-- assay.removing for the length of a transaction (server/removing.ts alone); whatever answers requests never does.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
  E'BEGIN IF coalesce(current_setting(''assay.removing'', true), '''') = ''on'' THEN RETURN CASE TG_OP WHEN ''DELETE'' THEN OLD ELSE NEW END\x3b END IF\x3b RAISE EXCEPTION ''% is frozen'', TG_TABLE_NAME USING ERRCODE = ''integrity_constraint_violation''\x3b END\x3b';
