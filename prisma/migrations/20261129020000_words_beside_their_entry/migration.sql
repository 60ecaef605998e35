-- The words of a passage stay beside it where they fit on a page. Kept apart, as usual above 2 kB, each that a search reads
-- takes several more steps to fetch: half of the time for a phrase in documents. It holds for what is written from now on.
ALTER TABLE "SearchEntry" SET (toast_tuple_target = 8160);
