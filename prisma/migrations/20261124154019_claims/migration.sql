-- CreateEnum
CREATE TYPE "SealKind" AS ENUM ('phase', 'round');

-- CreateEnum
CREATE TYPE "ClaimType" AS ENUM ('fact', 'negative', 'prediction', 'quotation', 'cause', 'characterisation', 'norm');

-- CreateEnum
CREATE TYPE "ClaimState" AS ENUM ('proposed', 'checkable', 'uncheckable', 'duplicate', 'cleared', 'reviewing', 'revealed', 'finding', 'published', 'corrected', 'retracted', 'reopened');

-- CreateEnum
CREATE TYPE "Priority" AS ENUM ('high', 'normal', 'low');

-- CreateEnum
CREATE TYPE "Stance" AS ENUM ('asserts', 'denies', 'hedges');

-- CreateEnum
CREATE TYPE "Voice" AS ENUM ('author', 'attributed', 'unclear');

-- CreateEnum
CREATE TYPE "RelationKind" AS ENUM ('supports', 'qualifies', 'refines', 'duplicates', 'conflicts');

-- CreateEnum
CREATE TYPE "Strength" AS ENUM ('contradiction', 'tension', 'drift');

-- CreateEnum
CREATE TYPE "Disposition" AS ENUM ('open', 'real', 'time', 'scope', 'definition', 'referent');

-- CreateEnum
CREATE TYPE "RoundState" AS ENUM ('open', 'revealed', 'cancelled');

-- CreateEnum
CREATE TYPE "VerdictKind" AS ENUM ('judged', 'unable', 'recused');

-- CreateEnum
CREATE TYPE "EvidenceKind" AS ENUM ('passage', 'web', 'file');

-- CreateEnum
CREATE TYPE "EvidenceStance" AS ENUM ('supports', 'refutes', 'qualifies', 'context');

-- CreateEnum
CREATE TYPE "FindingState" AS ENUM ('draft', 'published', 'retracted');

-- AlterEnum
ALTER TYPE "StreamKind" ADD VALUE 'claim';

-- DropForeignKey
ALTER TABLE "Thread" DROP CONSTRAINT "Thread_annotationId_workspaceId_fkey";

-- AlterTable
ALTER TABLE "Project" ADD COLUMN     "adjudicates" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "signOffs" INTEGER NOT NULL DEFAULT 2;

-- AlterTable
ALTER TABLE "Annotation" ADD COLUMN     "held" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "sealId" UUID;

-- AlterTable
ALTER TABLE "Thread" ADD COLUMN     "claimId" UUID,
ADD COLUMN     "findingId" UUID,
ADD COLUMN     "relationId" UUID,
ALTER COLUMN "annotationId" DROP NOT NULL;

-- AlterTable
ALTER TABLE "Comment" ADD COLUMN     "held" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "sealId" UUID;

-- CreateTable
CREATE TABLE "ThreadSight" (
    "threadId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ThreadSight_pkey" PRIMARY KEY ("threadId","userId")
);

-- CreateTable
CREATE TABLE "Seal" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "kind" "SealKind" NOT NULL,
    "name" TEXT NOT NULL DEFAULT '',
    "dueAt" TIMESTAMPTZ(3),
    "openedById" UUID NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "revealedById" UUID,
    "revealedAt" TIMESTAMPTZ(3),
    "cancelledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Seal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PhaseDocument" (
    "sealId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "open" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "PhaseDocument_pkey" PRIMARY KEY ("sealId","documentId")
);

