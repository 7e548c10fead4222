/** Jobs that are started and canceled by command, where their data is. */
package dev.holdfast.jobs.start;
