-- Both atoms of a dependency are of one run, and all of its dependencies are stored at once, from the atoms that are
-- there: that the target exists is not checked again for every row, which took half of the time of storing them. They go
-- with the atom that has them, and all of a run are replaced when an atom of it changes.
ALTER TABLE atom_dependencies DROP CONSTRAINT atom_dependencies_depends_on_fkey;
DROP INDEX atom_dependencies_by_target;
