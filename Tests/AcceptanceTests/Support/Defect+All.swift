extension Defect {
    static let all = [
        Defect(
            name: "null for a required field in PATCH", path: "src/app/schemas/",
            pattern: #"\| pydantic\.MISSING = "#, replacement: "| pydantic.MISSING | None = "),
        Defect(
            name: "NUL in texts", path: "src/app/schemas/base.py",
            pattern: #"^NO_NUL = .*$"#, replacement: #"NO_NUL = r".*""#),
        Defect(
            name: "hash in answers", path: "src/app/schemas/",
            pattern: #"^class \w+Read\(base\.EntityRead\):\n"#, replacement: "$0    password_hash: str\n",
            marker: "base.Password", needsLogin: true),
        Defect(
            name: "plain-text password", path: "src/app/services/",
            pattern: #"security\.hash_password\((values\.pop\("password"\))\)"#, replacement: "$1", needsLogin: true),
        Defect(
            name: "missing commit", path: "src/app/core/storage.py",
            pattern: #"session\.commit\(\)"#, replacement: "session.flush()"),
        Defect(
            name: "unbounded limit", path: "src/app/schemas/base.py",
            pattern: #"ge=1, le=100\)"#, replacement: "ge=1)"),
        Defect(
            name: "foreign keys off on SQLite", path: "src/app/core/database.py",
            pattern: "foreign_keys=ON", replacement: "foreign_keys=OFF"),
        Defect(
            name: "no owner check", path: "src/app/services/",
            pattern: #"^ *access\.require_owner\([^)]*\)\n"#, replacement: "", needsLogin: true),
        Defect(
            name: "no order", path: "src/app/core/storage.py",
            pattern: #"rows\.order_by\(model\.created_at.*$"#, replacement: "rows"),
        Defect(
            name: "router not included", path: "src/app/main.py",
            pattern: #"^    \w+_router,\n"#, replacement: ""),
        Defect(
            name: "conflicts not handled", path: "src/app/core/errors.py",
            pattern: #"^    @app\.exception_handler\(IntegrityError\)\n"#, replacement: ""),
        Defect(
            name: "naive moments", path: "src/app/models/base.py",
            pattern: #"dt\.datetime\.now\(dt\.UTC\)"#, replacement: "dt.datetime.utcnow()"),
        Defect(
            name: "no rule of deletion", path: "src/app/models/",
            pattern: #",\s*ondelete="[A-Z ]+""#, replacement: ""),
        Defect(
            name: "no index on a foreign key", path: "src/app/models/",
            pattern: #",\s*index=True"#, replacement: ""),
        Defect(
            name: "changed column", path: "src/app/models/",
            pattern: #"sa\.String\((\d+)\)"#, replacement: "sa.String(1$1)"),
        Defect(
            name: "new column", path: "src/app/models/",
            pattern: #"^    __table_args__ = "#,
            replacement: "    extra: orm.Mapped[str | None] = orm.mapped_column(sa.String(20))\n$0"),
        Defect(
            name: "undefined name", path: "src/app/services/",
            pattern: #"storage\.paginate"#, replacement: "storge.paginate"),
        Defect(
            name: "wrong arity", path: "src/app/api/routes/",
            pattern: #"service\.get_(\w+)\(session, \w+\)"#, replacement: "service.get_$1(session)"),
        Defect(
            name: "PATCH of all fields", path: "src/app/schemas/",
            pattern: #"\| pydantic\.MISSING = pydantic\.MISSING"#, replacement: "| None = None"),
    ]
}
