#include <libpq-fe.h>
#include <spawn.h>
#include <sys/eventfd.h>

// Swift's view of the C library leaves GNU's extensions of <spawn.h> out; these are glibc's declarations.
extern int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *actions, const char *path);
extern int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);
static const short mge_posix_spawn_setsid = 0x80;
