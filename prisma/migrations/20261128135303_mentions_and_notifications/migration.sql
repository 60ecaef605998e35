-- CreateEnum
CREATE TYPE "NoticeTopic" AS ENUM ('annotation', 'claim', 'relation', 'finding', 'workspace');

-- CreateTable
CREATE TABLE "Mention" (
    "commentId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,

    CONSTRAINT "Mention_pkey" PRIMARY KEY ("commentId","userId")
);

-- CreateTable
CREATE TABLE "Notification" (
    "id" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "topic" "NoticeTopic" NOT NULL,
    "topicId" UUID NOT NULL,
    "subject" UUID NOT NULL,
    "actorId" UUID NOT NULL,
    "streamId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "readAt" TIMESTAMPTZ(3),

    CONSTRAINT "Notification_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Notification_userId_at_id_idx" ON "Notification"("userId", "at", "id");

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_commentId_workspaceId_fkey" FOREIGN KEY ("commentId", "workspaceId") REFERENCES "Comment"("id", "workspaceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mention" ADD CONSTRAINT "Mention_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Notification" ADD CONSTRAINT "Notification_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What is read most: whether anything is unread. And of one comment or one request nobody is told twice.
CREATE INDEX "Notification_unread" ON "Notification" ("userId", at, id) WHERE "readAt" IS NULL;
CREATE UNIQUE INDEX "Notification_once" ON "Notification" ("userId", kind, subject)
  WHERE kind IN ('mentioned', 'replied', 'review-asked', 'review-revealed');
