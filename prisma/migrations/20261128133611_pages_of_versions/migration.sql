-- AlterTable
ALTER TABLE "DocumentVersion" ADD COLUMN     "pages" JSON;
