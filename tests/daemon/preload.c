/* Turns the wall clock of one process, and nothing else: CLOCK_REALTIME, time() and gettimeofday().

   $TURNED_CLOCK names a file of four 8-byte fields, mapped into memory and read at every call:
   a count that is odd while a hand is being set, the monotonic and the wall clock at the last setting
   (nanoseconds), and the pace (wall seconds in one true second).
   Sleeps and time limits go by the monotonic clock, which stays true. */
#define _GNU_SOURCE
#include <fcntl.h>
#include <stdatomic.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

#define SECOND 1000000000LL

struct dial {
    _Atomic uint64_t settings;
    int64_t monotonic, wall;
    double pace;
};

static const volatile struct dial *dial;

__attribute__((constructor)) static void look_for_the_dial(void) {
    const char *path = getenv("TURNED_CLOCK");
    int file = path ? open(path, O_RDONLY | O_CLOEXEC) : -1;
    if (file < 0) return;
    void *mapped = mmap(0, sizeof *dial, PROT_READ, MAP_SHARED, file, 0);
    if (mapped != MAP_FAILED) dial = mapped;
    close(file);
}

static int64_t true_clock(clockid_t clock) {
    struct timespec read = {0, 0};
    syscall(SYS_clock_gettime, clock, &read);
    return read.tv_sec * SECOND + read.tv_nsec;
}

static int64_t wall_clock(void) {
    uint64_t before;
    int64_t wall;
    if (!dial) return true_clock(CLOCK_REALTIME);
    do {
        before = atomic_load(&dial->settings);
        wall = dial->wall + (int64_t)((double)(true_clock(CLOCK_MONOTONIC) - dial->monotonic) * dial->pace);
    } while (before % 2 || before != atomic_load(&dial->settings));
    return wall;
}

int clock_gettime(clockid_t clock, struct timespec *shown) {
    if (clock != CLOCK_REALTIME && clock != CLOCK_REALTIME_COARSE) return syscall(SYS_clock_gettime, clock, shown);
    int64_t wall = wall_clock();
    *shown = (struct timespec){wall / SECOND, wall % SECOND};
    return 0;
}

int gettimeofday(struct timeval *restrict shown, void *restrict zone) {
    int64_t wall = wall_clock();
    (void)zone;
    *shown = (struct timeval){wall / SECOND, wall % SECOND / 1000};
    return 0;
}

time_t time(time_t *shown) {
    time_t wall = wall_clock() / SECOND;
    if (shown) *shown = wall;
    return wall;
}
