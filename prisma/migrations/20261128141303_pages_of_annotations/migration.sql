-- AlterTable
ALTER TABLE "Annotation" ADD COLUMN     "pages" TEXT NOT NULL DEFAULT '';
