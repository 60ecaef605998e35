-- AlterTable
ALTER TABLE "Document" ADD COLUMN     "address" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "author" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "language" TEXT,
ADD COLUMN     "publishedOn" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "retrievedAt" TIMESTAMPTZ(3),
ADD COLUMN     "source" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Original" ADD COLUMN     "address" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "askedFor" TEXT NOT NULL DEFAULT '';

-- CreateIndex
CREATE INDEX "Original_workspaceId_sha256_idx" ON "Original"("workspaceId", "sha256");

-- By hand: what the schema language can't say.

-- Whether an address of the web is in a project already. Most documents come from files and have none.
CREATE INDEX "Document_address" ON "Document" ("projectId", "address") WHERE "address" <> '';
CREATE INDEX "Original_askedFor" ON "Original" ("workspaceId", "askedFor") WHERE "askedFor" <> '';
CREATE INDEX "Original_address" ON "Original" ("workspaceId", "address") WHERE "address" <> '';
