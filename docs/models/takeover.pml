/*
 * Two relays of one feed, and writers that commit in any order that locks allow. A snapshot is the
 * set of the rows whose transactions had committed, one bit for each.
 *
 * Row 0 and row 2 are of one key: whoever writes row 2 holds a lock that the writer of row 0 had, so
 * row 2 commits after row 0. Row 1 is of another key and commits whenever it likes.
 *
 * A lease may run out between any two steps, as often as PAUSES says: its owner was paused, or died
 * and was started again. Sending is not fenced; every statement on the cursor is, unless NO_FENCE.
 */
#define ROWS 3
#define ALL 7
#ifndef PAUSES
#define PAUSES 3
#endif
#define BIT(row) (1 << (row))
#define HAS(set, row) (((set) >> (row)) & 1)
#ifdef NO_FENCE
#define OURS true
#else
#define OURS (fence == mine)
#endif

byte committed;               /* what a snapshot taken now would see */
byte sent;                    /* what the broker has had, at least once */
byte pauses;

byte lo, hi, next;            /* the cursor: feed_cursor.lo, .hi, .next_seq */
bool open;                    /* whether hi is set */
byte fence;
bool leased;

active proctype WriterOfOneKey() {
    committed = committed | BIT(0);
    committed = committed | BIT(2)
}

active proctype WriterOfAnother() {
    committed = committed | BIT(1)
}

active proctype Pauses() {
    do
    :: pauses < PAUSES && leased -> atomic { leased = false; pauses++ }
    :: pauses == PAUSES -> break
    :: sent == ALL -> break
    od
}

proctype Relay() {
    byte mine, mylo, myhi, row;
    bool have, window;

    do
    /* Done once everything is: the invariant below has seen every state before. */
    :: sent == ALL && lo == ALL -> break

    /* take: TAKE of CursorSql */
    :: !have && !leased ->
        atomic {
            if
            :: !leased ->
                leased = true; fence++; mine = fence; have = true;
                mylo = lo; myhi = hi; window = open; row = next
            :: else
            fi
        }

    /* open: OPEN, a window if there is something in it */
    :: have && !window && (!OURS || (committed & ~lo) != 0) ->
        atomic {
            if
            :: !OURS -> have = false
            :: OURS && !open && (committed & ~lo) != 0 ->
                hi = committed; open = true; next = 0;
                mylo = lo; myhi = hi; row = 0; window = true
            :: else -> have = false
            fi
        }

    /* send the next row of the window: no transaction, no fence */
    :: have && window && row < ROWS ->
        if
        :: HAS(myhi & ~mylo, row) ->
            atomic {
                assert(row != 2 || HAS(sent, 0));      /* in order within the key */
                sent = sent | BIT(row)
            }
        :: else
        fi;
        /* advance: ADVANCE */
        atomic {
            if
            :: !OURS -> have = false; window = false
            :: else -> row++; next = row
            fi
        }

    /* turn: TURN, hi becomes lo */
    :: have && window && row >= ROWS ->
        atomic {
            if
            :: !OURS -> have = false; window = false
            :: else -> lo = hi; open = false; next = 0; mylo = lo; window = false
            fi
        }
    od
}

/* What counts as relayed has been sent. That nothing is left unsent in the end follows: a relay goes
   on as long as a snapshot sees what lo does not. */
active proctype Invariant() {
    do
    :: assert((lo & ~sent) == 0)
    :: sent == ALL && lo == ALL -> break
    od
}

init { atomic { run Relay(); run Relay() } }
