/// How the private server is set up: for one machine, many short transactions, and no loss.
package struct ServerSettings: Sendable, Hashable {
    /// PostgreSQL's parameters by name.
    package var parameters: [String: String]

    /// What MGE's own work needs; a committed transaction survives a loss of power.
    package static let durable = ServerSettings(parameters: [
        "listen_addresses": "", "unix_socket_permissions": "0700", "max_connections": "200",
        "shared_buffers": "128MB", "fsync": "on", "synchronous_commit": "on", "full_page_writes": "on",
        "wal_level": "minimal", "max_wal_senders": "0", "wal_compression": "on", "min_wal_size": "80MB",
        "max_wal_size": "1GB", "checkpoint_timeout": "10min", "autovacuum": "on", "jit": "off",
        "logging_collector": "off", "log_destination": "stderr", "log_line_prefix": "%m [%p] ",
        "timezone": "UTC", "log_timezone": "UTC", "cluster_name": "mge",
    ])

    /// For tests: as above, but fast instead of safe, and with room for many test processes.
    package static let disposable: ServerSettings = {
        var settings = durable
        settings.parameters.merge([
            "fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "max_connections": "1000",
        ]) { $1 }
        return settings
    }()

    var arguments: [String] {
        parameters.sorted { $0.key < $1.key }.flatMap { ["-c", "\($0.key)=\($0.value)"] }
    }
}
