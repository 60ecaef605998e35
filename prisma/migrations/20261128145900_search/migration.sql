-- CreateEnum
CREATE TYPE "SearchKind" AS ENUM ('title', 'passage', 'annotation', 'comment', 'claim');

-- The configuration of PostgreSQL's text search for a language (BCP 47): the one table of what is known. Anything else is
-- searched by its words as they stand.
CREATE FUNCTION search_language(tag text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE lower(split_part(replace(tag, '_', '-'), '-', 1))
    WHEN 'ar' THEN 'arabic' WHEN 'ca' THEN 'catalan' WHEN 'da' THEN 'danish' WHEN 'de' THEN 'german'
    WHEN 'el' THEN 'greek' WHEN 'en' THEN 'english' WHEN 'es' THEN 'spanish' WHEN 'eu' THEN 'basque'
    WHEN 'fi' THEN 'finnish' WHEN 'fr' THEN 'french' WHEN 'ga' THEN 'irish' WHEN 'hi' THEN 'hindi'
    WHEN 'hu' THEN 'hungarian' WHEN 'hy' THEN 'armenian' WHEN 'id' THEN 'indonesian' WHEN 'it' THEN 'italian'
    WHEN 'lt' THEN 'lithuanian' WHEN 'nb' THEN 'norwegian' WHEN 'ne' THEN 'nepali' WHEN 'nl' THEN 'dutch'
    WHEN 'nn' THEN 'norwegian' WHEN 'no' THEN 'norwegian' WHEN 'pt' THEN 'portuguese' WHEN 'ro' THEN 'romanian'
    WHEN 'ru' THEN 'russian' WHEN 'sr' THEN 'serbian' WHEN 'sv' THEN 'swedish' WHEN 'ta' THEN 'tamil'
    WHEN 'tr' THEN 'turkish' WHEN 'yi' THEN 'yiddish' ELSE 'simple' END
$$;

-- A text as its words are looked for: Latin and Greek letters without their accents, and spaces around each letter of the
-- scripts that write none between words, so that a word of them is a phrase of letters.
CREATE FUNCTION search_letters(text text) RETURNS text LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF octet_length(text) = length(text) THEN RETURN text; END IF;
  text := normalize(regexp_replace(normalize(text, NFD), '([A-Za-z\u0370-\u03ff])[\u0300-\u036f]+', '\1', 'g'), NFC);
  RETURN regexp_replace(text, '([\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\U00020000-\U0003ffff])',
    ' \1 ', 'g');
END $$;

-- A word that stands for a kind of entries in a workspace, and that no text has, since it holds spaces: so that an index of
-- words finds those of a workspace without looking at those of all the others.
CREATE FUNCTION search_place(kind "SearchKind", workspace uuid) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT CASE kind WHEN 'title' THEN 'title' WHEN 'passage' THEN 'passage' WHEN 'annotation' THEN 'annotation'
    WHEN 'comment' THEN 'comment' ELSE 'claim' END || ' in ' || workspace
$$;

-- What is found of a text with tags. Words of titles count most, then those of claims and tags, of annotated passages, and
-- others.
CREATE FUNCTION search_words(kind "SearchKind", language text, tags text, text text) RETURNS tsvector
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE SET search_path FROM CURRENT AS $$
DECLARE
  config regconfig := ('pg_catalog.' || language)::regconfig;
  words tsvector := to_tsvector(config, search_letters(text));
BEGIN
  IF kind = 'passage' OR kind = 'comment' THEN RETURN words; END IF;
  words := setweight(words, CASE kind WHEN 'title' THEN 'A' WHEN 'claim' THEN 'B' ELSE 'C' END::"char");
  IF tags = '' THEN RETURN words; END IF;
  RETURN setweight(to_tsvector(config, search_letters(tags)), 'B') || words;
END $$;

-- What is looked for: words, "phrases", -excluded, or; of whatever someone types, without an error.
CREATE FUNCTION search_query(language text, asked text) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN websearch_to_tsquery(('pg_catalog.' || language)::regconfig, search_letters(asked));
END $$;

-- The places of a kind in these workspaces, any of which will do.
CREATE FUNCTION search_places(kind "SearchKind", workspaces uuid[]) RETURNS tsquery LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  RETURN (SELECT string_agg(quote_literal(search_place(kind, workspace)), ' | ') FROM unnest(workspaces) workspace)::tsquery;
END $$;

-- What is looked for in these places; nothing, where all that is left of it in this language is what is excluded.
CREATE FUNCTION search_query_in(language text, asked text, kind "SearchKind", workspaces uuid[]) RETURNS tsquery
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
  wanted tsquery := search_query(language, asked);
BEGIN
  IF numnode(wanted) = 0 OR querytree(wanted) = 'T' THEN RETURN ''::tsquery; END IF;
  RETURN wanted && search_places(kind, workspaces);
END $$;

-- CreateTable
CREATE TABLE "SearchEntry" (
    "kind" "SearchKind" NOT NULL,
    "subject" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "workspaceId" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "language" TEXT NOT NULL,
    "tags" TEXT NOT NULL DEFAULT '',
    "text" TEXT NOT NULL,
    "words" tsvector NOT NULL GENERATED ALWAYS AS (
      search_words("kind", "language", "tags", "text") || array_to_tsvector(ARRAY[search_place("kind", "workspaceId")])) STORED,

    CONSTRAINT "SearchEntry_pkey" PRIMARY KEY ("subject","place")
);

-- How many UTF-16 code units a text has, which is what offsets count.
CREATE FUNCTION utf16_length(text text) RETURNS int LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
BEGIN
  IF octet_length(text) = length(text) OR text !~ '[\U00010000-\U0010ffff]' THEN RETURN length(text); END IF;
  RETURN length(text) + length(regexp_replace(text, '[^\U00010000-\U0010ffff]', '', 'g'));
END $$;

-- Halves of a text, and halves of these, until each is short; cut at a space where there is one near.
CREATE FUNCTION search_halves(text text) RETURNS SETOF text LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  middle int := length(text) / 2;
BEGIN
  IF length(text) <= 1500 THEN
    RETURN NEXT text;
  ELSE
    middle := middle + greatest(position(' ' IN substr(text, middle + 1, 100)), 0);
    RETURN QUERY SELECT search_halves(left(text, middle));
    RETURN QUERY SELECT search_halves(substr(text, middle + 1));
  END IF;
END $$;

-- A text in passages of about a thousand characters, and where each begins. They end where lines do, if lines are not too
-- long. What has no letter or digit is left out.
CREATE FUNCTION search_passages(text text) RETURNS TABLE (place int, passage text) LANGUAGE plpgsql IMMUTABLE AS $$
DECLARE
  line text;
  piece text;
  at int := 0;
BEGIN
  place := 0;
  passage := '';
  FOR line IN SELECT string_to_table(text, E'\n') LOOP
    FOR piece IN SELECT search_halves(line) LOOP
      IF length(passage) >= 800 OR length(passage) + length(piece) > 1500 THEN
        IF passage ~ '[[:alnum:]]' THEN RETURN NEXT; END IF;
        place := at;
        passage := '';
      END IF;
      passage := passage || piece;
      at := at + utf16_length(piece);
    END LOOP;
    passage := passage || E'\n';
    at := at + 1;
  END LOOP;
  passage := rtrim(passage, E'\n');
  IF passage ~ '[[:alnum:]]' THEN RETURN NEXT; END IF;
END $$;

-- In which language most of a project's documents are.
CREATE FUNCTION search_language_of_project(project uuid) RETURNS text LANGUAGE sql STABLE AS $$
  SELECT coalesce((
    SELECT search_language(d.language) FROM "Document" d WHERE d."projectId" = project
    GROUP BY 1 ORDER BY count(*) DESC, 1 LIMIT 1), 'simple')
$$;

-- Triggers, each a statement for all rows of an insertion.

CREATE FUNCTION search_documents() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "SearchEntry" (kind, subject, place, "workspaceId", at, language, text)
  SELECT 'title', id, -1, "workspaceId", "createdAt", search_language(language), title FROM fresh;
  RETURN NULL;
END $$;
CREATE TRIGGER "Document_searched" AFTER INSERT ON "Document" REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION search_documents();

CREATE FUNCTION search_document_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  spoken text := search_language(NEW.language);
BEGIN
  UPDATE "SearchEntry" SET text = NEW.title, language = spoken WHERE subject = NEW.id AND place = -1;
  IF spoken <> search_language(OLD.language) THEN
    UPDATE "SearchEntry" SET language = spoken WHERE subject = NEW.id AND place >= 0;
    UPDATE "SearchEntry" e SET language = spoken FROM "Annotation" a
    WHERE a."documentId" = NEW.id AND e.subject = a.id AND e.place = 0;
    UPDATE "SearchEntry" e SET language = spoken FROM "Annotation" a, "Comment" c
    WHERE a."documentId" = NEW.id AND c."threadId" = a.id AND e.subject = c.id AND e.place = 0;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER "Document_searched_anew" AFTER UPDATE OF title, language ON "Document" FOR EACH ROW
  WHEN (OLD.title <> NEW.title OR OLD.language IS DISTINCT FROM NEW.language) EXECUTE FUNCTION search_document_changed();

CREATE FUNCTION search_versions() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "SearchEntry" e USING fresh v WHERE e.subject = v."documentId" AND e.place >= 0;
  INSERT INTO "SearchEntry" (kind, subject, place, "workspaceId", at, language, text)
  SELECT 'passage', d.id, p.place, d."workspaceId", d."createdAt", search_language(d.language), p.passage
  FROM fresh v JOIN "Document" d ON d.id = v."documentId" CROSS JOIN LATERAL search_passages(v.text) p;
  RETURN NULL;
END $$;
CREATE TRIGGER "DocumentVersion_searched" AFTER INSERT ON "DocumentVersion" REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION search_versions();

CREATE FUNCTION search_annotations() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "SearchEntry" (kind, subject, place, "workspaceId", at, language, tags, text)
  SELECT 'annotation', a.id, 0, a."workspaceId", a."createdAt", search_language(d.language), array_to_string(a.tags, ' '), a.exact
  FROM fresh a JOIN "Document" d ON d.id = a."documentId";
  RETURN NULL;
END $$;
CREATE TRIGGER "Annotation_searched" AFTER INSERT ON "Annotation" REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION search_annotations();

CREATE FUNCTION search_annotation_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "SearchEntry" SET tags = array_to_string(NEW.tags, ' ') WHERE subject = NEW.id AND place = 0;
  RETURN NULL;
END $$;
CREATE TRIGGER "Annotation_searched_anew" AFTER UPDATE OF tags ON "Annotation" FOR EACH ROW
  WHEN (OLD.tags <> NEW.tags) EXECUTE FUNCTION search_annotation_changed();

CREATE FUNCTION search_comments() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "SearchEntry" (kind, subject, place, "workspaceId", at, language, text)
  SELECT 'comment', c.id, 0, c."workspaceId", c."createdAt", coalesce(
      (SELECT search_language(d.language) FROM "Annotation" a JOIN "Document" d ON d.id = a."documentId" WHERE a.id = c."threadId"),
      (SELECT e.language FROM "SearchEntry" e WHERE e.subject = c."threadId" AND e.place = 0),
      'simple'), c.text
  FROM fresh c;
  RETURN NULL;
END $$;
CREATE TRIGGER "Comment_searched" AFTER INSERT ON "Comment" REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION search_comments();

CREATE FUNCTION search_comment_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "SearchEntry" SET text = NEW.text WHERE subject = NEW.id AND place = 0;
  RETURN NULL;
END $$;
CREATE TRIGGER "Comment_searched_anew" AFTER UPDATE OF text ON "Comment" FOR EACH ROW
  WHEN (OLD.text <> NEW.text) EXECUTE FUNCTION search_comment_changed();

CREATE FUNCTION search_claims() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "SearchEntry" (kind, subject, place, "workspaceId", at, language, text)
  SELECT 'claim', c.id, 0, c."workspaceId", c."createdAt", search_language_of_project(c."projectId"), c.statement FROM fresh c;
  RETURN NULL;
END $$;
CREATE TRIGGER "Claim_searched" AFTER INSERT ON "Claim" REFERENCING NEW TABLE AS fresh
  FOR EACH STATEMENT EXECUTE FUNCTION search_claims();

CREATE FUNCTION search_claim_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE "SearchEntry" SET text = NEW.statement, language = search_language_of_project(NEW."projectId")
  WHERE subject = NEW.id AND place = 0;
  RETURN NULL;
END $$;
CREATE TRIGGER "Claim_searched_anew" AFTER UPDATE OF statement ON "Claim" FOR EACH ROW
  WHEN (OLD.statement <> NEW.statement) EXECUTE FUNCTION search_claim_changed();

-- What is gone for good is not to be kept here.
CREATE FUNCTION search_forget() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM "SearchEntry" WHERE subject = OLD.id;
  RETURN NULL;
END $$;
CREATE TRIGGER "Document_forgotten" AFTER DELETE ON "Document" FOR EACH ROW EXECUTE FUNCTION search_forget();
CREATE TRIGGER "Annotation_forgotten" AFTER DELETE ON "Annotation" FOR EACH ROW EXECUTE FUNCTION search_forget();
CREATE TRIGGER "Comment_forgotten" AFTER DELETE ON "Comment" FOR EACH ROW EXECUTE FUNCTION search_forget();
CREATE TRIGGER "Claim_forgotten" AFTER DELETE ON "Claim" FOR EACH ROW EXECUTE FUNCTION search_forget();

-- What is there already.

INSERT INTO "SearchEntry" (kind, subject, place, "workspaceId", at, language, text)
SELECT 'title', id, -1, "workspaceId", "createdAt", search_language(language), title FROM "Document";

INSERT INTO "SearchEntry" (kind, subject, place, "workspaceId", at, language, text)
SELECT 'passage', d.id, p.place, d."workspaceId", d."createdAt", search_language(d.language), p.passage
FROM "Document" d
CROSS JOIN LATERAL (SELECT text FROM "DocumentVersion" v WHERE v."documentId" = d.id ORDER BY number DESC LIMIT 1) v
CROSS JOIN LATERAL search_passages(v.text) p;

INSERT INTO "SearchEntry" (kind, subject, place, "workspaceId", at, language, tags, text)
SELECT 'annotation', a.id, 0, a."workspaceId", a."createdAt", search_language(d.language), array_to_string(a.tags, ' '), a.exact
FROM "Annotation" a JOIN "Document" d ON d.id = a."documentId";

INSERT INTO "SearchEntry" (kind, subject, place, "workspaceId", at, language, text)
SELECT 'claim', c.id, 0, c."workspaceId", c."createdAt", search_language_of_project(c."projectId"), c.statement FROM "Claim" c;

INSERT INTO "SearchEntry" (kind, subject, place, "workspaceId", at, language, text)
SELECT 'comment', c.id, 0, c."workspaceId", c."createdAt", coalesce(e.language, 'simple'), c.text
FROM "Comment" c LEFT JOIN "SearchEntry" e ON e.subject = c."threadId" AND e.place = 0;

-- CreateIndex
CREATE INDEX "SearchEntry_workspaceId_kind_at_subject_place_idx" ON "SearchEntry"("workspaceId", "kind", "at", "subject", "place");

-- Whole words and parts of words, and with both the place that they are looked for in.
CREATE INDEX "SearchEntry_words" ON "SearchEntry" USING gin (words, text gin_trgm_ops);
