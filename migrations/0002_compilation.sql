-- What the seven stages of a compilation keep.

CREATE TABLE discovery_documents (
    discovery_id     uuid          PRIMARY KEY,
    run_id           uuid          NOT NULL UNIQUE REFERENCES runs ON DELETE CASCADE,
    user_id          text          NOT NULL,
    session_id       text          NOT NULL,
    domain           text          NOT NULL,
    bounded_contexts jsonb         NOT NULL,
    aggregates       jsonb         NOT NULL,
    entities         jsonb         NOT NULL,
    -- The whole boundary value; the columns above are parts of it, for queries.
    document         jsonb         NOT NULL,
    llm_cost_usd     numeric(12,6) NOT NULL DEFAULT 0,
    created_at       timestamptz   NOT NULL DEFAULT clock_timestamp()
);

CREATE TABLE masterplans (
    masterplan_id       uuid          PRIMARY KEY,
    run_id              uuid          NOT NULL UNIQUE REFERENCES runs ON DELETE CASCADE,
    discovery_id        uuid          NOT NULL REFERENCES discovery_documents,
    user_id             text          NOT NULL,
    project_name        text          NOT NULL,
    description         text          NOT NULL,
    stack               text          NOT NULL,
    -- The run's state.
    status              text          NOT NULL,
    total_phases        integer       NOT NULL,
    total_milestones    integer       NOT NULL,
    total_tasks         integer       NOT NULL,
    generation_cost_usd numeric(12,6) NOT NULL DEFAULT 0,
    llm_tokens_total    bigint        NOT NULL DEFAULT 0,
    -- The boundary value without its contract and its tasks, which are rows of masterplan_tasks.
    plan                jsonb         NOT NULL,
    contract            jsonb         NOT NULL,
    created_at          timestamptz   NOT NULL DEFAULT clock_timestamp()
);

-- A plan's status follows its run, whoever changes that.
CREATE FUNCTION masterplan_follows_run() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE masterplans SET status = new.state WHERE run_id = new.run_id;
    RETURN NULL;
END $$;
CREATE TRIGGER masterplan_follows_run AFTER UPDATE OF state ON runs
    FOR EACH ROW WHEN (old.state IS DISTINCT FROM new.state) EXECUTE FUNCTION masterplan_follows_run();

CREATE TABLE masterplan_tasks (
    task_id           uuid          PRIMARY KEY,
    masterplan_id     uuid          NOT NULL REFERENCES masterplans ON DELETE CASCADE,
    task_number       integer       NOT NULL CHECK (task_number > 0),
    name              text          NOT NULL,
    description       text          NOT NULL,
    phase             integer       NOT NULL,
    milestone         integer       NOT NULL,
    kind              text          NOT NULL,
    complexity        text          NOT NULL CHECK (complexity IN ('low', 'medium', 'high')),
    target_files      text[]        NOT NULL,
    -- The whole boundary value.
    task              jsonb         NOT NULL,
    origin            text          CHECK (origin IN ('template', 'cache', 'model')),
    origin_reason     text,
    llm_prompt        text,
    -- The final code, also when it was rendered.
    llm_response      text,
    llm_model         text,
    llm_tokens_input  bigint        NOT NULL DEFAULT 0,
    llm_tokens_output bigint        NOT NULL DEFAULT 0,
    llm_cached_tokens bigint        NOT NULL DEFAULT 0,
    llm_cost_usd      numeric(12,6) NOT NULL DEFAULT 0,
    last_error        text,
    created_at        timestamptz   NOT NULL DEFAULT clock_timestamp(),
    UNIQUE (masterplan_id, task_number)
);

CREATE TABLE task_dependencies (
    masterplan_id uuid    NOT NULL,
    task_number   integer NOT NULL,
    depends_on    integer NOT NULL CHECK (depends_on < task_number),
    PRIMARY KEY (masterplan_id, task_number, depends_on),
    FOREIGN KEY (masterplan_id, task_number) REFERENCES masterplan_tasks (masterplan_id, task_number)
        ON DELETE CASCADE,
    FOREIGN KEY (masterplan_id, depends_on) REFERENCES masterplan_tasks (masterplan_id, task_number)
        ON DELETE CASCADE
);

-- Revisions of the repository's files; the last one of a path is what is written.
CREATE TABLE files (
    run_id     uuid        NOT NULL REFERENCES runs ON DELETE CASCADE,
    path       text        NOT NULL,
    revision   integer     NOT NULL CHECK (revision > 0),
    task_id    uuid        NOT NULL REFERENCES masterplan_tasks ON DELETE CASCADE,
    content    text        NOT NULL,
    bytes      integer     NOT NULL,
    digest     text        NOT NULL,
    created_at timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (run_id, path, revision)
);
CREATE INDEX files_by_task ON files (task_id);

CREATE TABLE atomic_units (
    atom_id          uuid        PRIMARY KEY,
    -- The run and the masterplan of the task: repeated for queries, and not checked again for every row.
    run_id           uuid        NOT NULL,
    masterplan_id    uuid        NOT NULL,
    task_id          uuid        NOT NULL REFERENCES masterplan_tasks ON DELETE CASCADE,
    -- From 1, in the order of a file's rows.
    atom_number      integer     NOT NULL,
    atom_type        text        NOT NULL,
    code_to_generate text        NOT NULL,
    estimated_loc    integer     NOT NULL,
    -- Names as they are written.
    dependencies_raw text[]      NOT NULL,
    path             text        NOT NULL,
    revision         integer     NOT NULL,
    -- Stable: path::Qualified.name#part.
    identity         text        NOT NULL,
    start_line       integer     NOT NULL,
    end_line         integer     NOT NULL,
    byte_offset      integer     NOT NULL,
    byte_length      integer     NOT NULL,
    metadata         jsonb       NOT NULL,
    created_at       timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX atomic_units_by_file ON atomic_units (run_id, path, atom_number);
CREATE INDEX atomic_units_by_task ON atomic_units (task_id);

-- atom_id needs depends_on.
CREATE TABLE atom_dependencies (
    atom_id      uuid    NOT NULL REFERENCES atomic_units ON DELETE CASCADE,
    depends_on   uuid    NOT NULL REFERENCES atomic_units ON DELETE CASCADE,
    is_eager     boolean NOT NULL,
    is_ambiguous boolean NOT NULL DEFAULT false,
    PRIMARY KEY (atom_id, depends_on)
);
CREATE INDEX atom_dependencies_by_target ON atom_dependencies (depends_on);

CREATE TABLE execution_results (
    execution_id           uuid        NOT NULL REFERENCES executions ON DELETE CASCADE,
    -- The masterplan of the atom.
    masterplan_id          uuid        NOT NULL,
    wave_number            integer     NOT NULL CHECK (wave_number > 0),
    atom_id                uuid        NOT NULL REFERENCES atomic_units ON DELETE CASCADE,
    status                 text        NOT NULL CHECK (status IN ('succeeded', 'failed')),
    output                 text,
    error                  text,
    execution_time_seconds double precision NOT NULL,
    created_at             timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (execution_id, atom_id)
);
CREATE INDEX execution_results_by_atom ON execution_results (atom_id);

CREATE TABLE repositories (
    run_id       uuid        PRIMARY KEY REFERENCES runs ON DELETE CASCADE,
    -- What acceptance expects: the digest over every path and its digest, in the order of paths.
    digest       text        NOT NULL,
    files        integer     NOT NULL,
    bytes        bigint      NOT NULL,
    -- Where it is, relative to the workspace; null until it is published.
    path         text,
    published_at timestamptz
);
