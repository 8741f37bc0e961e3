import CPostgres

extension PostgresConnection {
    package func copy(_ source: CopySource, at place: CodePlace) async throws -> Int {
        try await copy(source, at: place, in: nil)
    }

    func copy(_ source: CopySource, at place: CodePlace, in transaction: TransactionID?) async throws -> Int {
        var count = 0
        do {
            try await cancellable {
                try check(transaction)
                let handle = try openHandle()
                try Task.checkCancellation()
                try handle.probe()
                count = try handle.copy(source)
            }
        } catch let error as PostgresError {
            throw note(error.annotated(statement: source.statement, place: place))
        }
        return count
    }
}

extension ConnectionHandle {
    /// Streams a COPY; at most one chunk of it is in our memory at a time.
    fileprivate func copy(_ source: CopySource) throws -> Int {
        let start = try exchange(
            accepted: PQsendQuery(pointer, source.statement), cancellation: .stops, beginsCopy: true)
        guard start.status == PGRES_COPY_IN else {
            throw PostgresError(.server, "the server did not begin the COPY", mayHaveBeenSent: true)
        }
        var request = Request(cancellation: .stops)
        do {
            var row = 0
            while let (bytes, next) = try source.chunk(from: row) {
                try put(bytes, &request)
                if request.wasSent { break }
                try Task.checkCancellation()
                row = next
            }
        } catch let error where isOpen {
            // The server may be waiting for somebody's lock rather than for us.
            CancelHandle(connection: pointer)?.send()
            _ = try? exchange(accepted: PQputCopyEnd(pointer, "given up by the client"), cancellation: .isIgnored)
            throw error
        }
        return try finishCopy(after: request).affectedRows
    }

    private func finishCopy(after request: Request) throws -> PostgresResult {
        guard request.wasSent else {
            return try exchange(accepted: PQputCopyEnd(pointer, nil), cancellation: .stops)
        }
        do {
            return try exchange(accepted: PQputCopyEnd(pointer, "cancelled"), cancellation: .isIgnored)
        } catch let error as PostgresError where error.sqlState == .queryCanceled {
            throw CancellationError()
        }
    }

    private func put(_ bytes: [UInt8], _ request: inout Request) throws {
        let accepted = bytes.withUnsafeBytes { buffer in
            PQputCopyData(pointer, buffer.assumingMemoryBound(to: CChar.self).baseAddress, Int32(buffer.count))
        }
        guard accepted == 1 else { throw connectionError(mayHaveBeenSent: true) }
        try flush(&request)
    }
}
