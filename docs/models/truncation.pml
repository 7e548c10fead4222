/*
 * A partition of the outbox that is past, a writer who wrote into it long ago and has not committed
 * yet, the relay, and two services that truncate at once.
 *
 * Row 0 was committed before all this; row 1 is the late writer's. A writer holds its lock on the
 * partition until after it has committed; ACCESS EXCLUSIVE is granted when no other lock is held.
 * With NO_LOCK the check is made without it, and only the truncation itself waits.
 */
byte committed = 1;
byte stored = 1;              /* rows in the partition, committed or not */
byte sent;
byte lo;
bool written;                 /* whether the late writer holds its lock */
bool exclusive;               /* whether a truncator does */

active proctype LateWriter() {
    atomic { !exclusive -> written = true };
    stored = stored | 2;
    if
    :: committed = committed | 2
    :: stored = stored & ~2   /* rolled back */
    fi;
    written = false
}

active proctype Relay() {
    byte hi;
    do
    :: atomic { hi = committed };                      /* OPEN: one snapshot */
        atomic { !exclusive -> sent = sent | (hi & ~lo & stored) };    /* the page, and the broker */
        lo = hi                                        /* TURN */
    :: break
    od
}

proctype Truncator() {
    bool done;
#ifndef NO_LOCK
    atomic { !written && !exclusive -> exclusive = true };
#endif
    /* the check: every committed row of the partition is visible in lo */
#ifdef UP_TO_HI
    done = ((committed & stored & ~committed) == 0);
#else
    done = ((committed & stored & ~lo) == 0);
#endif
#ifdef NO_LOCK
    atomic { !written && !exclusive -> exclusive = true };
#endif
    if
    :: done ->
        assert((committed & stored & ~sent) == 0);     /* only what has been sent goes */
        stored = 0
    :: else
    fi;
    exclusive = false
}

init { atomic { run Truncator(); run Truncator() } }
