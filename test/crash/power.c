/*
 * A disk that loses its cache, as far as one file goes: loaded before libc (LD_PRELOAD), it notes in a log, before every write to
 * XINLIN_POWER_FILE, what was there. A completed fdatasync or fsync empties the log; a completed write through a descriptor opened with
 * O_DSYNC is marked as done. What the log still holds when the process is killed never reached the disk: power.ts takes it back.
 * Whatever could change the file unseen (a writable map, a truncation, other ways to write) is noted too, so that the test refuses
 * to judge.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

enum { WRITE = 1, DONE = 2, UNSEEN = 3 };
struct note { uint32_t kind, length; uint64_t offset, size; };

static pthread_mutex_t turn = PTHREAD_MUTEX_INITIALIZER;
static int logged = -1, reader = -1;
static off_t end;

#define REAL(name) ({ static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name); real; })

static void fail(const char *what) {
  fprintf(stderr, "power layer: %s: %s\n", what, strerror(errno));
  abort();
}

/* Whether a descriptor is the file that is watched. */
static int watched(int fd) {
  const char *file = getenv("XINLIN_POWER_FILE");
  char link[64], path[PATH_MAX];
  int kept = errno;
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = file && fd > 2 ? readlink(link, path, sizeof path - 1) : -1;
  errno = kept;
  if (length < 0) return 0;
  path[length] = 0;
  return strcmp(path, file) == 0;
}

static void append(const void *bytes, size_t length) {
  if (logged < 0 && (logged = open(getenv("XINLIN_POWER_LOG"), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600)) < 0) fail("log");
  if (REAL(pwrite)(logged, bytes, length, end) != (ssize_t)length) fail("log");
  end += length;
}

static void forget(off_t to) {
  if (logged >= 0 && end > to && REAL(ftruncate)(logged, to) != 0) fail("log");
  end = to;
}

/* Notes what lies where a write will go; beyond the end that is zeros. */
static void before(off_t offset, size_t length) {
  struct stat now;
  if (reader < 0 && (reader = open(getenv("XINLIN_POWER_FILE"), O_RDONLY | O_CLOEXEC)) < 0) fail("file");
  if (fstat(reader, &now) != 0) fail("file");
  char *record = calloc(1, sizeof(struct note) + length);
  if (!record) fail("memory");
  *(struct note *)record = (struct note){ WRITE, length, offset, now.st_size };
  if (pread(reader, record + sizeof(struct note), length, offset) < 0) fail("file");
  append(record, sizeof(struct note) + length);
  free(record);
}

static void unseen(void) {
  pthread_mutex_lock(&turn);
  append(&(struct note){ UNSEEN, 0, 0, 0 }, sizeof(struct note));
  pthread_mutex_unlock(&turn);
}

/* One write of a watched file: noted, done, and marked as done when the descriptor syncs by itself. */
#define WRITTEN(fd, offset, length, call) ({ \
  pthread_mutex_lock(&turn); \
  off_t from = end; \
  before(offset, length); \
  ssize_t result = call; \
  int kept = errno; \
  if (result >= 0 && (fcntl(fd, F_GETFL) & O_DSYNC)) { \
    if (from == 0) forget(0); \
    else append(&(struct note){ DONE, 0, 0, 0 }, sizeof(struct note)); \
  } \
  pthread_mutex_unlock(&turn); \
  errno = kept; \
  result; })

static size_t total(const struct iovec *parts, int count) {
  size_t sum = 0;
  for (int i = 0; i < count; i++) sum += parts[i].iov_len;
  return sum;
}

ssize_t pwrite(int fd, const void *bytes, size_t length, off_t offset) {
  return watched(fd) ? WRITTEN(fd, offset, length, REAL(pwrite)(fd, bytes, length, offset)) : REAL(pwrite)(fd, bytes, length, offset);
}
ssize_t pwrite64(int fd, const void *bytes, size_t length, off64_t offset) { return pwrite(fd, bytes, length, offset); }

ssize_t pwritev(int fd, const struct iovec *parts, int count, off_t offset) {
  return watched(fd) ? WRITTEN(fd, offset, total(parts, count), REAL(pwritev)(fd, parts, count, offset)) : REAL(pwritev)(fd, parts, count, offset);
}
ssize_t pwritev64(int fd, const struct iovec *parts, int count, off64_t offset) { return pwritev(fd, parts, count, offset); }

ssize_t write(int fd, const void *bytes, size_t length) {
  return watched(fd) ? WRITTEN(fd, lseek(fd, 0, SEEK_CUR), length, REAL(write)(fd, bytes, length)) : REAL(write)(fd, bytes, length);
}
ssize_t writev(int fd, const struct iovec *parts, int count) {
  return watched(fd) ? WRITTEN(fd, lseek(fd, 0, SEEK_CUR), total(parts, count), REAL(writev)(fd, parts, count)) : REAL(writev)(fd, parts, count);
}

/* No write begins while a sync runs, so that all that was noted before it is on the disk after it. */
#define SYNCED(fd, call) ({ \
  pthread_mutex_lock(&turn); \
  int result = call; \
  int kept = errno; \
  if (result == 0) forget(0); \
  pthread_mutex_unlock(&turn); \
  errno = kept; \
  result; })

int fdatasync(int fd) { return watched(fd) ? SYNCED(fd, REAL(fdatasync)(fd)) : REAL(fdatasync)(fd); }
int fsync(int fd) { return watched(fd) ? SYNCED(fd, REAL(fsync)(fd)) : REAL(fsync)(fd); }

int ftruncate(int fd, off_t length) {
  if (watched(fd)) unseen();
  return REAL(ftruncate)(fd, length);
}
int ftruncate64(int fd, off64_t length) { return ftruncate(fd, length); }

void *mmap(void *at, size_t length, int protection, int flags, int fd, off_t offset) {
  if (fd >= 0 && (flags & MAP_SHARED) && (protection & PROT_WRITE) && watched(fd)) unseen();
  return REAL(mmap)(at, length, protection, flags, fd, offset);
}
void *mmap64(void *at, size_t length, int protection, int flags, int fd, off64_t offset) {
  return mmap(at, length, protection, flags, fd, offset);
}
