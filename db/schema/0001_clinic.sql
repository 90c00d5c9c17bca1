-- The clinic file, first version.
--
-- Every BLOB but `wrap`, `record_key`, `proof` and `hash` is sealed (store/vault.h): one canonical JSON (plan/codec.h), a
-- recipe of pieces or a piece (store/pieces.h), or an entry of the journal each. What stands beside them in clear, and
-- what it tells, is listed in src/store/README.md.

-- Facts of the file: its own id, the next counted record number, whether it was made for tests.
CREATE TABLE file_fact (
  name TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE clinic (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  changed TEXT NOT NULL,
  record BLOB NOT NULL
) STRICT;

-- Known before the file is unlocked. `proof` is a keyed fingerprint of the other columns: who edits the file by hand
-- does not become an administrator.
CREATE TABLE clinician (
  id TEXT PRIMARY KEY,
  login TEXT NOT NULL COLLATE NOCASE UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('clinician', 'administrator', 'reader')),
  disabled INTEGER NOT NULL CHECK (disabled IN (0, 1)),
  proof BLOB NOT NULL
) STRICT;

-- The data key, wrapped (store/keyring.h). `holder` is a clinician's id or 'recovery'. Failures count the wrong
-- passphrases since the last right one.
CREATE TABLE key_wrap (
  holder TEXT PRIMARY KEY,
  wrap BLOB NOT NULL,
  failures INTEGER NOT NULL CHECK (failures >= 0),
  failed_at TEXT
) STRICT, WITHOUT ROWID;

-- `record_key` is a keyed fingerprint of the record number: unique, and found without opening every record.
CREATE TABLE patient (
  id TEXT PRIMARY KEY,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  archived INTEGER NOT NULL CHECK (archived IN (0, 1)),
  changed TEXT NOT NULL,
  changed_by TEXT NOT NULL REFERENCES clinician (id),
  record_key BLOB NOT NULL UNIQUE,
  record BLOB NOT NULL
) STRICT;

CREATE TABLE draft (
  id TEXT PRIMARY KEY,
  patient TEXT NOT NULL REFERENCES patient (id),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  changed TEXT NOT NULL,
  changed_by TEXT NOT NULL REFERENCES clinician (id),
  plan BLOB NOT NULL
) STRICT;
CREATE INDEX draft_of_patient ON draft (patient);

-- A plan as it was issued. `number` counts from 1 for each patient.
CREATE TABLE issued_plan (
  id TEXT PRIMARY KEY,
  patient TEXT NOT NULL REFERENCES patient (id),
  number INTEGER NOT NULL CHECK (number >= 1),
  issued_on TEXT NOT NULL,
  issued_at TEXT NOT NULL,
  issued_by TEXT NOT NULL REFERENCES clinician (id),
  summary BLOB NOT NULL,
  snapshot BLOB NOT NULL,
  pdf BLOB NOT NULL,
  UNIQUE (patient, number)
) STRICT;

-- Whoever holds the file open: an issued plan is never changed.
CREATE TRIGGER issued_plan_stays BEFORE UPDATE ON issued_plan
BEGIN
  SELECT RAISE(ABORT, 'an issued plan is never changed');
END;

-- What became of an issued plan, beside it: replaced by another one, or void because of something.
CREATE TABLE plan_fact (
  plan TEXT NOT NULL REFERENCES issued_plan (id),
  kind TEXT NOT NULL CHECK (kind IN ('replaced', 'void')),
  at TEXT NOT NULL,
  by TEXT NOT NULL REFERENCES clinician (id),
  replaced_by TEXT REFERENCES issued_plan (id),
  record BLOB,
  PRIMARY KEY (plan, kind),
  CHECK ((kind = 'replaced') = (replaced_by IS NOT NULL)),
  CHECK ((kind = 'void') = (record IS NOT NULL))
) STRICT;

-- Parts of stored documents that repeat, each kept once (store/pieces.h). `hash` is keyed.
CREATE TABLE piece (
  id INTEGER PRIMARY KEY,
  hash BLOB NOT NULL UNIQUE,
  size INTEGER NOT NULL CHECK (size >= 0),
  deflated INTEGER NOT NULL CHECK (deflated IN (0, 1)),
  bytes BLOB NOT NULL
) STRICT;

-- The journal (store/journal.h): entries are only ever added.
CREATE TABLE journal (
  number INTEGER PRIMARY KEY CHECK (number >= 1),
  entry BLOB NOT NULL
) STRICT;
CREATE TRIGGER journal_stays BEFORE UPDATE ON journal
BEGIN
  SELECT RAISE(ABORT, 'the journal is never changed');
END;
CREATE TRIGGER journal_is_kept BEFORE DELETE ON journal
BEGIN
  SELECT RAISE(ABORT, 'the journal is never cut');
END;
CREATE TABLE journal_head (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  count INTEGER NOT NULL CHECK (count >= 0),
  head BLOB NOT NULL
) STRICT;
