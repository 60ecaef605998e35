-- CreateEnum
CREATE TYPE "ReactionKind" AS ENUM ('agree', 'disagree', 'checked', 'looking', 'unsure', 'thanks');

-- CreateTable
CREATE TABLE "Reaction" (
    "commentId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "kind" "ReactionKind" NOT NULL,
    "workspaceId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sealId" UUID,
    "held" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Reaction_pkey" PRIMARY KEY ("commentId","authorId","kind")
);

-- CreateIndex
CREATE INDEX "Reaction_sealId_idx" ON "Reaction"("sealId");

-- CreateIndex
CREATE INDEX "Event_streamId_at_idx" ON "Event"("streamId", "at");

-- AddForeignKey
ALTER TABLE "Reaction" ADD CONSTRAINT "Reaction_sealId_workspaceId_fkey" FOREIGN KEY ("sealId", "workspaceId") REFERENCES "Seal"("id", "workspaceId") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Reaction" ADD CONSTRAINT "Reaction_commentId_workspaceId_fkey" FOREIGN KEY ("commentId", "workspaceId") REFERENCES "Comment"("id", "workspaceId") ON DELETE CASCADE ON UPDATE CASCADE;
