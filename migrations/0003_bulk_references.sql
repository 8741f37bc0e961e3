-- Atoms and their dependencies are stored by the million. A foreign key is checked, and locks what it leads to, row by row;
-- the references of these tables are checked, and followed when rows are deleted, once for each statement. This locks nothing:
-- tasks are deleted by a shorter plan, before a stage that makes atoms of it begins, and with their run, whose row is locked
-- when no worker lives.

ALTER TABLE atomic_units DROP CONSTRAINT atomic_units_task_id_fkey;
ALTER TABLE atom_dependencies
    DROP CONSTRAINT atom_dependencies_atom_id_fkey,
    DROP CONSTRAINT atom_dependencies_depends_on_fkey;

-- OFFSET keeps each look-up on its index, whatever statistics say of a table that grows.

CREATE FUNCTION atoms_have_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    missing uuid;
BEGIN
    SELECT t.task_id INTO missing FROM (SELECT DISTINCT task_id FROM added) AS t
        WHERE NOT EXISTS (SELECT FROM masterplan_tasks AS m WHERE m.task_id = t.task_id OFFSET 0) LIMIT 1;
    IF FOUND THEN
        RAISE foreign_key_violation USING TABLE = 'atomic_units', CONSTRAINT = 'atoms_have_tasks',
            MESSAGE = 'an atom is of no task', DETAIL = format('There is no task %s.', missing);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER atoms_have_tasks AFTER INSERT ON atomic_units
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION atoms_have_tasks();
CREATE TRIGGER changed_atoms_have_tasks AFTER UPDATE ON atomic_units
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION atoms_have_tasks();

CREATE FUNCTION dependencies_are_between_atoms() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    missing uuid;
BEGIN
    SELECT CASE WHEN d.has_source THEN d.depends_on ELSE d.atom_id END INTO missing
        FROM (SELECT atom_id, depends_on,
                     EXISTS (SELECT FROM atomic_units AS a WHERE a.atom_id = n.atom_id OFFSET 0) AS has_source,
                     EXISTS (SELECT FROM atomic_units AS a WHERE a.atom_id = n.depends_on OFFSET 0) AS has_target
              FROM added AS n OFFSET 0) AS d
        WHERE NOT (d.has_source AND d.has_target) LIMIT 1;
    IF FOUND THEN
        RAISE foreign_key_violation USING TABLE = 'atom_dependencies', CONSTRAINT = 'dependencies_are_between_atoms',
            MESSAGE = 'a dependency is between atoms of which one is not there',
            DETAIL = format('There is no atom %s.', missing);
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER dependencies_are_between_atoms AFTER INSERT ON atom_dependencies
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION dependencies_are_between_atoms();
CREATE TRIGGER changed_dependencies_are_between_atoms AFTER UPDATE ON atom_dependencies
    REFERENCING NEW TABLE AS added FOR EACH STATEMENT EXECUTE FUNCTION dependencies_are_between_atoms();

CREATE FUNCTION atoms_go_with_tasks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM atomic_units WHERE ctid = ANY (ARRAY(
        SELECT a.ctid FROM gone CROSS JOIN LATERAL (
            SELECT ctid FROM atomic_units WHERE task_id = gone.task_id OFFSET 0) AS a));
    RETURN NULL;
END $$;
CREATE TRIGGER atoms_go_with_tasks AFTER DELETE ON masterplan_tasks
    REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION atoms_go_with_tasks();

CREATE FUNCTION dependencies_go_with_atoms() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM atom_dependencies WHERE ctid = ANY (ARRAY(
        SELECT d.ctid FROM gone CROSS JOIN LATERAL (
            SELECT ctid FROM atom_dependencies WHERE atom_id = gone.atom_id OFFSET 0) AS d
        UNION ALL
        SELECT d.ctid FROM gone CROSS JOIN LATERAL (
            SELECT ctid FROM atom_dependencies WHERE depends_on = gone.atom_id OFFSET 0) AS d));
    RETURN NULL;
END $$;
CREATE TRIGGER dependencies_go_with_atoms AFTER DELETE ON atomic_units
    REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION dependencies_go_with_atoms();