-- CreateTable
CREATE TABLE "Claim" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "type" "ClaimType" NOT NULL,
    "statement" TEXT NOT NULL,
    "terms" JSONB NOT NULL DEFAULT '[]',
    "asOf" TEXT NOT NULL DEFAULT '',
    "claimant" TEXT NOT NULL DEFAULT '',
    "claimedOn" TEXT NOT NULL DEFAULT '',
    "number" INTEGER NOT NULL DEFAULT 1,
    "state" "ClaimState" NOT NULL DEFAULT 'proposed',
    "reason" TEXT NOT NULL DEFAULT '',
    "priority" "Priority" NOT NULL DEFAULT 'normal',
    "split" DOUBLE PRECISION,
    "duplicateOfId" UUID,
    "splitFromId" UUID,
    "authorId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "activeAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deletedAt" TIMESTAMPTZ(3),
    "sealId" UUID,
    "held" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Claim_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClaimVersion" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "type" "ClaimType" NOT NULL,
    "statement" TEXT NOT NULL,
    "terms" JSONB NOT NULL DEFAULT '[]',
    "asOf" TEXT NOT NULL DEFAULT '',
    "claimant" TEXT NOT NULL DEFAULT '',
    "claimedOn" TEXT NOT NULL DEFAULT '',
    "authorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ClaimVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Occurrence" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "annotationId" UUID NOT NULL,
    "stance" "Stance" NOT NULL,
    "voice" "Voice" NOT NULL,
    "attributedTo" TEXT NOT NULL DEFAULT '',
    "authorId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),
    "sealId" UUID,
    "held" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Occurrence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ClaimRelation" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "kind" "RelationKind" NOT NULL,
    "fromId" UUID NOT NULL,
    "toId" UUID NOT NULL,
    "fromAnnotationId" UUID,
    "toAnnotationId" UUID,
    "strength" "Strength",
    "disposition" "Disposition",
    "reason" TEXT NOT NULL DEFAULT '',
    "settledById" UUID,
    "settledAt" TIMESTAMPTZ(3),
    "authorId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),
    "sealId" UUID,
    "held" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ClaimRelation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Clearance" (
    "claimId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Clearance_pkey" PRIMARY KEY ("claimId","userId","number")
);

-- CreateTable
CREATE TABLE "ClearedSpan" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "documentId" UUID NOT NULL,
    "versionId" UUID NOT NULL,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    "authorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),
    "sealId" UUID,
    "held" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ClearedSpan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Review" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "openedById" UUID NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Review_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Round" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "reviewId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "claimVersionId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "form" JSONB NOT NULL,
    "sealId" UUID,
    "state" "RoundState" NOT NULL DEFAULT 'open',
    "quorum" INTEGER NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "openedById" UUID NOT NULL,
    "openedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closedById" UUID,
    "closedAt" TIMESTAMPTZ(3),
    "objection" TEXT NOT NULL DEFAULT '',
    "reason" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "split" DOUBLE PRECISION,

    CONSTRAINT "Round_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RoundReviewer" (
    "roundId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "askedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "droppedAt" TIMESTAMPTZ(3),
    "droppedFor" TEXT NOT NULL DEFAULT '',
    "replacedById" UUID,
    "written" INTEGER NOT NULL DEFAULT 0,
    "seen" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "RoundReviewer_pkey" PRIMARY KEY ("roundId","userId")
);

-- CreateTable
CREATE TABLE "Verdict" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "roundId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "kind" "VerdictKind" NOT NULL,
    "rating" TEXT,
    "likelihood" INTEGER,
    "confidence" TEXT,
    "misleading" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',
    "rationale" JSONB,
    "text" TEXT NOT NULL DEFAULT '',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sealId" UUID,
    "held" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Verdict_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VerdictEvidence" (
    "verdictId" UUID NOT NULL,
    "evidenceId" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,

    CONSTRAINT "VerdictEvidence_pkey" PRIMARY KEY ("verdictId","evidenceId")
);

