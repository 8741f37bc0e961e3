-- The engine's own tables. They know runs, stages and work items, and no particular stage.

CREATE SEQUENCE worker_numbers AS integer CYCLE;
CREATE SEQUENCE lease_tokens;

CREATE TABLE runs (
    run_id         uuid PRIMARY KEY,
    kind           text        NOT NULL,
    state          text        NOT NULL CHECK (state IN ('draft', 'awaiting_approval', 'queued', 'running',
                                                         'succeeded', 'partial', 'failed', 'cancelled', 'paused')),
    settings       jsonb       NOT NULL,
    input          jsonb       NOT NULL,
    user_id        text        NOT NULL,
    session_id     text        NOT NULL,
    -- Raised whenever the stages are planned again.
    epoch          bigint      NOT NULL DEFAULT 0,
    -- The digest of everything outside the database that results depend on.
    toolchain      text,
    approved_at    timestamptz,
    -- Merged into the data of every event of the run.
    event_context  jsonb       NOT NULL DEFAULT '{}',
    -- Why it failed or is paused.
    failure        jsonb,
    created_at     timestamptz NOT NULL DEFAULT clock_timestamp(),
    started_at     timestamptz,
    finished_at    timestamptz
);
CREATE INDEX runs_by_age ON runs (created_at DESC, run_id);

CREATE TABLE stages (
    run_id       uuid    NOT NULL REFERENCES runs ON DELETE CASCADE,
    name         text    NOT NULL,
    ordinal      integer NOT NULL,
    version      integer NOT NULL,
    state        text    NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'planning', 'running', 'done')),
    planned_at   timestamptz,
    completed_at timestamptz,
    -- How many results were counted: those that the last planning kept, and those saved since.
    progress     integer NOT NULL DEFAULT 0,
    PRIMARY KEY (run_id, name),
    UNIQUE (run_id, ordinal) DEFERRABLE INITIALLY DEFERRED
);

-- Whoever works on a run. A worker lives as long as it holds its advisory lock.
CREATE TABLE workers (
    worker_number integer     PRIMARY KEY,
    run_id        uuid        NOT NULL REFERENCES runs ON DELETE CASCADE,
    host          text        NOT NULL,
    process       integer     NOT NULL,
    started_at    timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX workers_by_run ON workers (run_id);

CREATE TABLE work_items (
    item_id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_id            uuid        NOT NULL,
    stage             text        NOT NULL,
    key               text        NOT NULL,
    -- The order in which ready items are claimed; an added item has its parent's.
    ordinal           bigint      NOT NULL,
    -- Planning a stage is an item too.
    is_planning       boolean     NOT NULL DEFAULT false,
    -- The item whose save added this one; null for a planned one.
    parent_item       bigint      REFERENCES work_items ON DELETE CASCADE,
    input             jsonb       NOT NULL,
    input_digest      text        NOT NULL,
    state             text        NOT NULL CHECK (state IN ('waiting', 'ready', 'leased', 'done', 'dead', 'blocked',
                                                            'cancelled')),
    dependencies_left integer     NOT NULL DEFAULT 0 CHECK (dependencies_left >= 0),
    not_before        timestamptz NOT NULL DEFAULT '-infinity',
    attempt           integer     NOT NULL DEFAULT 0,
    -- How often a worker ended without giving the item back.
    abandonments      integer     NOT NULL DEFAULT 0,
    worker_number     integer,
    lease_token       bigint,
    lease_until       timestamptz,
    -- How often a result was saved: more than one only after the input changed.
    completions       integer     NOT NULL DEFAULT 0,
    last_error        jsonb,
    created_at        timestamptz NOT NULL DEFAULT clock_timestamp(),
    started_at        timestamptz,
    completed_at      timestamptz,
    FOREIGN KEY (run_id, stage) REFERENCES stages (run_id, name) ON DELETE CASCADE,
    UNIQUE (run_id, stage, key),
    CHECK ((state = 'leased') = (lease_token IS NOT NULL))
);
CREATE INDEX work_items_ready ON work_items (run_id, stage, ordinal, item_id) WHERE state = 'ready';
CREATE INDEX work_items_leased ON work_items (run_id, worker_number) WHERE state = 'leased';
CREATE INDEX work_items_by_state ON work_items (run_id, stage, state, ordinal);
CREATE INDEX work_items_by_parent ON work_items (parent_item) WHERE parent_item IS NOT NULL;

-- to_item waits for from_item.
CREATE TABLE work_edges (
    from_item bigint NOT NULL REFERENCES work_items ON DELETE CASCADE,
    to_item   bigint NOT NULL REFERENCES work_items ON DELETE CASCADE,
    PRIMARY KEY (from_item, to_item)
);
CREATE INDEX work_edges_by_target ON work_edges (to_item);

-- transaction_id lets a reader follow events in the order of their commits without missing one.
CREATE TABLE events (
    id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_id         uuid        NOT NULL REFERENCES runs ON DELETE CASCADE,
    type           text        NOT NULL,
    data           jsonb       NOT NULL,
    transaction_id xid8        NOT NULL DEFAULT pg_current_xact_id(),
    created_at     timestamptz NOT NULL DEFAULT clock_timestamp()
);
CREATE INDEX events_in_order ON events (run_id, transaction_id, id);

CREATE TABLE executions (
    execution_id     uuid        PRIMARY KEY,
    run_id           uuid        NOT NULL REFERENCES runs ON DELETE CASCADE,
    worker_id        text        NOT NULL,
    stage            text        NOT NULL,
    item_key         text,
    task_description text        NOT NULL,
    task_input       jsonb       NOT NULL,
    status           text        NOT NULL CHECK (status IN ('running', 'succeeded', 'failed')),
    created_at       timestamptz NOT NULL DEFAULT clock_timestamp(),
    completed_at     timestamptz,
    total_duration   double precision,
    error_message    text
);
CREATE INDEX executions_by_run ON executions (run_id, stage, item_key);

CREATE TABLE chain_of_work (
    execution_id      uuid        NOT NULL REFERENCES executions ON DELETE CASCADE,
    step_number       integer     NOT NULL CHECK (step_number > 0),
    step_type         text        NOT NULL CHECK (step_type IN ('plan', 'cache_lookup', 'code_gen', 'code_adaptation',
                                                                'validation', 'execution', 'code_correction', 'retry',
                                                                'review', 'caching')),
    action            text        NOT NULL,
    reasoning         text,
    input_data        jsonb,
    output_data       jsonb,
    code_generated    text,
    stdout            text,
    stderr            text,
    exit_code         integer,
    llm_model         text,
    llm_tokens_used   bigint,
    call_id           uuid,
    execution_time    double precision,
    peak_memory_bytes bigint,
    created_at        timestamptz NOT NULL DEFAULT clock_timestamp(),
    PRIMARY KEY (execution_id, step_number)
);
