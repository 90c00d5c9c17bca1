-- The clinic file, first version. Text comes with the store.
CREATE TABLE clinic (id INTEGER PRIMARY KEY CHECK (id = 1)) STRICT;
