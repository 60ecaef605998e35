-- DropIndex
DROP INDEX "Document_projectId_title_id_idx";

-- CreateIndex
CREATE INDEX "DocumentVersion_workspaceId_sha256_idx" ON "DocumentVersion"("workspaceId", "sha256");

-- By hand: what the schema language can't say.

-- The order "by title" of a project's documents: capitals don't count.
CREATE INDEX "Document_title" ON "Document" ("projectId", lower(title), id);

-- Frozen means kept, too: offsets and quotations stand on these rows for as long as the database does.
CREATE TRIGGER "DocumentVersion_kept" BEFORE DELETE ON "DocumentVersion" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Original_kept" BEFORE DELETE ON "Original" FOR EACH ROW EXECUTE FUNCTION refuse_change();
