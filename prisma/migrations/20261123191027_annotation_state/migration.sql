-- AlterTable
ALTER TABLE "Annotation" ADD COLUMN     "comments" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "resolved" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "CommentRevision" ADD COLUMN     "private" BOOLEAN NOT NULL DEFAULT false;
