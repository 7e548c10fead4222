-- Who started a job, if it was a schedule: it is told when the job has ended.
ALTER TABLE job ADD COLUMN schedule text;
