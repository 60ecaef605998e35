-- CreateEnum
CREATE TYPE "NoticeLevel" AS ENUM ('all', 'calls', 'none');

-- CreateEnum
CREATE TYPE "NoticeMail" AS ENUM ('atOnce', 'daily', 'never');

-- CreateEnum
CREATE TYPE "MailKind" AS ENUM ('notice', 'digest', 'invitation');

-- AlterTable
ALTER TABLE "Invitation" ADD COLUMN     "email" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "Notification" ADD COLUMN     "mail" "NoticeMail" NOT NULL DEFAULT 'never',
ADD COLUMN     "mailedAt" TIMESTAMPTZ(3),
ADD COLUMN     "projectId" UUID;

-- CreateTable
CREATE TABLE "NotificationChoice" (
    "userId" UUID NOT NULL,
    "scopeId" UUID NOT NULL,
    "level" "NoticeLevel" NOT NULL,
    "mail" "NoticeMail" NOT NULL,

    CONSTRAINT "NotificationChoice_pkey" PRIMARY KEY ("userId","scopeId")
);

-- CreateTable
CREATE TABLE "Mail" (
    "id" UUID NOT NULL,
    "kind" "MailKind" NOT NULL,
    "userId" UUID,
    "about" UUID NOT NULL,
    "day" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "dueAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "doneAt" TIMESTAMPTZ(3),
    "outcome" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Mail_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Mail_kind_about_day_key" ON "Mail"("kind", "about", "day");

-- AddForeignKey
ALTER TABLE "NotificationChoice" ADD CONSTRAINT "NotificationChoice_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mail" ADD CONSTRAINT "Mail_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What is left to be sent.
CREATE INDEX "Mail_due" ON "Mail" ("dueAt", id) WHERE "doneAt" IS NULL;
