-- AlterTable
ALTER TABLE "DocumentVersion" ADD COLUMN     "characters" INTEGER NOT NULL;