-- CreateTable
CREATE TABLE "Source" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL DEFAULT '',
    "originId" UUID,
    "authorId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "retractedAt" TIMESTAMPTZ(3),
    "retractedById" UUID,
    "retractedFor" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "Source_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SourceGrade" (
    "id" UUID NOT NULL,
    "sourceId" UUID NOT NULL,
    "raterId" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "reliability" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sealId" UUID,
    "held" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "SourceGrade_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Evidence" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "kind" "EvidenceKind" NOT NULL,
    "sourceId" UUID,
    "title" TEXT NOT NULL DEFAULT '',
    "excerpt" TEXT NOT NULL DEFAULT '',
    "url" TEXT NOT NULL DEFAULT '',
    "retrievedOn" TEXT NOT NULL DEFAULT '',
    "annotationId" UUID,
    "attachmentId" UUID,
    "authorId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Appraisal" (
    "id" UUID NOT NULL,
    "evidenceId" UUID NOT NULL,
    "raterId" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "stance" "EvidenceStance" NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "credibility" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sealId" UUID,
    "held" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Appraisal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Attachment" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "mediaType" TEXT NOT NULL,
    "bytes" BYTEA NOT NULL,
    "size" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "authorId" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Attachment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Question" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "claimId" UUID NOT NULL,
    "sourceId" UUID,
    "addressee" TEXT NOT NULL,
    "question" TEXT NOT NULL,
    "askedOn" TEXT NOT NULL,
    "answer" TEXT NOT NULL DEFAULT '',
    "answeredOn" TEXT NOT NULL DEFAULT '',
    "authorId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Question_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Finding" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "claimId" UUID,
    "documentId" UUID,
    "state" "FindingState" NOT NULL DEFAULT 'draft',
    "content" JSONB NOT NULL,
    "number" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,
    "authorId" UUID NOT NULL,
    "updatedById" UUID NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Finding_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FindingVersion" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "findingId" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "grounds" JSONB NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "retracts" BOOLEAN NOT NULL DEFAULT false,
    "adjudication" TEXT NOT NULL DEFAULT '',
    "publishedById" UUID NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "FindingVersion_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SignOff" (
    "findingId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "signedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "SignOff_pkey" PRIMARY KEY ("findingId","userId")
);

-- CreateTable
CREATE TABLE "Dissent" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "findingId" UUID NOT NULL,
    "authorId" UUID NOT NULL,
    "rating" TEXT,
    "likelihood" INTEGER,
    "confidence" TEXT,
    "json" JSONB NOT NULL,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawnAt" TIMESTAMPTZ(3),

    CONSTRAINT "Dissent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Overruling" (
    "findingVersionId" UUID NOT NULL,
    "userId" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "answer" TEXT NOT NULL DEFAULT '',
    "answeredAt" TIMESTAMPTZ(3),

    CONSTRAINT "Overruling_pkey" PRIMARY KEY ("findingVersionId","userId")
);

-- CreateTable
CREATE TABLE "Outcome" (
    "claimId" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "happened" BOOLEAN,
    "settledOn" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,
    "recordedById" UUID NOT NULL,
    "recordedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Outcome_pkey" PRIMARY KEY ("claimId")
);

-- CreateTable
CREATE TABLE "Correction" (
    "id" UUID NOT NULL,
    "workspaceId" UUID NOT NULL,
    "projectId" UUID NOT NULL,
    "annotationId" UUID NOT NULL,
    "claimId" UUID,
    "problem" TEXT NOT NULL,
    "proposed" TEXT NOT NULL DEFAULT '',
    "authorId" UUID NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),
    "removedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Correction_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Seal_projectId_openedAt_id_idx" ON "Seal"("projectId", "openedAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Seal_id_workspaceId_key" ON "Seal"("id", "workspaceId");

-- CreateIndex
CREATE INDEX "Claim_projectId_activeAt_id_idx" ON "Claim"("projectId", "activeAt", "id");

-- CreateIndex
CREATE INDEX "Claim_projectId_createdAt_id_idx" ON "Claim"("projectId", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Claim_id_workspaceId_key" ON "Claim"("id", "workspaceId");

-- CreateIndex
CREATE UNIQUE INDEX "Claim_id_projectId_key" ON "Claim"("id", "projectId");

-- CreateIndex
CREATE UNIQUE INDEX "ClaimVersion_claimId_number_key" ON "ClaimVersion"("claimId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "ClaimVersion_id_claimId_key" ON "ClaimVersion"("id", "claimId");

-- CreateIndex
CREATE INDEX "Occurrence_claimId_createdAt_id_idx" ON "Occurrence"("claimId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Occurrence_annotationId_idx" ON "Occurrence"("annotationId");

-- CreateIndex
CREATE UNIQUE INDEX "Occurrence_id_workspaceId_key" ON "Occurrence"("id", "workspaceId");

-- CreateIndex
CREATE INDEX "ClaimRelation_projectId_createdAt_id_idx" ON "ClaimRelation"("projectId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "ClaimRelation_fromId_idx" ON "ClaimRelation"("fromId");

-- CreateIndex
CREATE INDEX "ClaimRelation_toId_idx" ON "ClaimRelation"("toId");

-- CreateIndex
CREATE UNIQUE INDEX "ClaimRelation_id_workspaceId_key" ON "ClaimRelation"("id", "workspaceId");

-- CreateIndex
CREATE INDEX "ClearedSpan_documentId_start_id_idx" ON "ClearedSpan"("documentId", "start", "id");

-- CreateIndex
CREATE INDEX "Review_projectId_openedAt_id_idx" ON "Review"("projectId", "openedAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Review_id_workspaceId_key" ON "Review"("id", "workspaceId");

-- CreateIndex
CREATE INDEX "Round_projectId_openedAt_id_idx" ON "Round"("projectId", "openedAt", "id");

-- CreateIndex
CREATE INDEX "Round_reviewId_idx" ON "Round"("reviewId");

-- CreateIndex
CREATE UNIQUE INDEX "Round_sealId_workspaceId_key" ON "Round"("sealId", "workspaceId");

-- CreateIndex
CREATE UNIQUE INDEX "Round_claimId_number_key" ON "Round"("claimId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "Round_id_workspaceId_key" ON "Round"("id", "workspaceId");

-- CreateIndex
CREATE INDEX "RoundReviewer_userId_idx" ON "RoundReviewer"("userId");

-- CreateIndex
CREATE INDEX "Verdict_claimId_createdAt_id_idx" ON "Verdict"("claimId", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Verdict_roundId_authorId_key" ON "Verdict"("roundId", "authorId");

-- CreateIndex
CREATE UNIQUE INDEX "Verdict_id_workspaceId_key" ON "Verdict"("id", "workspaceId");

-- CreateIndex
CREATE INDEX "VerdictEvidence_evidenceId_idx" ON "VerdictEvidence"("evidenceId");

-- CreateIndex
CREATE INDEX "Source_originId_idx" ON "Source"("originId");

-- CreateIndex
CREATE UNIQUE INDEX "Source_id_workspaceId_key" ON "Source"("id", "workspaceId");

-- CreateIndex
CREATE UNIQUE INDEX "Source_id_projectId_key" ON "Source"("id", "projectId");

-- CreateIndex
CREATE INDEX "SourceGrade_sourceId_raterId_createdAt_id_idx" ON "SourceGrade"("sourceId", "raterId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Evidence_claimId_createdAt_id_idx" ON "Evidence"("claimId", "createdAt", "id");

-- CreateIndex
CREATE INDEX "Evidence_sourceId_idx" ON "Evidence"("sourceId");

-- CreateIndex
CREATE INDEX "Evidence_annotationId_idx" ON "Evidence"("annotationId");

-- CreateIndex
CREATE INDEX "Evidence_attachmentId_idx" ON "Evidence"("attachmentId");

-- CreateIndex
CREATE UNIQUE INDEX "Evidence_id_workspaceId_key" ON "Evidence"("id", "workspaceId");

-- CreateIndex
CREATE INDEX "Appraisal_evidenceId_raterId_createdAt_id_idx" ON "Appraisal"("evidenceId", "raterId", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Attachment_id_workspaceId_key" ON "Attachment"("id", "workspaceId");

-- CreateIndex
CREATE UNIQUE INDEX "Attachment_id_projectId_key" ON "Attachment"("id", "projectId");

-- CreateIndex
CREATE INDEX "Question_claimId_createdAt_id_idx" ON "Question"("claimId", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Question_id_workspaceId_key" ON "Question"("id", "workspaceId");

-- CreateIndex
CREATE INDEX "Finding_projectId_updatedAt_id_idx" ON "Finding"("projectId", "updatedAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Finding_claimId_key" ON "Finding"("claimId");

-- CreateIndex
CREATE UNIQUE INDEX "Finding_documentId_key" ON "Finding"("documentId");

-- CreateIndex
CREATE UNIQUE INDEX "Finding_id_workspaceId_key" ON "Finding"("id", "workspaceId");

-- CreateIndex
CREATE UNIQUE INDEX "FindingVersion_findingId_number_key" ON "FindingVersion"("findingId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "FindingVersion_id_workspaceId_key" ON "FindingVersion"("id", "workspaceId");

-- CreateIndex
CREATE UNIQUE INDEX "Dissent_findingId_authorId_key" ON "Dissent"("findingId", "authorId");

-- CreateIndex
CREATE UNIQUE INDEX "Dissent_id_workspaceId_key" ON "Dissent"("id", "workspaceId");

-- CreateIndex
CREATE INDEX "Overruling_userId_idx" ON "Overruling"("userId");

-- CreateIndex
CREATE UNIQUE INDEX "Outcome_claimId_workspaceId_key" ON "Outcome"("claimId", "workspaceId");

-- CreateIndex
CREATE INDEX "Correction_projectId_createdAt_id_idx" ON "Correction"("projectId", "createdAt", "id");

-- CreateIndex
CREATE UNIQUE INDEX "Correction_id_workspaceId_key" ON "Correction"("id", "workspaceId");

-- CreateIndex
CREATE UNIQUE INDEX "Thread_claimId_workspaceId_key" ON "Thread"("claimId", "workspaceId");

-- CreateIndex
CREATE UNIQUE INDEX "Thread_relationId_workspaceId_key" ON "Thread"("relationId", "workspaceId");

-- CreateIndex
CREATE UNIQUE INDEX "Thread_findingId_workspaceId_key" ON "Thread"("findingId", "workspaceId");

-- AddForeignKey
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_sealId_workspaceId_fkey" FOREIGN KEY ("sealId", "workspaceId") REFERENCES "Seal"("id", "workspaceId") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_annotationId_workspaceId_fkey" FOREIGN KEY ("annotationId", "workspaceId") REFERENCES "Annotation"("id", "workspaceId") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_claimId_workspaceId_fkey" FOREIGN KEY ("claimId", "workspaceId") REFERENCES "Claim"("id", "workspaceId") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_relationId_workspaceId_fkey" FOREIGN KEY ("relationId", "workspaceId") REFERENCES "ClaimRelation"("id", "workspaceId") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_findingId_workspaceId_fkey" FOREIGN KEY ("findingId", "workspaceId") REFERENCES "Finding"("id", "workspaceId") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadSight" ADD CONSTRAINT "ThreadSight_threadId_workspaceId_fkey" FOREIGN KEY ("threadId", "workspaceId") REFERENCES "Thread"("id", "workspaceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ThreadSight" ADD CONSTRAINT "ThreadSight_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_sealId_workspaceId_fkey" FOREIGN KEY ("sealId", "workspaceId") REFERENCES "Seal"("id", "workspaceId") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Seal" ADD CONSTRAINT "Seal_projectId_workspaceId_fkey" FOREIGN KEY ("projectId", "workspaceId") REFERENCES "Project"("id", "workspaceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PhaseDocument" ADD CONSTRAINT "PhaseDocument_sealId_workspaceId_fkey" FOREIGN KEY ("sealId", "workspaceId") REFERENCES "Seal"("id", "workspaceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PhaseDocument" ADD CONSTRAINT "PhaseDocument_documentId_workspaceId_fkey" FOREIGN KEY ("documentId", "workspaceId") REFERENCES "Document"("id", "workspaceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_sealId_workspaceId_fkey" FOREIGN KEY ("sealId", "workspaceId") REFERENCES "Seal"("id", "workspaceId") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_projectId_workspaceId_fkey" FOREIGN KEY ("projectId", "workspaceId") REFERENCES "Project"("id", "workspaceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_duplicateOfId_projectId_fkey" FOREIGN KEY ("duplicateOfId", "projectId") REFERENCES "Claim"("id", "projectId") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_splitFromId_projectId_fkey" FOREIGN KEY ("splitFromId", "projectId") REFERENCES "Claim"("id", "projectId") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimVersion" ADD CONSTRAINT "ClaimVersion_claimId_workspaceId_fkey" FOREIGN KEY ("claimId", "workspaceId") REFERENCES "Claim"("id", "workspaceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Occurrence" ADD CONSTRAINT "Occurrence_sealId_workspaceId_fkey" FOREIGN KEY ("sealId", "workspaceId") REFERENCES "Seal"("id", "workspaceId") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Occurrence" ADD CONSTRAINT "Occurrence_claimId_workspaceId_fkey" FOREIGN KEY ("claimId", "workspaceId") REFERENCES "Claim"("id", "workspaceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Occurrence" ADD CONSTRAINT "Occurrence_annotationId_workspaceId_fkey" FOREIGN KEY ("annotationId", "workspaceId") REFERENCES "Annotation"("id", "workspaceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimRelation" ADD CONSTRAINT "ClaimRelation_sealId_workspaceId_fkey" FOREIGN KEY ("sealId", "workspaceId") REFERENCES "Seal"("id", "workspaceId") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimRelation" ADD CONSTRAINT "ClaimRelation_projectId_workspaceId_fkey" FOREIGN KEY ("projectId", "workspaceId") REFERENCES "Project"("id", "workspaceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimRelation" ADD CONSTRAINT "ClaimRelation_fromId_projectId_fkey" FOREIGN KEY ("fromId", "projectId") REFERENCES "Claim"("id", "projectId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClaimRelation" ADD CONSTRAINT "ClaimRelation_toId_projectId_fkey" FOREIGN KEY ("toId", "projectId") REFERENCES "Claim"("id", "projectId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Clearance" ADD CONSTRAINT "Clearance_claimId_workspaceId_fkey" FOREIGN KEY ("claimId", "workspaceId") REFERENCES "Claim"("id", "workspaceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClearedSpan" ADD CONSTRAINT "ClearedSpan_sealId_workspaceId_fkey" FOREIGN KEY ("sealId", "workspaceId") REFERENCES "Seal"("id", "workspaceId") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ClearedSpan" ADD CONSTRAINT "ClearedSpan_documentId_workspaceId_fkey" FOREIGN KEY ("documentId", "workspaceId") REFERENCES "Document"("id", "workspaceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Review" ADD CONSTRAINT "Review_projectId_workspaceId_fkey" FOREIGN KEY ("projectId", "workspaceId") REFERENCES "Project"("id", "workspaceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_reviewId_workspaceId_fkey" FOREIGN KEY ("reviewId", "workspaceId") REFERENCES "Review"("id", "workspaceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_claimId_projectId_fkey" FOREIGN KEY ("claimId", "projectId") REFERENCES "Claim"("id", "projectId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_claimVersionId_claimId_fkey" FOREIGN KEY ("claimVersionId", "claimId") REFERENCES "ClaimVersion"("id", "claimId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Round" ADD CONSTRAINT "Round_sealId_workspaceId_fkey" FOREIGN KEY ("sealId", "workspaceId") REFERENCES "Seal"("id", "workspaceId") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RoundReviewer" ADD CONSTRAINT "RoundReviewer_roundId_workspaceId_fkey" FOREIGN KEY ("roundId", "workspaceId") REFERENCES "Round"("id", "workspaceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Verdict" ADD CONSTRAINT "Verdict_sealId_workspaceId_fkey" FOREIGN KEY ("sealId", "workspaceId") REFERENCES "Seal"("id", "workspaceId") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Verdict" ADD CONSTRAINT "Verdict_roundId_workspaceId_fkey" FOREIGN KEY ("roundId", "workspaceId") REFERENCES "Round"("id", "workspaceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VerdictEvidence" ADD CONSTRAINT "VerdictEvidence_verdictId_workspaceId_fkey" FOREIGN KEY ("verdictId", "workspaceId") REFERENCES "Verdict"("id", "workspaceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VerdictEvidence" ADD CONSTRAINT "VerdictEvidence_evidenceId_workspaceId_fkey" FOREIGN KEY ("evidenceId", "workspaceId") REFERENCES "Evidence"("id", "workspaceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_projectId_workspaceId_fkey" FOREIGN KEY ("projectId", "workspaceId") REFERENCES "Project"("id", "workspaceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Source" ADD CONSTRAINT "Source_originId_projectId_fkey" FOREIGN KEY ("originId", "projectId") REFERENCES "Source"("id", "projectId") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceGrade" ADD CONSTRAINT "SourceGrade_sealId_workspaceId_fkey" FOREIGN KEY ("sealId", "workspaceId") REFERENCES "Seal"("id", "workspaceId") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SourceGrade" ADD CONSTRAINT "SourceGrade_sourceId_workspaceId_fkey" FOREIGN KEY ("sourceId", "workspaceId") REFERENCES "Source"("id", "workspaceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_claimId_workspaceId_fkey" FOREIGN KEY ("claimId", "workspaceId") REFERENCES "Claim"("id", "workspaceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_sourceId_projectId_fkey" FOREIGN KEY ("sourceId", "projectId") REFERENCES "Source"("id", "projectId") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_annotationId_workspaceId_fkey" FOREIGN KEY ("annotationId", "workspaceId") REFERENCES "Annotation"("id", "workspaceId") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Evidence" ADD CONSTRAINT "Evidence_attachmentId_projectId_fkey" FOREIGN KEY ("attachmentId", "projectId") REFERENCES "Attachment"("id", "projectId") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appraisal" ADD CONSTRAINT "Appraisal_sealId_workspaceId_fkey" FOREIGN KEY ("sealId", "workspaceId") REFERENCES "Seal"("id", "workspaceId") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Appraisal" ADD CONSTRAINT "Appraisal_evidenceId_workspaceId_fkey" FOREIGN KEY ("evidenceId", "workspaceId") REFERENCES "Evidence"("id", "workspaceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Attachment" ADD CONSTRAINT "Attachment_projectId_workspaceId_fkey" FOREIGN KEY ("projectId", "workspaceId") REFERENCES "Project"("id", "workspaceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_claimId_workspaceId_fkey" FOREIGN KEY ("claimId", "workspaceId") REFERENCES "Claim"("id", "workspaceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Question" ADD CONSTRAINT "Question_sourceId_projectId_fkey" FOREIGN KEY ("sourceId", "projectId") REFERENCES "Source"("id", "projectId") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_projectId_workspaceId_fkey" FOREIGN KEY ("projectId", "workspaceId") REFERENCES "Project"("id", "workspaceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_claimId_projectId_fkey" FOREIGN KEY ("claimId", "projectId") REFERENCES "Claim"("id", "projectId") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_documentId_projectId_fkey" FOREIGN KEY ("documentId", "projectId") REFERENCES "Document"("id", "projectId") ON DELETE NO ACTION ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FindingVersion" ADD CONSTRAINT "FindingVersion_findingId_workspaceId_fkey" FOREIGN KEY ("findingId", "workspaceId") REFERENCES "Finding"("id", "workspaceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SignOff" ADD CONSTRAINT "SignOff_findingId_workspaceId_fkey" FOREIGN KEY ("findingId", "workspaceId") REFERENCES "Finding"("id", "workspaceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Dissent" ADD CONSTRAINT "Dissent_findingId_workspaceId_fkey" FOREIGN KEY ("findingId", "workspaceId") REFERENCES "Finding"("id", "workspaceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Overruling" ADD CONSTRAINT "Overruling_findingVersionId_workspaceId_fkey" FOREIGN KEY ("findingVersionId", "workspaceId") REFERENCES "FindingVersion"("id", "workspaceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Outcome" ADD CONSTRAINT "Outcome_claimId_workspaceId_fkey" FOREIGN KEY ("claimId", "workspaceId") REFERENCES "Claim"("id", "workspaceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_projectId_workspaceId_fkey" FOREIGN KEY ("projectId", "workspaceId") REFERENCES "Project"("id", "workspaceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_annotationId_workspaceId_fkey" FOREIGN KEY ("annotationId", "workspaceId") REFERENCES "Annotation"("id", "workspaceId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Correction" ADD CONSTRAINT "Correction_claimId_projectId_fkey" FOREIGN KEY ("claimId", "projectId") REFERENCES "Claim"("id", "projectId") ON DELETE NO ACTION ON UPDATE CASCADE;

-- By hand: what the schema language can't say.

-- What is held is held by a seal.
ALTER TABLE "Annotation" ADD CONSTRAINT "Annotation_held" CHECK (NOT held OR "sealId" IS NOT NULL);
ALTER TABLE "Comment" ADD CONSTRAINT "Comment_held" CHECK (NOT held OR "sealId" IS NOT NULL);
ALTER TABLE "Claim" ADD CONSTRAINT "Claim_held" CHECK (NOT held OR "sealId" IS NOT NULL);
ALTER TABLE "Occurrence" ADD CONSTRAINT "Occurrence_held" CHECK (NOT held OR "sealId" IS NOT NULL);
ALTER TABLE "ClaimRelation" ADD CONSTRAINT "ClaimRelation_held" CHECK (NOT held OR "sealId" IS NOT NULL);
ALTER TABLE "ClearedSpan" ADD CONSTRAINT "ClearedSpan_held" CHECK (NOT held OR "sealId" IS NOT NULL);
ALTER TABLE "Verdict" ADD CONSTRAINT "Verdict_held" CHECK (NOT held OR "sealId" IS NOT NULL);
ALTER TABLE "Appraisal" ADD CONSTRAINT "Appraisal_held" CHECK (NOT held OR "sealId" IS NOT NULL);
ALTER TABLE "SourceGrade" ADD CONSTRAINT "SourceGrade_held" CHECK (NOT held OR "sealId" IS NOT NULL);

-- A reveal looks for what a seal holds, and a reader for what they hold back themselves.
CREATE INDEX "Annotation_sealId" ON "Annotation" ("sealId") WHERE "sealId" IS NOT NULL;
CREATE INDEX "Comment_sealId" ON "Comment" ("sealId") WHERE "sealId" IS NOT NULL;
CREATE INDEX "Comment_held" ON "Comment" ("threadId") WHERE held;
CREATE INDEX "Claim_sealId" ON "Claim" ("sealId") WHERE "sealId" IS NOT NULL;
CREATE INDEX "Occurrence_sealId" ON "Occurrence" ("sealId") WHERE "sealId" IS NOT NULL;
CREATE INDEX "ClaimRelation_sealId" ON "ClaimRelation" ("sealId") WHERE "sealId" IS NOT NULL;
CREATE INDEX "ClearedSpan_sealId" ON "ClearedSpan" ("sealId") WHERE "sealId" IS NOT NULL;
CREATE INDEX "Verdict_sealId" ON "Verdict" ("sealId") WHERE "sealId" IS NOT NULL;
CREATE INDEX "Appraisal_sealId" ON "Appraisal" ("sealId") WHERE "sealId" IS NOT NULL;
CREATE INDEX "SourceGrade_sealId" ON "SourceGrade" ("sealId") WHERE "sealId" IS NOT NULL;

-- One phase at a time on a document, one round at a time on a claim.
CREATE UNIQUE INDEX "PhaseDocument_open" ON "PhaseDocument" ("documentId") WHERE open;
CREATE UNIQUE INDEX "Round_open" ON "Round" ("claimId") WHERE state = 'open';

-- A thread is about one thing, and has its id.
ALTER TABLE "Thread" ADD CONSTRAINT "Thread_topic" CHECK (
  num_nonnulls("annotationId", "claimId", "relationId", "findingId") = 1
  AND id = coalesce("annotationId", "claimId", "relationId", "findingId"));

-- A finding is about a claim or a document.
ALTER TABLE "Finding" ADD CONSTRAINT "Finding_subject" CHECK (num_nonnulls("claimId", "documentId") = 1);

-- What is there already is not there twice; two people who can't see each other's may both have it until the reveal.
CREATE UNIQUE INDEX "Occurrence_once" ON "Occurrence" ("claimId", "annotationId", "authorId") WHERE "removedAt" IS NULL;
CREATE UNIQUE INDEX "ClaimRelation_once" ON "ClaimRelation" ("fromId", "toId", kind, "authorId") WHERE "removedAt" IS NULL;

-- The orders of claims that mix directions: high priority first, then what is active; the largest split first.
CREATE INDEX "Claim_priority" ON "Claim" ("projectId", priority, "activeAt" DESC, id DESC);
CREATE INDEX "Claim_split" ON "Claim" ("projectId", split DESC NULLS LAST, id DESC);
-- The order "by name" of a project's sources: capitals don't count.
CREATE INDEX "Source_name" ON "Source" ("projectId", lower(name), id);

-- Claims that are alike are found by their trigrams.
CREATE INDEX "Claim_statement_trgm" ON "Claim" USING gin (statement gin_trgm_ops);
-- The same words marked elsewhere in the project.
CREATE INDEX "Annotation_exact" ON "Annotation" ("projectId", md5(exact)) WHERE "deletedAt" IS NULL;

ALTER TABLE "ClaimRelation" ADD CONSTRAINT "ClaimRelation_fromAnnotationId_fkey"
  FOREIGN KEY ("fromAnnotationId", "workspaceId") REFERENCES "Annotation" (id, "workspaceId");
ALTER TABLE "ClaimRelation" ADD CONSTRAINT "ClaimRelation_toAnnotationId_fkey"
  FOREIGN KEY ("toAnnotationId", "workspaceId") REFERENCES "Annotation" (id, "workspaceId");

-- What was judged, worded and published stays as it was.
CREATE TRIGGER "ClaimVersion_frozen" BEFORE UPDATE OR DELETE ON "ClaimVersion" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "FindingVersion_frozen" BEFORE UPDATE OR DELETE ON "FindingVersion" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Attachment_frozen" BEFORE UPDATE OR DELETE ON "Attachment" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "VerdictEvidence_frozen" BEFORE UPDATE OR DELETE ON "VerdictEvidence" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Verdict_kept" BEFORE DELETE ON "Verdict" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Appraisal_kept" BEFORE DELETE ON "Appraisal" FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "SourceGrade_kept" BEFORE DELETE ON "SourceGrade" FOR EACH ROW EXECUTE FUNCTION refuse_change();
-- A reveal lets go of it; nothing else of a judgement ever changes.
CREATE TRIGGER "Verdict_frozen" BEFORE UPDATE ON "Verdict" FOR EACH ROW
  WHEN (to_jsonb(OLD) - 'held' IS DISTINCT FROM to_jsonb(NEW) - 'held' OR (NEW.held AND NOT OLD.held))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "Appraisal_frozen" BEFORE UPDATE ON "Appraisal" FOR EACH ROW
  WHEN (to_jsonb(OLD) - 'held' IS DISTINCT FROM to_jsonb(NEW) - 'held' OR (NEW.held AND NOT OLD.held))
  EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "SourceGrade_frozen" BEFORE UPDATE ON "SourceGrade" FOR EACH ROW
  WHEN (to_jsonb(OLD) - 'held' IS DISTINCT FROM to_jsonb(NEW) - 'held' OR (NEW.held AND NOT OLD.held))
  EXECUTE FUNCTION refuse_change();
