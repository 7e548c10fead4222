/** How what is long over is forgotten. */
package dev.holdfast.scheduler.retention;
