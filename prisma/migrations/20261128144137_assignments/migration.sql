-- AlterTable
ALTER TABLE "Thread" ADD COLUMN     "assigneeId" UUID,
ADD COLUMN     "dueOn" TEXT NOT NULL DEFAULT '';

-- CreateIndex
CREATE INDEX "Thread_assigneeId_idx" ON "Thread"("assigneeId");
