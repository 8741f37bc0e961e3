// Linux calls that glibc declares for _GNU_SOURCE only, which Swift's Glibc module does not define.
#define MGE_RENAME_EXCHANGE (1u << 1)
int renameat2(int old_directory, const char *old_path, int new_directory, const char *new_path, unsigned int flags);
int syncfs(int descriptor);
